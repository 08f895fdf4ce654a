/** Totals that the sources' own partitions give: demographic groups, sectors, nationalities with their remainder. */
import { describe, expect, test } from 'vitest';
import { answerQuery } from '#db/engine/answer.ts';
import { readReleaseIndex, type ReleaseIndex } from '#db/releases.ts';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import type { Cell } from '#stats/model/observation.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { testDatabase } from '../setup/database.ts';
import { LATEST } from '../setup/releases.ts';

const { sql } = await testDatabase();
const published = (await readReleaseIndex(sql, LATEST)) as ReleaseIndex;
const declared = new Map(readCatalogue('sources').indicators.map(({ id, parts }) => [id, parts]));
/** The newest release with the parts that the next one declares. */
const index: ReleaseIndex = {
  ...published,
  catalogue: {
    ...published.catalogue,
    indicators: published.catalogue.indicators.map((indicator) => ({
      ...indicator,
      parts: declared.get(indicator.id) ?? indicator.parts,
    })),
  },
};

async function ask(id: string, parameters: Readonly<Record<string, string>>): Promise<readonly Cell[]> {
  const indicator = index.catalogue.indicators.find((candidate) => candidate.id === id)!;
  const search = Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return (await answerQuery(sql, index, parseQuery(parseParameters(search), indicator, index.catalogue)))
    .cells;
}
const values = (cells: readonly Cell[]): readonly unknown[] =>
  cells.map(({ stated, gap }) => stated?.value ?? gap?.code);

const BORDER = { basis: 'us-fiscal-year', breakdown: 'border=southwest', origin: '_T' };
const SECTORS = [
  'big-bend',
  'del-rio',
  'el-centro',
  'el-paso',
  'laredo',
  'rio-grande-valley',
  'san-diego',
  'tucson',
  'yuma',
];
const sectors = SECTORS.map((sector) => `sector=${sector}`).join('~');
const groups = ['unaccompanied', 'family', 'single-adult', 'accompanied-minor']
  .map((group) => `border=southwest;demographic=${group}`)
  .join('~');

describe('encounters at the south-west border in FY2023', () => {
  const year = { time: 'FY2023', source: 'cbp-nationwide-encounters' };

  test('are 2,475,669', async () => {
    expect(values(await ask('border-encounters', { ...BORDER, ...year }))).toEqual([2_475_669]);
  });

  test('are the sum of four demographic groups', async () => {
    const cells = await ask('border-encounters', {
      ...BORDER,
      ...year,
      breakdown: groups,
      by: 'area~origin~source',
    });
    expect(values(cells)).toEqual([2_475_669]);
    expect(cells[0]?.coverage).toMatchObject({ present: 4, expected: 4 });
  });

  test('are the sum of 21 nationalities and the others', async () => {
    const cells = await ask('border-encounters', {
      ...year,
      basis: 'us-fiscal-year',
      breakdown: groups,
      by: 'area~source',
    });
    const whole = cells.filter(({ counterpart }) => counterpart.split('+').length === 22);
    expect(values(whole)).toEqual([2_475_669]);
  });
});

test('four nationalities and the others make the whole of the south-west table', async () => {
  const cells = await ask('border-encounters', {
    basis: 'us-fiscal-year',
    breakdown: groups,
    by: 'area~source',
    source: 'cbp-sbo-encounters',
    time: 'FY2022',
    origin: 'GTM~HND~MEX~SLV~_O',
  });
  // Customs and Border Protection: 2,378,944 encounters at the south-west land border in fiscal year 2022.
  expect(values(cells)).toEqual([2_378_944]);
});

describe('nine sectors make the border', () => {
  test.each(['FY1960', 'FY1986', 'FY2000', 'FY2014', 'FY2019'])('apprehensions of %s', async (time) => {
    const asked = { ...BORDER, time, source: 'cbp-southwest-apprehensions' };
    const [whole] = await ask('border-apprehensions', asked);
    const sum = await ask('border-apprehensions', { ...asked, breakdown: sectors, by: 'area~origin~source' });
    expect(values(sum)).toEqual([whole?.stated?.value]);
    expect(sum[0]?.coverage).toMatchObject({ present: 9, expected: 9 });
  });

  test('of each indicator that has sectors and the border, in every year of the profiles', async () => {
    for (const id of [
      'uac-apprehensions',
      'border-prosecutions',
      'border-rescues',
      'border-assaults',
      'border-juvenile-apprehensions',
    ]) {
      const asked = { ...BORDER, origin: '_T~_Z', source: 'cbp-sector-profiles' };
      const whole = await ask(id, { ...asked, by: 'area~origin~breakdown~source' });
      const sums = await ask(id, { ...asked, breakdown: sectors, by: 'area~origin~source' });
      const known = new Map(
        sums.map((cell) => [`${cell.counterpart} ${cell.period.end}`, cell.stated?.value]),
      );
      const figures = whole.filter(({ stated }) => stated !== null);
      expect(figures.length).toBeGreaterThan(3);
      for (const cell of figures) {
        expect([id, cell.period.end, known.get(`${cell.counterpart} ${cell.period.end}`)]).toEqual([
          id,
          cell.period.end,
          cell.stated?.value,
        ]);
      }
    }
  });

  test('some of the sectors are no whole', async () => {
    const cells = await ask('border-apprehensions', {
      ...BORDER,
      time: 'FY2014',
      breakdown: 'sector=tucson~sector=yuma',
      by: 'area~origin~source',
      source: 'cbp-southwest-apprehensions',
    });
    expect(values(cells)).toEqual(['not-additive']);
  });
});

describe('a group in a list that is added up', () => {
  const asked = { basis: 'us-fiscal-year', breakdown: 'border=southwest', definition: 'border-patrol' };

  test('stands for its members where it is not on file itself', async () => {
    const year = { ...asked, time: 'FY2014', source: 'ohss-encounters-citizenship' };
    const both = await ask('border-encounters', { ...year, origin: 'MEX~not-mexican', by: 'area~source' });
    const [mexican] = await ask('border-encounters', { ...year, origin: 'MEX' });
    const [others] = await ask('border-encounters', { ...year, origin: 'not-mexican' });
    expect(values(both)).toEqual([(mexican?.stated?.value ?? NaN) + (others?.stated?.value ?? NaN)]);
    expect(both[0]).toMatchObject({ counterpart: 'MEX+not-mexican', gap: null });
    expect(both[0]?.coverage?.present).toBe(both[0]?.coverage?.expected);
  });

  test('stands for itself where it is', async () => {
    const cells = await ask('cam-applications', {
      origin: 'northern-triangle~MEX',
      by: 'area~breakdown~source',
    });
    expect(cells.length).toBeGreaterThan(0);
    for (const { gap, coverage } of cells) {
      expect(gap).toEqual({ code: 'members-missing', missing: ['MEX'] });
      expect(coverage).toMatchObject({ present: 1, expected: 2 });
    }
  });

  test('a member that is listed beside its group would be counted twice', async () => {
    const cells = await ask('border-encounters', {
      ...asked,
      time: 'FY2014',
      origin: 'HND~not-mexican',
      by: 'area~source',
    });
    expect(new Set(values(cells))).toEqual(new Set(['overlap']));
  });
});
