/** `time=` of a query: what it means, how it is written, and what is refused. */
import { describe, expect, test } from 'vitest';
import { BadQuery } from '#stats/problem.ts';
import type { Basis } from '#stats/time/period.ts';
import {
  boundsOf,
  formatTime,
  intervalOf,
  lastDayOfFiscalYears,
  onlyEnd,
  parseTime,
} from '#stats/time/time-range.ts';

const YEARS: readonly Basis[] = ['calendar-year'];
const BOTH: readonly Basis[] = ['calendar-year', 'us-fiscal-year'];
const FISCAL: readonly Basis[] = ['us-fiscal-year'];
const MONTHS: readonly Basis[] = ['month'];

/** What is proposed instead of a text that is refused. */
function proposed(text: string, bases: readonly Basis[]): readonly string[] {
  try {
    parseTime(text, bases);
  } catch (error) {
    if (error instanceof BadQuery) return error.problem.accepted;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

describe('time=', () => {
  test.each<[string, readonly Basis[], string]>([
    ['2014', YEARS, '2014'],
    ['2014', FISCAL, 'FY2014'],
    ['FY2014', BOTH, 'FY2014'],
    ['2000..2020', YEARS, '2000..2020'],
    ['..', YEARS, 'earliest..latest'],
    ['2015..', YEARS, '2015..latest'],
    ['..2015', YEARS, 'earliest..2015'],
    ['earliest..earliest', YEARS, 'earliest'],
    ['latest', YEARS, 'latest'],
    ['latest-common', YEARS, 'latest-common'],
    ['2014-10/2015-04', MONTHS, '2014-10/2015-04'],
    ['2014-10..2015-04', MONTHS, '2014-10..2015-04'],
  ])('%s means %s %s', (text, bases, canonical) => {
    expect(formatTime(parseTime(text, bases))).toBe(canonical);
  });

  test.each<[string, readonly Basis[], readonly string[]]>([
    ['2014', BOTH, ['basis=calendar-year&time=2014', 'FY2014']],
    ['FY2014', YEARS, ['2014', 'basis=us-fiscal-year&time=FY2014']],
    ['2015..2014', YEARS, ['2014..2015']],
    ['latest..2014', YEARS, ['2014..latest']],
    ['2014..earliest', YEARS, ['earliest..2014']],
    ['latest..earliest', YEARS, ['earliest..latest']],
  ])('%s of %s is refused, with the way on', (text, bases, ways) => {
    expect(proposed(text, bases)).toEqual(ways);
  });

  test.each(['soon', '2014..2015..2016', 'annual@2014', '2014-10/2015-04..2016', 'x'.repeat(60)])(
    '%s is no time',
    (text) => expect(proposed(text, YEARS)).toContain('2000..2020'),
  );

  test('a text that is refused is told in at most forty characters', () => {
    expect(() => parseTime('x'.repeat(60), YEARS)).toThrow('x'.repeat(40));
    expect(() => parseTime('x'.repeat(60), YEARS)).not.toThrow('x'.repeat(41));
  });

  test('a span has at most as many periods as an answer may have, counted as its ends are written', () => {
    expect(() => parseTime('1600..2000', YEARS)).toThrow(BadQuery);
    expect(() => parseTime('1000-01..1999-12', MONTHS)).toThrow(BadQuery);
    expect(() => parseTime('2013-10-01..2014-12-31', YEARS)).not.toThrow();
    expect(() => parseTime('1601..2000', YEARS)).not.toThrow();
  });
});

test('the bounds of a span are its first and last day', () => {
  expect(boundsOf({ from: '2014', to: 'FY2015' })).toEqual({ start: '2014-01-01', end: '2015-09-30' });
  expect(boundsOf({ from: 'earliest', to: '2014-02' })).toEqual({ start: null, end: '2014-02-28' });
  expect(boundsOf({ from: 'latest', to: 'latest' })).toEqual({ start: null, end: null });
  expect(boundsOf({ from: 'latest-common', to: 'latest-common' })).toEqual({ start: null, end: null });
});

test('an interval is one period and no range', () => {
  expect(intervalOf({ from: '2014-10/2015-04', to: '2014-10/2015-04' })).toMatchObject({ end: '2015-04-30' });
  expect(intervalOf({ from: '2014', to: '2014' })).toBeNull();
  expect(intervalOf({ from: '2014-10/2015-04', to: '2016' })).toBeNull();
  expect(intervalOf({ from: '../2015-04-30', to: '../2015-04-30' })).toBeNull();
});

test('fiscal years of a span may end on the last of September, whatever their days', () => {
  expect(lastDayOfFiscalYears({ from: 'FY1970', to: 'FY1976' })).toBe('1976-09-30');
  expect(lastDayOfFiscalYears({ from: '2010', to: '2014' })).toBe('2014-12-31');
  expect(lastDayOfFiscalYears({ from: '2010', to: 'latest' })).toBeNull();
});

test('a query may ask for one end of what is on file', () => {
  for (const end of ['earliest', 'latest', 'latest-common'] as const)
    expect(onlyEnd({ from: end, to: end })).toBe(end);
  expect(onlyEnd({ from: '2014', to: '2014' })).toBeNull();
  expect(onlyEnd({ from: 'earliest', to: 'latest' })).toBeNull();
});
