/** Steps between periods: the year before, the period before, windows that end with a period. */
import { describe, expect, test } from 'vitest';
import { monthsOf, partsBefore, stepsIn, windowOf, yearsBefore } from '#stats/time/months.ts';
import { formatPeriod, parsePeriod, type Period } from '#stats/time/period.ts';

const period = (text: string): Period => {
  const parsed = parsePeriod(text);
  if (!parsed) throw new Error(`${text} is no period`);
  return parsed;
};
const name = (found: Period | null): string | null => found && formatPeriod(found);

describe('the same period', () => {
  test.each([
    ['2014', 1, '2013'],
    ['FY2014', 2, 'FY2012'],
    ['FY1977', 1, 'FY1976'],
    ['2014-10', 1, '2013-10'],
    ['2014-Q3', 1, '2013-Q3'],
    ['2014-S1', 3, '2011-S1'],
    ['0003', 1, '0002'],
    // Nothing is a year before the first that our calendar and the fiscal years both have.
    ['0002', 1, null],
    ['FY0002', 1, null],
    ['2014-10-19', 1, null],
    ['2014-10/2015-04', 1, null],
  ] as const)('of %s, %d years before, is %s', (text, years, expected) => {
    expect(name(yearsBefore(period(text), years))).toBe(expected);
  });

  test.each([
    ['2015-01', 1, '2014-12'],
    ['2015-03', 14, '2014-01'],
    ['2015-Q1', 1, '2014-Q4'],
    ['2015-Q4', 5, '2014-Q3'],
    ['2015-S1', 1, '2014-S2'],
    ['2015-S2', 1, '2015-S1'],
    ['2015', 1, null],
    ['2015-01-05', 1, null],
    ['0001-01', 1, null],
  ] as const)('of %s, %d of its kind before, is %s', (text, parts, expected) => {
    expect(name(partsBefore(period(text), parts))).toBe(expected);
  });

  test('keeps its last day', () => {
    expect(partsBefore(period('2016-03'), 1)).toEqual(period('2016-02'));
    expect(partsBefore(period('2015-S1'), 1)?.end).toBe('2014-12-31');
    expect(partsBefore({ basis: 'month', start: null, end: null }, 1)).toBeNull();
  });
});

describe('a window', () => {
  const names = (text: string, length: number): string[] => windowOf(period(text), length).map(formatPeriod);

  test('ends with its period, and has the periods before it in order', () => {
    expect(names('2014', 3)).toEqual(['2012', '2013', '2014']);
    expect(names('FY2014', 2)).toEqual(['FY2013', 'FY2014']);
    expect(names('2015-02', 4)).toEqual(['2014-11', '2014-12', '2015-01', '2015-02']);
    expect(names('2015-Q1', 3)).toEqual(['2014-Q3', '2014-Q4', '2015-Q1']);
    expect(names('2015-S1', 2)).toEqual(['2014-S2', '2015-S1']);
  });

  test('leaves out what is before the calendar', () => {
    expect(names('0003', 4)).toEqual(['0002', '0003']);
  });
});

describe('the parts of a period', () => {
  test('are whole months, or there are none', () => {
    expect(monthsOf(period('2014-Q4'))).toEqual(['2014-10', '2014-11', '2014-12']);
    expect(monthsOf(period('2014-11/2015-01'))).toEqual(['2014-11', '2014-12', '2015-01']);
    expect(monthsOf({ basis: 'interval', start: '2014-10-02', end: '2014-12-31' })).toEqual([]);
    expect(monthsOf({ basis: 'interval', start: '2014-10-01', end: '2014-12-30' })).toEqual([]);
    expect(monthsOf({ basis: 'since', start: '2014-10-01', end: null })).toEqual([]);
    expect(monthsOf({ basis: 'cumulative', start: null, end: '2014-10-31' })).toEqual([]);
  });

  test('are whole quarters and half years, or there are none', () => {
    expect(stepsIn('quarter', period('2014-S2'))).toEqual(['2014-Q3', '2014-Q4']);
    expect(stepsIn('half-year', period('2014-07/2015-06'))).toEqual(['2014-S2', '2015-S1']);
    expect(stepsIn('half-year', period('2014-Q3'))).toEqual([]);
    expect(stepsIn('half-year', period('2014-04/2014-09'))).toEqual([]);
    expect(stepsIn('quarter', period('2008-01-01/..'))).toEqual([]);
    expect(stepsIn('quarter', period('2014-01/2014-07'))).toEqual([]);
    expect(stepsIn('quarter', period('2014-12/2015-05'))).toEqual([]);
  });
});
