import { describe, expect, test } from 'vitest';
import { answerQuery } from '#db/engine/answer.ts';
import { openAt } from '#db/connect.ts';
import type { Cell } from '#stats/model/observation.ts';
import { BadQuery } from '#stats/problem.ts';
import { defaultQuery } from '#stats/query/query.ts';
import { testDatabase } from '../../setup/database.ts';
import { asker, cellLine } from '../asking.ts';
import { countingStatements } from './counting.ts';

const { sql, url } = await testDatabase();
const { ask, index } = await asker(sql, '1.0.0');
const lines = async (indicator: string, search?: string): Promise<string[]> =>
  (await ask(indicator, search)).map(cellLine);
const onlyCell = async (indicator: string, search: string): Promise<Cell> => {
  const cells = await ask(indicator, search);
  expect(cells.map(cellLine)).toHaveLength(1);
  return cells[0] as Cell;
};

describe('the numbers that docs/rules.md names', () => {
  test("the Northern Triangle's homicide rate in 2014 is 47.85, weighted by population, and its year is assumed", async () => {
    const cell = await onlyCell('homicide-rate', 'group=northern-triangle&time=2014');
    expect(cell).toMatchObject({
      computed: 'weighted-mean',
      coverage: { present: 3, expected: 3, weight: 1 },
      periodStatus: 'assumed',
      editions: ['migrant-crisis-2015@2015-11', 'world-bank-population@2026-03-06'],
    });
    expect(cell.stated?.value).toBeCloseTo(47.85, 2);
    expect(cell.notes.length).toBeGreaterThan(0);
  });

  test('510 of 13,847 asylum petitions is 3.68 percent, as its source published it', async () => {
    const cell = await onlyCell('asylum-grant-share', 'origin=northern-triangle&basis=us-fiscal-year');
    expect(cell).toMatchObject({
      computed: null,
      numerator: 510,
      denominator: 13_847,
      definition: 'of-petitions',
    });
    expect(cell.stated?.value).toBeCloseTo(0.0368, 4);
  });

  test.each([
    ['of-decided-on-merits', 4452, 0.142],
    ['of-all-closed', 9826, 0.064],
  ])('633 asylum claims of the three countries, %s: of %i', async (definition, whole, share) => {
    const cell = await onlyCell(
      'asylum-grant-share',
      `origin=northern-triangle&time=2014&definition=${definition}`,
    );
    expect(cell).toMatchObject({ computed: 'ratio-of-sums', numerator: 633, denominator: whole });
    expect(cell.stated?.value).toBeCloseTo(share, 3);
  });

  test('the population of a group is the sum of its members', async () => {
    const cell = await onlyCell('population', 'group=northern-triangle&time=2014');
    const members = await ask('population', 'country=SLV~HND~GTM&time=2014');
    expect(cell.stated?.value).toBe(members.reduce((sum, member) => sum + (member.stated?.value ?? 0), 0));
  });

  test('the caravans of 9 November 2018 are about 8,000 to 9,000 people', async () => {
    const cell = await onlyCell('caravan-size', 'by=area~origin&country=MEX&time=2018-11-09');
    expect(cell.stated).toEqual({ qualifier: 'about', value: null, low: 8000, high: 9000 });
  });

  test('3 of 32 states and 9 of the same 32 are 12 of 32', async () => {
    const cell = await onlyCell('justice-reform-states', 'by=area');
    expect(cell).toMatchObject({ numerator: 12, denominator: 32, stated: { value: 0.375 } });
  });
});

describe('what cannot be combined says why', () => {
  test('a missing member is named', async () => {
    expect(await lines('homicide-rate', 'group=northern-triangle&time=2012')).toEqual([
      'northern-triangle 2012: members-missing (SLV, GTM) [weighted-mean]',
    ]);
  });

  test('a threshold below all members is honoured, and coverage by members and population is told', async () => {
    const cell = await onlyCell('homicide-rate', 'group=central-america-7&time=2014&coverage=0.4');
    expect(cell.coverage).toMatchObject({ present: 3, expected: 7 });
    expect(cell.coverage?.weight).toBeCloseTo(0.67, 2);
    expect(cell.stated?.value).toBeCloseTo(47.85, 2);
    expect(
      (await onlyCell('homicide-rate', 'group=central-america-7&time=2014&coverage=0.43')).gap?.code,
    ).toBe('members-missing');
  });

  test.each([
    ['a city and its country', 'homicide-rate', 'country=SLV~SVSAL&by=source', 'overlap'],
    [
      'a group and its member',
      'population',
      'origin=northern-triangle~_Z&by=area&time=2014&country=SLV',
      'overlap',
    ],
    [
      'parts that nobody declared',
      'caravan-size',
      'by=area~origin&breakdown=caravan=first~caravan=all',
      'not-additive',
    ],
    [
      'a declared sum with something beside it',
      'caravan-size',
      'by=area~origin&breakdown=caravan=first~caravan=second-and-third~caravan=all',
      'not-additive',
    ],
    ['prices', 'daily-wage', 'country=SLV~HND&by=origin~breakdown', 'not-additive'],
    ['a rate of a city without a population', 'homicide-rate', 'country=HNTGU~HNSAP&by=source', 'no-weight'],
  ])('%s', async (_, indicator, search, code) => {
    const cells = await ask(indicator, search);
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of cells) expect(cell).toMatchObject({ stated: null, gap: { code } });
  });

  test.each(['by=source', 'by=origin&country=SLV', 'by=source&country=SLV&group=northern-triangle'])(
    '%s names nothing to combine, and no statement is sent',
    async (search) => {
      await expect(ask('homicide-rate', search)).rejects.toBeInstanceOf(BadQuery);
    },
  );

  test('a group alone may be combined without naming its countries', async () => {
    expect(await lines('homicide-rate', 'group=northern-triangle&by=source')).toEqual(
      await lines('homicide-rate', 'group=northern-triangle'),
    );
  });
});

describe('what an answer holds', () => {
  test('areas are in the order in which they were asked for, else countries by name, then cities', async () => {
    const order = async (search: string): Promise<string[]> => [
      ...new Set((await ask('homicide-rate', search)).map((cell) => cell.area)),
    ];
    expect(await order('country=HNSAP~SLV~GTM~HND')).toEqual(['HNSAP', 'SLV', 'GTM', 'HND']);
    expect(await order('')).toEqual([
      'CAN',
      'SLV',
      'GTM',
      'HND',
      'MEX',
      'USA',
      'GTGUA',
      'HNSAP',
      'SVSAL',
      'HNTGU',
    ]);
  });

  test('the periods of a series are in order of time', async () => {
    expect(await lines('homicide-rate', 'country=HND')).toEqual(['HND 2012: 92', 'HND 2014: 68']);
  });

  test('latest is the last period of what is asked, earliest the first', async () => {
    expect(await lines('homicide-rate', 'country=HND&time=latest')).toEqual(['HND 2014: 68']);
    expect(await lines('homicide-rate', 'country=HND&time=earliest')).toEqual(['HND 2012: 92']);
  });

  test('latest among figures that are still open is those figures', async () => {
    expect(await lines('aid-commitment', 'basis=since&time=latest')).toHaveLength(1);
  });

  test('a since is judged by its start, a total by its end', async () => {
    expect(await lines('aid-commitment', 'basis=since&time=2008')).toHaveLength(1);
    expect(await lines('aid-commitment', 'basis=since&time=2009..2014')).toHaveLength(0);
    expect(await lines('caravans', 'time=2018')).toHaveLength(3);
    expect(await lines('caravans', 'time=..2017')).toHaveLength(0);
  });

  test('a year of one basis never brings those of another', async () => {
    const bases = async (search: string): Promise<unknown[]> => [
      ...new Set((await ask('asylum-grant-share', search)).map((cell) => cell.basis)),
    ];
    expect(await bases('time=2014')).toEqual(['calendar-year']);
    expect(await bases('basis=us-fiscal-year&time=2014')).toEqual(['us-fiscal-year']);
  });

  test('the word of the source stands, and its ends with it', async () => {
    const cell = await onlyCell('homicide-rate', 'country=CAN');
    expect(cell).toMatchObject({
      stated: { qualifier: 'less-than', value: null, low: null, high: 2 },
      highInclusive: false,
    });
    const nearly = await onlyCell('caravan-size', 'breakdown=caravan=all&country=MEX');
    expect(nearly.stated).toEqual({ qualifier: 'nearly', value: null, low: null, high: 10_000 });
  });

  test('what is named and not on file is a gap, and nothing else is made up', async () => {
    expect(await lines('homicide-rate', 'country=BLZ&time=2014')).toEqual(['BLZ 2014: not-on-file']);
    expect(
      await lines('homicide-rate', 'breakdown=stage=applied;border=southwest&country=HND&time=2014'),
    ).toEqual(['HND 2014: not-on-file']);
    expect(await lines('homicide-rate', 'time=1950')).toEqual([]);
  });

  test('every indicator answers its default question, and each cell is a figure or a gap', async () => {
    for (const indicator of index.catalogue.indicators) {
      const { cells } = await answerQuery(sql, index, defaultQuery(indicator));
      expect(cells.length, indicator.id).toBeGreaterThan(0);
      for (const cell of cells) expect(cell.stated === null).toBe(cell.gap !== null);
    }
  });
});

describe('a query is one statement', () => {
  test.each([
    ['homicide-rate', ''],
    ['homicide-rate', 'group=northern-triangle'],
    ['asylum-grant-share', 'origin=northern-triangle&time=latest'],
    ['caravan-size', 'by=area~origin'],
  ])('%s?%s', async (indicator, search) => {
    const counted = openAt(url, { max: 1 });
    try {
      await counted`select 1`;
      const watching = countingStatements(counted);
      const from = await asker(sql, '1.0.0');
      const { parseQuery } = await import('#stats/query/query.ts');
      const { parseParameters } = await import('#stats/query-string.ts');
      const asked = from.index.catalogue.indicators.find((item) => item.id === indicator)!;
      await answerQuery(
        watching.sql,
        from.index,
        parseQuery(parseParameters(search), asked, from.index.catalogue),
      );
      expect(watching.sent()).toBe(1);
    } finally {
      await counted.end();
    }
  });
});
