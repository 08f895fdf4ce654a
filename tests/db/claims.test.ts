/**
 * Claims of the founding documents as URLs: ratios, shares, changes, ranks and comparisons. Each is answered
 * by one statement and compared with the stated number.
 */
import { describe, expect, test } from 'vitest';
import { answerQueries } from '#db/engine/answer.ts';
import { parseRelation } from '#stats/claims/relation.ts';
import { judgeCell, type ClaimVerdict } from '#stats/claims/verdict.ts';
import type { Cell } from '#stats/model/observation.ts';
import { parseParameters } from '#stats/query-string.ts';
import { formatQuery, parseQuery } from '#stats/query/query.ts';
import { testDatabase } from '../setup/database.ts';
import { asker } from './asking.ts';
import { countingStatements } from './engine/counting.ts';

const { sql } = await testDatabase();
const { ask, index } = await asker(sql, '1.1.0');

const SOUTHWEST = 'breakdown=border=southwest&country=USA';
const DOCUMENT = 'source=migrant-crisis-2015';

const only = async (id: string, search: string): Promise<Cell> => {
  const [cell, ...more] = await ask(id, search);
  if (!cell || more.length > 0) throw new Error(`${id}?${search} has ${more.length + (cell ? 1 : 0)} cells`);
  return cell;
};

interface Claim {
  readonly claim: string;
  readonly indicator: string;
  readonly search: string;
  readonly said: string;
  readonly verdict: ClaimVerdict;
  /** The figure itself, to the digits of the recomputation. */
  readonly figure: number;
}

const CLAIMS: readonly Claim[] = [
  // +76.8 percent, from CBP's own table.
  {
    claim: 'C01',
    indicator: 'uac-apprehensions',
    search: `basis=us-fiscal-year&${SOUTHWEST}&source=cbp-usbp-monthly&time=FY2014&transform=change-percent`,
    said: 'equals:77',
    verdict: 'holds-after-rounding',
    figure: 76.8,
  },
  {
    claim: 'C03',
    indicator: 'asylum-grant-share',
    search:
      'definition=of-petitions&origin=northern-triangle&source=migrant-crisis-2015&time=FY2014&basis=us-fiscal-year',
    said: 'equals:0.036',
    verdict: 'fails',
    figure: 0.03683,
  },
  {
    claim: 'C04',
    indicator: 'homicide-rate',
    search: `country=SLV&${DOCUMENT}&time=2014&transform=ratio:area=MEX`,
    said: 'at-least:3',
    verdict: 'holds-after-rounding',
    figure: 2.84,
  },
  // With the figure of UNODC for Mexico in 2014, the claim holds.
  {
    claim: 'C04',
    indicator: 'homicide-rate',
    search: `country=SLV&${DOCUMENT}&time=2014&transform=ratio:area=MEX~source=owid-homicide-rate`,
    said: 'at-least:3',
    verdict: 'holds',
    figure: 3.7,
  },
  {
    claim: 'C05',
    indicator: 'homicide-rate',
    search: `country=HND&${DOCUMENT}&time=2014&transform=ratio:area=MEX`,
    said: 'at-least:3',
    verdict: 'holds',
    figure: 3.16,
  },
  {
    claim: 'C06',
    indicator: 'homicide-rate',
    search: `country=GTGUA&${DOCUMENT}&time=2014&transform=ratio:area=GTM`,
    said: 'nearly:2',
    verdict: 'fails',
    figure: 2.41,
  },
  // 11 of 4,600 applications, and 90 interviews.
  {
    claim: 'C10',
    indicator: 'cam-applications',
    search: 'breakdown=stage=approved&transform=ratio:breakdown=stage=applied',
    said: 'equals:0.002',
    verdict: 'holds-after-rounding',
    figure: 0.0024,
  },
  {
    claim: 'C10',
    indicator: 'cam-applications',
    search: 'breakdown=stage=approved&transform=ratio:breakdown=stage=interviewed',
    said: 'equals:0.122',
    verdict: 'holds-after-rounding',
    figure: 0.122,
  },
  {
    claim: 'C10',
    indicator: 'cam-applications',
    search: 'breakdown=stage=interviewed&transform=ratio:breakdown=stage=applied',
    said: 'equals:0.02',
    verdict: 'holds-after-rounding',
    figure: 0.02,
  },
  // 105.4 over 62.4 in one vintage, 107.6 over 63.6 in another: a steep rise, but less than double.
  {
    claim: 'C13',
    indicator: 'homicide-rate',
    search: 'country=SLV&source=owid-homicide-rate&time=2015&transform=ratio:time=2014',
    said: 'at-least:2.0',
    verdict: 'fails',
    figure: 1.69,
  },
  {
    claim: 'C25',
    indicator: 'asylum-applications',
    search:
      'breakdown=authority=courts;application=new&country=USA&definition=persons&origin=SLV&time=2014&transform=ratio:time=2008',
    said: 'at-least:2',
    verdict: 'holds',
    figure: 3,
  },
  // 3 of 32 states against 9 of 32.
  {
    claim: 'C31',
    indicator: 'justice-reform-states',
    search: 'breakdown=stage=partially-adopted&transform=ratio:breakdown=stage=fully-operating',
    said: 'equals:3',
    verdict: 'holds',
    figure: 3,
  },
];

describe('claims as addresses', () => {
  test.each(CLAIMS)(
    '$claim: $search is $said: $verdict',
    async ({ indicator, search, said, verdict, figure }) => {
      const cell = await only(indicator, search);
      const { signed } = index.catalogue.indicators.find(({ id }) => id === indicator) ?? { signed: false };
      const isChange = cell.transform === 'change-percent';
      const judged = judgeCell(cell, parseRelation(said), signed || isChange);
      expect({ gap: cell.gap, verdict: judged.verdict }).toEqual({ gap: null, verdict });
      const digits = String(figure).split('.')[1]?.length ?? 0;
      expect(Number(cell.stated?.value?.toFixed(digits))).toBe(figure);
    },
  );

  test('C12: 3.68 percent is at most 0.18 of more than 20 percent', async () => {
    const cell = await only(
      'asylum-grant-share',
      'basis=us-fiscal-year&definition=of-petitions&origin=northern-triangle&source=migrant-crisis-2015&time=FY2014&transform=ratio:origin=_T',
    );
    expect(cell.stated).toMatchObject({ qualifier: 'less-than', value: null, low: null });
    expect(cell.stated?.high).toBeCloseTo(0.184, 3);
    expect(judgeCell(cell, parseRelation('less-than:0.5'), false).verdict).toBe('holds');
  });

  test('C43: 5,600 soldiers are 5.6 to 7 times those that were planned', async () => {
    const cell = await only(
      'border-troops',
      'breakdown=status=deployed&transform=ratio:breakdown=status=planned~source=wsws-2018-10-26~time=2018-10-26',
    );
    expect(cell.stated).toMatchObject({ qualifier: 'range', low: 5.6, high: 7 });
    expect(judgeCell(cell, parseRelation('at-least:5'), false).verdict).toBe('holds');
  });

  test('C47: 200 miles a day are 6.7 times 30, over periods of two kinds', async () => {
    const [before] = await ask('caravan-daily-distance', 'basis=unstated');
    expect(before?.stated?.value).toBe(30);
    const cell = await only(
      'caravan-daily-distance',
      'basis=day&transform=ratio:breakdown=travel=before-rides~time=unstated@2018-11',
    );
    expect(cell.stated?.value).toBeCloseTo(6.67, 2);
    expect(judgeCell(cell, parseRelation('equals:6.7'), false).verdict).toBe('holds-after-rounding');
  });

  test('C39: all apprehensions of FY2018 are no record, those of family units are', async () => {
    const all = await ask(
      'border-apprehensions',
      'basis=us-fiscal-year&breakdown=border=southwest&country=USA&source=cbp-southwest-apprehensions&time=earliest..FY2018&transform=rank:time',
    );
    const last = all.at(-1);
    expect(last?.rank?.best).toBeGreaterThan(1);
    const families = await ask(
      'family-unit-apprehensions',
      'basis=us-fiscal-year&breakdown=border=southwest&country=USA&source=cbp-usbp-monthly&time=earliest..FY2018&transform=rank:time',
    );
    expect(families.at(-1)?.rank).toEqual({ best: 1, worst: 1, of: families.length });
  });

  test('C46: rank over time of one period is refused', async () => {
    await expect(ask('homicide-rate', 'time=2014&transform=rank:time')).rejects.toThrow();
  });
});

describe('a whole is read, not added up', () => {
  test('C23: 91.4 percent of those other than Mexican came from the Northern Triangle', async () => {
    const cells = await ask(
      'border-encounters',
      `${SOUTHWEST}&definition=border-patrol&origin=northern-triangle&source=ohss-encounters-citizenship&time=2014-10/2015-04&transform=share-of:origin=not-mexican`,
    );
    const [share] = cells;
    expect(cells).toHaveLength(1);
    expect(share?.gap).toBeNull();
    expect(Math.round((share?.stated?.value ?? NaN) * 1000)).toBe(914);
    if (share) expect(judgeCell(share, parseRelation('more-than:0.5'), false).verdict).toBe('holds');
  });

  test('a city in its country, and no country in another', async () => {
    const [inside] = await ask('homicide-rate', 'country=HNSAP&transform=ratio:area=HND');
    expect(inside?.transform).toBe('ratio');
    const [apart] = await ask(
      'asylum-applications',
      'country=USA&definition=persons&origin=HND&time=2014&transform=share-of:origin=SLV',
    );
    expect(apart?.gap?.code).toBe('not-contained');
  });
});

test('a ratio of another indicator is one statement, and one without a divisor says so', async () => {
  const search = `basis=us-fiscal-year&${SOUTHWEST}&source=cbp-usbp-monthly&time=FY2014`;
  const indicator = index.catalogue.indicators.find(({ id }) => id === 'uac-apprehensions');
  if (!indicator) throw new Error('the release has no such indicator');
  const ratio = `${search}&transform=ratio:area=USA~breakdown=_T~indicator=population~time=2014`;
  const query = parseQuery(parseParameters(ratio), indicator, index.catalogue);
  const { sql: counted, sent } = countingStatements(sql);
  const [answer] = await answerQueries(counted, index, [query]);
  expect(sent()).toBe(1);
  expect(answer?.cells[0]?.stated?.value).toBeCloseTo(68_541 / 319_257_560, 6);
  expect(answer?.divisors?.map(({ indicator: id, area }) => [id, area])).toEqual([['population', 'USA']]);
  expect(parseQuery(parseParameters(formatQuery(query, indicator)), indicator, index.catalogue)).toEqual(
    query,
  );
  const [without] = await ask('uac-apprehensions', `${search}&transform=ratio:time=FY1990`);
  expect(without?.gap).toEqual({ code: 'no-divisor', missing: ['time=FY1990'] });
});
