import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysFrom, lastDayOfMonth } from '#stats/time/calendar.ts';
import type { Period } from '#stats/time/period.ts';
import {
  calendarYear,
  comparePeriods,
  fiscalYear,
  fiscalYearAt,
  formatPeriod,
  isOver,
  parsePeriod,
  partOfYear,
  leastSure,
  periodAround,
  yearOf,
} from '#stats/time/period.ts';

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
const year = fc.oneof(fc.integer({ min: 2, max: 9999 }), fc.constantFrom(2, 2000, 1900, 2016, 9999));
const iso = (date: Date): string => date.toISOString().slice(0, 10);
const dayOf = (text: string): Date => new Date(`${text}T00:00:00Z`);
const day = fc
  .tuple(year, fc.integer({ min: 0, max: 365 }))
  .map(([y, n]) => new Date(dayOf(`${pad(y, 4)}-01-01`).getTime() + n * 86_400_000))
  .filter((date) => date.getUTCFullYear() <= 9999)
  .map(iso);
/** The first and last day of a month, found by stepping through days and not with the code under test. */
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => {
  const start = `${pad(y, 4)}-${pad(m)}-01`;
  let last = dayOf(start);
  for (let next = last; next.getUTCMonth() + 1 === m; next = new Date(last.getTime() + 86_400_000))
    last = next;
  return { start, end: iso(last) };
});
const saidAt = fc.oneof(
  day.map((d) => ({ start: d, end: d })),
  month,
);
const spans = fc
  .oneof(
    fc.tuple(day, day),
    fc.tuple(month, month).map(([a, b]) => [a.start, b.end] as const),
  )
  .filter(([a, b]) => a <= b);

const period: fc.Arbitrary<Period> = fc.oneof(
  year.map(calendarYear),
  year.map(fiscalYear),
  month.map((span) => ({ basis: 'month' as const, ...span })),
  day.map((d) => ({ basis: 'day' as const, start: d, end: d })),
  fc.tuple(year, fc.constantFrom(1, 2, 3, 4)).map(([y, n]) => partOfYear('quarter', y, n)!),
  fc.tuple(year, fc.constantFrom(1, 2)).map(([y, n]) => partOfYear('half-year', y, n)!),
  spans.map(([start, end]) => ({ basis: 'interval' as const, start, end })),
  day.map((start) => ({ basis: 'since' as const, start, end: null })),
  day.map((end) => ({ basis: 'cumulative' as const, start: null, end })),
  saidAt.map((span) => ({ basis: 'annual-level' as const, ...span })),
  saidAt.map((span) => ({ basis: 'unstated' as const, ...span })),
);

describe('a period and its text undo each other', () => {
  test('every period of every basis is read back from its text', () => {
    fc.assert(
      fc.property(period, (period) => {
        expect(parsePeriod(formatPeriod(period))).toEqual(period);
      }),
      { numRuns: 2000 },
    );
  });

  test('every text that is accepted is the text of its period', () => {
    const pieces =
      '2014 FY 2016-02 -29 2015-04 / .. @ annual unstated -31 0001 9999-12 0000 -01-01/ 2015-01-31'.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }), (chosen) => {
        const text = chosen.join('');
        const read = parsePeriod(text);
        if (read) expect(formatPeriod(read)).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });

  test('different periods have different texts', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        expect(formatPeriod(a) === formatPeriod(b)).toBe(comparePeriods(a, b) === 0);
      }),
    );
  });

  test.each([
    ['0001', '0001-01-01', '0001-12-31'],
    ['9999', '9999-01-01', '9999-12-31'],
    ['FY0002', '0001-07-01', '0002-06-30'],
    ['FY1976', '1975-07-01', '1976-06-30'],
    ['FY1977', '1976-10-01', '1977-09-30'],
    ['FY2014', '2013-10-01', '2014-09-30'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['0004-02', '0004-02-01', '0004-02-29'],
    ['2016-02-29', '2016-02-29', '2016-02-29'],
    ['2014-10/2015-04', '2014-10-01', '2015-04-30'],
    ['2014-Q1', '2014-01-01', '2014-03-31'],
    ['2014-Q4', '2014-10-01', '2014-12-31'],
    ['2014-S1', '2014-01-01', '2014-06-30'],
    ['2014-S2', '2014-07-01', '2014-12-31'],
    ['2009-06-28/2011-06-28', '2009-06-28', '2011-06-28'],
    ['2008-01-01/..', '2008-01-01', null],
    ['../2015-10-15', null, '2015-10-15'],
    ['annual@2015-11', '2015-11-01', '2015-11-30'],
    ['unstated@2018-10-20', '2018-10-20', '2018-10-20'],
  ])('%s is %s to %s', (text, start, end) => {
    expect(parsePeriod(text)).toMatchObject({ start, end });
  });
});

describe('what is no period', () => {
  test.each([
    ['', 'nothing'],
    ['14', 'a year of two digits'],
    ['20145', 'a year of five digits'],
    ['-2014', 'a year before our era'],
    ['0000', 'the year 0, which no calendar of ours has'],
    ['0000-05', 'a month of the year 0'],
    ['0000-02-29', 'a day of the year 0'],
    ['FY0000', 'the fiscal year 0'],
    ['FY0001', 'a fiscal year that begins in the year 0'],
    ['fy2014', 'small letters'],
    ['2014-13', 'a thirteenth month'],
    ['2014-00', 'a month 0'],
    ['2015-02-29', 'a leap day of a year that has none'],
    ['1900-02-29', 'a leap day of a century'],
    ['2014-04-31', 'the thirty-first of April'],
    ['2014-1-1', 'numbers without their zeros'],
    ['2014/2015', 'a span of years'],
    ['2015-04/2014-10', 'a span that ends before it starts'],
    ['2014-10/2015-04-30', 'a month to a day'],
    ['2014-Q5', 'a fifth quarter'],
    ['2014-S3', 'a third half'],
    ['0000-Q1', 'a quarter of no year'],
    ['2014-10-01/2015-04-30', 'whole months written as days'],
    ['../..', 'no end at all'],
    ['../2015', 'a total up to a year'],
    ['2008/..', 'a bare year that is still open'],
    ['2008-01/2008-02/2008-03', 'three ends'],
    ['../2008-02-29/2008-03', 'three ends, one of them open'],
    ['2008-02-29/../2008-03', 'three ends, one of them open'],
    ['nFY2014', 'a fiscal year after something else'],
    ['annual@2015', 'a level said in a year'],
    ['said@2015-11', 'an unknown word'],
    [' 2014', 'a space'],
    ['2014\n', 'a line feed'],
    ['２０１４', 'digits of another script'],
  ])('%j: %s', (text) => expect(parsePeriod(text)).toBeNull());
});

test.each([
  ['1975-06-30', 1975],
  ['1975-07-01', 1976],
  ['1976-06-30', 1976],
  ['1976-07-01', null],
  ['1976-09-30', null],
  ['1976-10-01', 1977],
  ['1977-09-30', 1977],
  ['1977-10-01', 1978],
  ['2014-10-01', 2015],
])('%s lies in fiscal year %j', (day, year) => expect(fiscalYearAt(day)).toBe(year));

test.each([
  ['2014-11-05', 'day', '2014-11-05'],
  ['2014-11-05', 'month', '2014-11'],
  ['2014-11-05', 'quarter', '2014-Q4'],
  ['2014-09-30', 'quarter', '2014-Q3'],
  ['2014-06-30', 'half-year', '2014-S1'],
  ['2014-07-01', 'half-year', '2014-S2'],
  ['2014-11-05', 'calendar-year', '2014'],
  ['2014-11-05', 'us-fiscal-year', 'FY2015'],
  ['1976-06-30', 'us-fiscal-year', 'FY1976'],
] as const)('%s lies in the %s %s', (day, basis, name) =>
  expect(formatPeriod(periodAround(day, basis)!)).toBe(name),
);

test.each([
  ['1976-08-01', 'us-fiscal-year'],
  ['2014-11-05', 'interval'],
  ['2014-11-05', 'since'],
  ['2014-11-05', 'unstated'],
  ['2014-11-31', 'day'],
  ['', 'calendar-year'],
  ['', 'quarter'],
  ['', 'us-fiscal-year'],
] as const)('%j alone gives no %s', (day, basis) => expect(periodAround(day, basis)).toBeNull());

test('a fiscal year keeps its name whatever its days', () => {
  const october = { basis: 'us-fiscal-year', start: '1969-10-01', end: '1970-09-30' } as const;
  expect([october, fiscalYear(1970)].map(formatPeriod)).toEqual(['FY1970', 'FY1970']);
});

describe('the order of periods', () => {
  test('a fiscal year is named for the year in which it ends, and comes before the calendar year', () => {
    expect(yearOf(fiscalYear(2014))).toBe(2014);
    expect(comparePeriods(fiscalYear(2014), calendarYear(2014))).toBe(-1);
  });

  test('an open end comes last, an unknown start first', () => {
    const texts = ['2008-01-01/..', '2014', '../2014-12-31', '2013', 'FY2014'];
    const read = texts.map(parsePeriod).filter((period) => period !== null);
    expect(read.sort(comparePeriods).map(formatPeriod)).toEqual([
      '2013',
      'FY2014',
      '../2014-12-31',
      '2014',
      '2008-01-01/..',
    ]);
  });

  test('only years have a number', () => {
    expect(yearOf({ basis: 'interval', start: '2014-01-01', end: '2014-12-31' })).toBeNull();
  });
});

test('a period is over from its last day on', () => {
  expect(isOver(calendarYear(2014), '2014-12-31')).toBe(true);
  expect(isOver(calendarYear(2014), '2014-12-30')).toBe(false);
  expect(isOver({ end: null }, '2014-12-31')).toBe(false);
});

test('the least certain of several statuses counts, in whatever order they come', () => {
  expect(leastSure([])).toBe('stated');
  expect(leastSure(['stated', 'inferred', 'stated'])).toBe('inferred');
  expect(leastSure(['assumed', 'inferred'])).toBe('assumed');
  expect(leastSure(['inferred', 'assumed', 'stated'])).toBe('assumed');
});

test('the first year, the first quarter and a span of a single day have a text', () => {
  for (const text of ['0001-Q1', '0001', '2014-10-07/2014-10-07']) {
    const period = parsePeriod(text);
    expect(period && formatPeriod(period)).toBe(text);
  }
  expect(partOfYear('quarter', 2014, 0)).toBeNull();
  expect(periodAround('0001-05-01', 'calendar-year')).toEqual(calendarYear(1));
});

test('days are counted with the first and the last, over the end of a month and in a leap year', () => {
  expect(daysFrom('2014-10-01', '2014-10-31')).toBe(31);
  expect(daysFrom('2016-02-28', '2016-03-01')).toBe(3);
  expect(daysFrom('2014-10-01', '2014-10-01')).toBe(1);
  expect(lastDayOfMonth('2016-02-10')).toBe('2016-02-29');
});
