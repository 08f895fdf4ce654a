/** Months are summed to years exactly, or not at all. */
import { MONTH_RULES } from '#stats/wording/months.ts';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { MonthlyKind, Tabulation } from '#stats/aggregate/months.ts';
import { sumOfMonths, yearsFromMonths } from '#stats/aggregate/months.ts';
import type { Cell } from '#stats/model/observation.ts';
import { calendarYear, fiscalYear, formatPeriod, parsePeriod } from '#stats/time/period.ts';
import type { Period } from '#stats/time/period.ts';
import { cellFrom, cellSummary } from '../transform/cells.ts';
import { monthsOf, stepsIn } from '#stats/time/months.ts';

const FLOW: MonthlyKind = { measure: 'count', additive: 'flow', signed: false };
const period = (text: string): Period => parsePeriod(text) as Period;
const cellsOf = (span: Period, figure: (i: number) => string, rest: Partial<Cell> = {}): Cell[] =>
  monthsOf(span).map((month, i) => cellFrom(month, figure(i), rest));
const tabulated = (months: readonly string[], absent: Tabulation['absent'], provisional = false) =>
  months.map((month): Tabulation => ({ period: period(month), absent, provisional }));
const summed = (cells: readonly Cell[], span: string, kind = FLOW, tables: readonly Tabulation[] = []) => {
  const year = sumOfMonths(cells, period(span), kind, tables);
  return year ? cellSummary(year.cell) : 'none';
};

describe('the months of a span', () => {
  it('are those of its calendar', () => {
    expect(monthsOf(fiscalYear(2015))).toHaveLength(12);
    expect(monthsOf(fiscalYear(2015))[0]).toBe('2014-10');
    expect(monthsOf(period('2014-10/2015-04')).at(-1)).toBe('2015-04');
    expect(monthsOf(period('2018-10-19'))).toEqual([]);
    expect(monthsOf(period('2009-06-28/2011-06-28'))).toEqual([]);
    expect(monthsOf(period('2008-01-01/..'))).toEqual([]);
  });
});

describe('parts of a year', () => {
  const months = cellsOf(calendarYear(2014), (i) => String(i + 1));
  const quarters = stepsIn('quarter', period('2013-10/2015-03')).map((name, i) =>
    cellFrom(name, String(i + 1)),
  );
  const years = (
    cells: readonly Cell[],
    basis: Parameters<typeof yearsFromMonths>[1],
  ): readonly (readonly string[])[] =>
    yearsFromMonths(cells, basis, FLOW, []).map(({ cell }) => [
      formatPeriod(cell.period),
      cell.gap?.missing.join(' ') ?? String(cell.stated?.value),
    ]);

  it('are the whole ones of a span', () => {
    expect(stepsIn('quarter', calendarYear(2014))).toEqual(['2014-Q1', '2014-Q2', '2014-Q3', '2014-Q4']);
    expect(stepsIn('quarter', fiscalYear(2014))).toEqual(['2013-Q4', '2014-Q1', '2014-Q2', '2014-Q3']);
    expect(stepsIn('half-year', calendarYear(2014))).toEqual(['2014-S1', '2014-S2']);
    expect(stepsIn('half-year', fiscalYear(2014))).toEqual([]);
    expect(stepsIn('quarter', period('2014-02/2014-04'))).toEqual([]);
    expect(stepsIn('quarter', period('2014-01/2014-05'))).toEqual([]);
    expect(stepsIn('month', period('2014-Q3'))).toEqual(['2014-07', '2014-08', '2014-09']);
    expect(stepsIn('quarter', period('2014-10-19'))).toEqual([]);
  });

  it('are sums of months', () => {
    expect(years(months, 'quarter')).toEqual([
      ['2014-Q1', '6'],
      ['2014-Q2', '15'],
      ['2014-Q3', '24'],
      ['2014-Q4', '33'],
    ]);
    expect(years(months, 'half-year')).toEqual([
      ['2014-S1', '21'],
      ['2014-S2', '57'],
    ]);
    expect(years(months.slice(1), 'quarter')[0]).toEqual(['2014-Q1', '2014-01']);
  });

  it('add up to years, and a quarter without a figure is named', () => {
    expect(years(quarters, 'calendar-year')).toEqual([
      ['2013', '2013-Q1 2013-Q2 2013-Q3'],
      ['2014', '14'],
      ['2015', '2015-Q2 2015-Q3 2015-Q4'],
    ]);
    expect(years(quarters, 'us-fiscal-year')[0]).toEqual(['FY2014', '10']);
    expect(years(quarters, 'half-year').slice(1, 3)).toEqual([
      ['2014-S1', '5'],
      ['2014-S2', '9'],
    ]);
    expect(years([cellFrom('1976-Q3', '4')], 'us-fiscal-year')).toEqual([]);
  });
});

describe('twelve months are a year', () => {
  const months = [...cellsOf(calendarYear(2014), () => '10'), ...cellsOf(calendarYear(2015), () => '20')];

  it('of the calendar and of the US alike, from the same months', () => {
    const of = (basis: 'calendar-year' | 'us-fiscal-year'): string[] =>
      yearsFromMonths(months, basis, FLOW, []).map(
        (span) => `${formatPeriod(span.cell.period)} ${cellSummary(span.cell)}`,
      );
    expect(of('calendar-year')).toEqual(['2014 120', '2015 240']);
    expect(of('us-fiscal-year')).toEqual([
      'FY2014 period-missing 2013-10 2013-11 2013-12',
      'FY2015 210',
      'FY2016 period-missing 2016-01 2016-02 2016-03 2016-04 2016-05 2016-06 2016-07 2016-08 2016-09',
    ]);
  });

  it('seven months are never a year, but a span of their own', () => {
    // Rounded to 10: the total of OHSS for nationalities other than Mexican, south-west border, seven months
    // of FY2015.
    const seven = cellsOf(period('2014-10/2015-04'), (i) => (i === 0 ? '10330' : '10000'));
    expect(summed(seven, '2014-10/2015-04')).toBe('70330');
    expect(summed(seven, 'FY2015')).toBe('period-missing 2015-05 2015-06 2015-07 2015-08 2015-09');
    expect(summed(seven, '2016')).toBe('none');
  });

  it('one month without a figure is named, and its year has none', () => {
    const gap = months.map((other) =>
      formatPeriod(other.period) === '2014-06' ? cellFrom('2014-06', '-') : other,
    );
    expect(summed(gap, '2014')).toBe('period-missing 2014-06');
    expect(sumOfMonths(gap, calendarYear(2014), FLOW, [])?.cell.coverage).toEqual({
      present: 11,
      expected: 12,
      weight: null,
    });
  });

  it('ranges and open ends add up', () => {
    const hedged = cellsOf(calendarYear(2014), (i) => (i === 0 ? 'more-than 5' : i === 1 ? '4..6' : '1'));
    expect(summed(hedged, '2014')).toBe('more-than 19');
    const rounded = cellsOf(calendarYear(2014), () => '5..15', { intervalKind: 'rounding' });
    const year = sumOfMonths(rounded, calendarYear(2014), FLOW, []);
    expect(year && cellSummary(year.cell)).toBe('60..180');
    expect(year?.cell.intervalKind).toBe('rounding');
  });
});

describe('a month that is not in a table', () => {
  const eleven = cellsOf(calendarYear(2014), () => '10').slice(0, 11);

  it('is missing, unless the source leaves zeros out of a table it published', () => {
    expect(summed(eleven, '2014')).toBe('period-missing 2014-12');
    expect(summed(eleven, '2014', FLOW, tabulated(['2014-12'], 'not-published'))).toBe(
      'period-missing 2014-12',
    );
    expect(summed(eleven, '2014', FLOW, tabulated(['2014-12'], 'zero'))).toBe('110');
    const year = sumOfMonths(eleven, calendarYear(2014), FLOW, tabulated(['2014-12'], 'zero'));
    expect(year?.zeros).toEqual(['2014-12']);
  });

  it('a provisional month makes a provisional year', () => {
    const year = sumOfMonths(eleven, calendarYear(2014), FLOW, tabulated(['2014-03'], 'zero', true));
    expect(year?.provisional).toBe(true);
    expect(sumOfMonths(eleven, calendarYear(2014), FLOW, [])?.provisional).toBe(false);
  });

  it('is 0 to 5 where the source had rounded it to ten before it left it out', () => {
    const tables = tabulated(['2014-12'], 'zero').map((tabulation) => ({ ...tabulation, rounding: 10 }));
    const eleven = cellsOf(calendarYear(2014), () => '10').slice(0, 11);
    const year = sumOfMonths(eleven, calendarYear(2014), FLOW, tables);
    expect(year?.cell.stated).toEqual({ qualifier: 'exact', value: 110, low: 110, high: 115 });
    expect(year?.cell.intervalKind).toBe('rounding');
  });
  it('a year of zeros is zero, a year without a table is nothing', () => {
    const all = tabulated(monthsOf(calendarYear(2015)), 'zero');
    expect(summed(eleven, '2015', FLOW, all)).toBe('0');
    expect(yearsFromMonths(eleven, 'calendar-year', FLOW, all)).toHaveLength(2);
  });
});

describe('what may not be added over time', () => {
  const months = cellsOf(calendarYear(2014), () => '10');

  it('stocks and prices are not', () => {
    expect(summed(months, '2014', { ...FLOW, additive: 'stock' })).toBe('not-additive');
    expect(summed(months, '2014', { measure: 'estimate', additive: 'none', signed: false })).toBe(
      'not-additive',
    );
  });

  it('rates are not, and shares go by their parts', () => {
    expect(summed(months, '2014', { ...FLOW, measure: 'rate' })).toBe('no-parts');
    expect(summed(months, '2014', { ...FLOW, measure: 'share' })).toBe('no-parts');
    const shares = cellsOf(calendarYear(2014), () => '0.5', { numerator: 1, denominator: 2 });
    expect(summed(shares, '2014', { ...FLOW, measure: 'share' })).toBe('0.5');
    expect(sumOfMonths(shares, calendarYear(2014), { ...FLOW, measure: 'share' }, [])?.cell).toMatchObject({
      numerator: 12,
      denominator: 24,
      computed: 'ratio-of-sums',
    });
  });

  it('intervals of different kinds are not', () => {
    const mixed = cellsOf(calendarYear(2014), (i) => (i < 2 ? '4..6' : '1')).map((cell, i) =>
      i === 0 ? { ...cell, intervalKind: 'confidence-95' as const } : cell,
    );
    expect(summed(mixed, '2014')).toBe('not-additive confidence-95 stated');
  });

  it('more than 5 and nearly 5 leave nothing to say', () => {
    const open = cellsOf(calendarYear(2014), (i) => (i === 0 ? 'more-than 5' : i === 1 ? 'nearly 5' : '1'));
    expect(summed(open, '2014')).toBe('undetermined');
  });
});

test('a calendar year and a fiscal year count each month once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 36, maxLength: 36 }), (values) => {
      const months = monthsOf(period('2013-01/2015-12')).map((month, i) => cellFrom(month, `${values[i]}`));
      const sum = (from: number): string => String(values.slice(from, from + 12).reduce((a, b) => a + b, 0));
      expect(summed(months, '2014')).toBe(sum(12));
      expect(summed(months, 'FY2014')).toBe(sum(9));
      expect(summed(months, 'FY2015')).toBe(sum(21));
    }),
  );
});

test('the rules of the method page are in both languages', () => {
  for (const text of Object.values(MONTH_RULES)) {
    expect(text.en).toMatch(/^[A-Z].*\.$/);
    expect(text.es).toMatch(/^[A-Z].*\.$/);
  }
});
