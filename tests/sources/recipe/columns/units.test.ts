/** Factors and statuses in columns, levels, and counts below zero. */
import { describe, expect, it } from 'vitest';
import { readText } from '../read.ts';

const SDMX = `REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS
MEX,2014,86.0,6,E
CRI,2014,901,3,A
HND,2014,,0,M
GTM,2014,12.5,,P
BLZ,2014,7,0,
`;
const sdmx = (more: string): string => `
format: { type: csv }
area: { column: REF_AREA, as: alpha-3 }
period: TIME_PERIOD
figures:
  - { indicator: people, measure: estimate, value: OBS_VALUE, ${more} }
`;

describe('a factor and a status in columns (C8)', () => {
  it('are read from the codes of SDMX', async () => {
    const { observations, faults } = await readText(
      SDMX,
      sdmx('scale: { powerOfTen: UNIT_MULT }, status: OBS_STATUS'),
    );
    expect(faults).toEqual([]);
    expect(
      observations.map(({ area, stated, gap, note }) => [area, stated?.value ?? gap, note?.text.en ?? null]),
    ).toEqual([
      ['MEX', 86_000_000, 'Estimated, says the source.'],
      ['CRI', 901_000, null],
      ['HND', 'not-applicable', null],
      ['GTM', 12.5, 'Provisional, says the source.'],
      ['BLZ', 7, null],
    ]);
  });

  it('are refused where they are not known', async () => {
    const rows =
      'REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS\nMEX,2014,86,millions,A\nCRI,2014,901,0,X\nHND,2014,4,0,O\n';
    const { faults } = await readText(rows, sdmx('scale: { powerOfTen: UNIT_MULT }, status: OBS_STATUS'));
    expect(faults[0]).toContain('"millions" is not a power of ten');
    expect(faults[1]).toContain('column "OBS_STATUS": "X" is not a known status');
    expect(faults[2]).toContain('"4" is a number, and its status says that there is none (not-published)');
  });

  it('are words that the recipe lists', async () => {
    const rows =
      'REF_AREA,TIME_PERIOD,OBS_VALUE,Unit,Flag\nMEX,2014,86,millions,bu\nCRI,2014,901,,(R)\nHND,2014,..,,:c\n';
    const { observations, faults } = await readText(
      rows,
      sdmx(
        `scale: { column: Unit, codes: { millions: 1000000, '': 1 } }, status: { column: Flag, codes: { (R): { en: Revised., es: Revisada. }, ':c': suppressed } }`,
      ),
    );
    expect(faults).toEqual([]);
    expect(observations.map(({ stated, gap, note }) => [stated?.value ?? gap, note?.text.en])).toEqual([
      [86_000_000, 'Break in the series, says the source. Of low reliability, says the source.'],
      [901, 'Revised.'],
      ['suppressed', undefined],
    ]);
  });
});

describe('a level', () => {
  const rows = 'Area,Year,Index\nHND,2014,0.634\nHND,2015,-1.5\n';
  const level = (more: string): string => `
format: { type: csv }
area: Area
period: Year
figures:
  - { indicator: development, measure: level, value: Index, ${more} }
`;

  it('may have fractions, and be below zero if the recipe says so', async () => {
    const { observations } = await readText(rows, level('signed: true'));
    expect(observations.map(({ stated }) => stated?.value)).toEqual([0.634, -1.5]);
    expect((await readText(rows, level('signed: false'))).faults[0]).toContain('is below 0');
  });

  it('is never added up', async () => {
    const { faults } = await readText(rows, `${level('signed: true')}group: true\n`);
    expect(faults.join()).toContain('development is a level, and rows of a level cannot be added up');
  });
});

it('is a count below zero only for a net flow (C13, L5)', async () => {
  const net = (measure: string): string => `
format: { type: csv }
area: Area
period: Year
figures:
  - { indicator: net-migration, measure: ${measure}, signed: true, value: Net }
`;
  const { observations, faults } = await readText('Area,Year,Net\nHND,2014,-5300\n', net('count'));
  expect(faults).toEqual([]);
  expect(observations[0]?.stated?.value).toBe(-5300);
  const rate = await readText('Area,Year,Net\nHND,2014,-5300\n', net('rate'));
  expect(rate.faults.join()).toContain('net-migration: a rate is never below 0');
});
