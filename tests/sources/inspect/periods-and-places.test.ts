/** What a draft sees of periods, places, factors and measures, and what it asks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { draftFor } from './drafting.ts';

const dir = mkdtempSync(join(tmpdir(), 'cotejo-drafts-'));
afterAll(() => rmSync(dir, { recursive: true }));
const write = (content: string): string => {
  const path = join(dir, 'unknown.csv');
  writeFileSync(path, content);
  return path;
};
const rows = (name: string, texts: readonly string[]): string =>
  write(`Country,${name},Cases\n${texts.map((text, i) => `Honduras,"${text}",${i + 1}\n`).join('')}`);

describe('a draft', () => {
  it.each([
    [
      'Date',
      ['January 6, 2014', 'March 16, 2015'],
      "period: { column: Date, format: 'MMMM d, yyyy' }",
      '2014-01-06',
    ],
    ['Month', ['Jan-21', 'Feb-21'], 'period: { column: Month, format: MMM-yy }', '2021-01'],
    ['Quarter', ['2021Q1', '2021Q2'], 'period: { column: Quarter, format: yyyyQq }', '2021-Q1'],
    ['Time', ['2021M01', '2021M02'], `period: { column: Time, format: yyyy'M'MM }`, '2021-01'],
    ['Fecha', ['15/01/2021', '16/02/2021'], 'period: { column: Fecha, format: d/M/yyyy }', '2021-01-15'],
  ])('reads %s by its format', async (name, texts, line, first) => {
    const { draft, report } = await draftFor(rows(name, texts));
    expect(draft).toContain(`${line}\n`);
    expect([report.faultCount, report.first]).toEqual([0, first]);
  });

  it('asks which of two numbers is the day, and whose year two years are (C9)', async () => {
    expect((await draftFor(rows('Date', ['01/02/2021', '03/04/2021']))).draft).toContain(
      'period: { column: Date, format: M/d/yyyy } # edit: its texts may also be d/M/yyyy',
    );
    expect((await draftFor(rows('Year', ['2008-09', '2009-10', '2010-11', '2011-12']))).draft).toContain(
      'period: { column: Year, format: yyyy-yy, basis: us-fiscal-year } # edit: taken for US fiscal years;',
    );
  });

  it('asks in which country places are, and makes no country of them (L3)', async () => {
    const path = write(
      'Departamento,Year,Cases\nGranada,2014,3\nMasaya,2014,4\nLeón,2014,5\nNueva Segovia,2014,6\n',
    );
    const { draft, report } = await draftFor(path);
    expect(draft).toContain('area: { column: Departamento, within: PLACE, kind: department } # edit:');
    expect(report.faultCount).toBeGreaterThan(0);
    const edited = await draftFor(path, { edits: [['within: PLACE', 'within: NIC']] });
    expect([edited.report.faultCount, edited.report.newAreas.map(({ name }) => name)]).toEqual([
      0,
      ['Granada', 'Masaya', 'León', 'Nueva Segovia'],
    ]);
  });

  it('reads the factor and the status of SDMX-CSV, which are no figures (C8)', async () => {
    const { draft, report } = await draftFor(
      write(
        'REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS,DECIMALS\nMEX,2013,86.0,6,A,1\nMEX,2014,87.2,6,E,1\nCRI,2013,901,3,A,1\n',
      ),
    );
    expect(draft).toContain('scale: { powerOfTen: UNIT_MULT }');
    expect(draft).toContain('status: OBS_STATUS');
    expect(draft.match(/- indicator:/g)).toHaveLength(1);
    expect(report.sample.map(({ stated }) => stated?.value)).toEqual([86_000_000, 87_200_000, 901_000]);
  });

  it.each([
    ['an index of fractions is a level (L1)', ['0.4', '0.9'], 'measure: level'],
    ['a net flow is a signed count (C13)', ['-5', '12'], 'signed: true # edit:'],
  ])('%s', async (_, cells, line) => {
    const { draft, report } = await draftFor(
      write(`Country,Year,Things\n${cells.map((cell, i) => `Honduras,${2013 + i},${cell}\n`).join('')}`),
    );
    expect(draft).toContain(line);
    expect(report.faultCount).toBe(0);
  });
});
