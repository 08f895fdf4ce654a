/**
 * Totals computed from months equal the totals that publishers print, or differ only by rounding. Where two
 * tables of one publisher cover the same figures, their differences are known.
 */
import { beforeAll, expect, test } from 'vitest';
import type { Observation } from '#stats/model/observation.ts';
import { fiscalYear, formatPeriod, parsePeriod } from '#stats/time/period.ts';
import { describeShared } from '../../setup/shared.ts';
import { filesIn, observationsOf } from './reading.ts';

/** The US fiscal year in which a period ends. @example '2013-10' -> 'FY2014' */
function fiscalYearOf(o: Observation): string {
  const [year, month] = (o.period.end ?? '').split('-').map(Number);
  return formatPeriod(fiscalYear((year ?? 0) + ((month ?? 0) > 9 ? 1 : 0)));
}

const valueOf = (o: Observation): number => o.stated?.value ?? NaN;
const keyOf = (o: Observation): string =>
  [o.indicator, o.counterpart, o.breakdown, fiscalYearOf(o)].join(' ');

/** Sums of months, and the number of months in each. */
function addUp(months: readonly Observation[]): Map<string, { sum: number; months: number }> {
  const sums = new Map<string, { sum: number; months: number }>();
  for (const o of months) {
    const found = sums.get(keyOf(o)) ?? { sum: 0, months: 0 };
    sums.set(keyOf(o), { sum: found.sum + valueOf(o), months: found.months + 1 });
  }
  return sums;
}

/** A month in a table rounded to 10 may be off by 5, and an omitted one was less than 5. */
const ROUNDING = 5;

describeShared('data', 'years from months', (data) => {
  const files = filesIn(data);

  test.each([
    ['ohss-encounters-citizenship', 'ohss-encounters-citizenship-annual', 4004, 40],
    ['ohss-encounters-family-status', 'ohss-encounters-family-status-annual', 138, 30],
  ])('%s adds up to %s, each cell within its rounding', async (monthly, annual, cells, worst) => {
    const sums = addUp(await observationsOf(monthly, files));
    const years = await observationsOf(annual, files);
    const off = years.map((o) => Math.abs((sums.get(keyOf(o))?.sum ?? 0) - valueOf(o)));
    expect(off).toHaveLength(cells);
    expect(Math.max(...off)).toBe(worst);
    expect(worst).toBeLessThanOrEqual(ROUNDING * 12 + ROUNDING);
    const printed = new Set(years.map(keyOf));
    expect([...sums.keys()].filter((key) => !printed.has(key))).toEqual([]);
  });

  test('sectors by month add up to the printed total of the south-west, within their rounding', async () => {
    const southwest =
      /^sector=(big-bend|del-rio|el-centro|el-paso|laredo|rio-grande-valley|san-diego|tucson|yuma)$/;
    const months = await observationsOf('ohss-encounters-sector', files);
    const own = months.filter((o) => southwest.test(o.breakdown) && fiscalYearOf(o) === 'FY2014');
    const sum = own.reduce((all, o) => all + valueOf(o), 0);
    expect(own).toHaveLength(9 * 12);
    expect(Math.abs(sum - 479_370)).toBeLessThanOrEqual(ROUNDING * own.length);
  });

  test('cbp-usbp-monthly: twelve months are the printed year, for every sector, border and column', async () => {
    const all = await observationsOf('cbp-usbp-monthly', files);
    const sums = addUp(all.filter((o) => o.basis === 'month' && o.stated));
    const years = all.filter((o) => o.basis === 'us-fiscal-year' && o.stated && sums.has(keyOf(o)));
    expect(years.length).toBe(893);
    expect(years.filter((o) => sums.get(keyOf(o))?.months !== 12)).toEqual([]);
    expect(years.filter((o) => sums.get(keyOf(o))?.sum !== valueOf(o)).map(keyOf)).toEqual([]);
  });
});

describeShared('data', 'tables of one publisher', (data) => {
  const files = filesIn(data);
  let years = new Map<string, number | null>();
  beforeAll(async () => {
    const all = await observationsOf('cbp-usbp-monthly', files);
    const whole = all.filter((o) => o.basis === 'us-fiscal-year');
    years = new Map(whole.map((o) => [keyOf(o), o.stated?.value ?? null]));
  });

  /** The figures that differ in another table: [which, the other table, the table of months]. */
  async function differences(id: string): Promise<[string, number | null, number | null][]> {
    const others = await observationsOf(id, files);
    return others.flatMap((o) => {
      const ours = years.get(keyOf(o));
      const theirs = o.stated?.value ?? null;
      return ours === undefined || ours === theirs ? [] : [[keyOf(o), theirs, ours]];
    });
  }

  test.each(['cbp-southwest-apprehensions', 'cbp-nationwide-apprehensions', 'cbp-apprehensions-by-origin'])(
    '%s has the totals of the table of months',
    async (id) => {
      expect(await differences(id)).toEqual([]);
    },
  );

  test('the sector profiles differ in three counts of children', async () => {
    expect(await differences('cbp-sector-profiles')).toEqual([
      ['uac-apprehensions _T sector=havre FY2018', 0, 1],
      ['uac-apprehensions _T sector=houlton FY2018', 1, 0],
      ['uac-apprehensions _T sector=buffalo FY2016', 0, null],
    ]);
  });

  test('deaths: every year from FY2011 to FY2017 was revised upwards, as the table of two vintages says', async () => {
    const [first, revised] = await Promise.all(
      ['cbp-sector-profiles', 'cbp-border-deaths'].map((id) => observationsOf(id, files)),
    );
    const southwest = (all: readonly Observation[] = []): Map<string, number> =>
      new Map(
        all
          .filter((o) => o.indicator === 'border-deaths' && o.breakdown === 'border=southwest')
          .map((o) => [formatPeriod(o.period), valueOf(o)]),
      );
    const [then, now] = [southwest(first), southwest(revised)];
    const up = [...then].map(([year, deaths]) => [year, (now.get(year) ?? NaN) - deaths] as const);
    expect(Object.fromEntries(up)).toEqual({
      FY2011: 18,
      FY2012: 8,
      FY2013: 6,
      FY2014: 8,
      FY2015: 11,
      FY2016: 7,
      FY2017: 4,
      FY2018: 0,
      FY2019: 0,
    });
    expect([then.get('FY2014'), now.get('FY2014')]).toEqual([307, 315]);
  });

  test('children of FY2014 grew by 76.8 percent, and families by 360.8', async () => {
    const growth = (indicator: string): number => {
      const at = (year: string): number => years.get(`${indicator} _T border=southwest ${year}`) ?? NaN;
      return Math.round((at('FY2014') / at('FY2013') - 1) * 1000) / 10;
    };
    expect(growth('uac-apprehensions')).toBe(76.8);
    expect(growth('family-unit-apprehensions')).toBe(360.8);
    expect(parsePeriod('FY2014')?.basis).toBe('us-fiscal-year');
  });
});
