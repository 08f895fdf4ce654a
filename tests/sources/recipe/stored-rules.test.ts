/** The rules of the database for a row, as the reading of a file checks them. */
import { describe, expect, test } from 'vitest';
import { storedProblem } from '#sources/validation/stored-rules.ts';
import { parsePeriod } from '#stats/time/period.ts';
import type { Stated } from '#stats/uncertainty/hedge.ts';

type Row = Parameters<typeof storedProblem>[1] & Parameters<typeof storedProblem>[2];
const said = (more: Partial<Stated>): Stated => ({
  qualifier: 'exact',
  value: null,
  low: null,
  high: null,
  ...more,
});
const row = (stated: Partial<Stated> | null, more: Partial<Row> = {}): Row => ({
  stated: stated && said(stated),
  intervalKind: stated && (stated.low !== undefined || stated.high !== undefined) ? 'stated' : 'none',
  gap: null,
  numerator: null,
  denominator: null,
  period: parsePeriod('2014')!,
  ofBasis: null,
  ...more,
});

describe('a row is taken', () => {
  test.each([
    ['a value', 'count', row({ value: 5 })],
    ['a value with its interval', 'rate', row({ value: 5, low: 4, high: 6 })],
    ['about a value', 'estimate', row({ qualifier: 'about', value: 5 })],
    ['about a range', 'estimate', row({ qualifier: 'about', low: 4, high: 5 })],
    ['more than', 'count', row({ qualifier: 'more-than', low: 5 })],
    ['at most', 'count', row({ qualifier: 'at-most', high: 5 })],
    ['a range', 'level', row({ qualifier: 'range', low: -5, high: -4 })],
    ['a gap', 'count', row(null, { gap: 'not-published' })],
    ['a share of its parts', 'share', row({ value: 0.25 }, { numerator: 1, denominator: 4 })],
    ['a rate that rounds its parts', 'rate', row({ value: 25.1 }, { numerator: 1, denominator: 4 })],
    ['a net flow', 'count', row({ value: -5 })],
    ['the greatest number', 'estimate', row({ value: 1e30 })],
    ['all of a whole', 'share', row({ value: 1 })],
    [
      'part of a year',
      'count',
      row({ value: 1 }, { period: parsePeriod('2014-01/2014-03')!, ofBasis: 'calendar-year' }),
    ],
  ] as const)('%s', (_, measure, taken) => {
    expect(storedProblem(measure, taken, taken)).toBeNull();
  });
});

describe('a row is refused', () => {
  test.each([
    ['neither number nor gap', 'count', row(null), 'has neither a number nor a reason, or both'],
    ['both', 'count', row({ value: 1 }, { gap: 'redacted' }), 'has neither a number nor a reason, or both'],
    [
      'ends of no kind',
      'count',
      row({ value: 5, low: 4, high: 6 }, { intervalKind: 'none' }),
      'has ends without a kind',
    ],
    [
      'a kind without ends',
      'count',
      row({ value: 5 }, { intervalKind: 'stated' }),
      'has ends without a kind',
    ],
    ['exact without a value', 'count', row({ low: 4, high: 5 }), 'has no value, or one end alone'],
    ['one end beside a value', 'count', row({ value: 5, low: 4 }), 'has no value, or one end alone'],
    ['about nothing', 'count', row({ qualifier: 'about', low: 4 }), 'has neither a value nor two ends'],
    [
      'at least without its low end',
      'count',
      row({ qualifier: 'at-least', high: 5 }),
      'is at-least a number',
    ],
    [
      'less than with a value',
      'count',
      row({ qualifier: 'less-than', value: 4, high: 5 }),
      'is less-than a number',
    ],
    ['a range of one end', 'count', row({ qualifier: 'range', low: 4 }), 'is a range without its two ends'],
    [
      'ends out of order',
      'count',
      row({ qualifier: 'range', low: 6, high: 5 }),
      'does not lie between its ends',
    ],
    [
      'a value outside its ends',
      'count',
      row({ value: 7, low: 4, high: 6 }),
      'does not lie between its ends',
    ],
    ['an infinite value', 'level', row({ value: Infinity }), 'is no finite number up to 1e30'],
    ['no number', 'level', row({ value: NaN }), 'is no finite number up to 1e30'],
    ['a number too great', 'level', row({ value: 1.1e30 }), 'is no finite number up to 1e30'],
    ['a rate below 0', 'rate', row({ value: -1 }), 'is below 0, and a rate is not'],
    [
      'a share below 0',
      'share',
      row({ qualifier: 'range', low: -0.1, high: 1 }),
      'is below 0, and a share is not',
    ],
    ['more than the whole', 'share', row({ value: 1.01 }), 'is more than 1, and a share is not'],
    ['one part of two', 'share', row({ value: 0.5 }, { numerator: 1 }), 'has one part of two'],
    [
      'parts of a count',
      'count',
      row({ value: 1 }, { numerator: 1, denominator: 1 }),
      'has parts, and a count has none',
    ],
    [
      'a whole of 0',
      'rate',
      row({ value: 1 }, { numerator: 0, denominator: 0 }),
      'has parts that are no numbers',
    ],
    [
      'a part below 0',
      'rate',
      row({ value: 1 }, { numerator: -1, denominator: 2 }),
      'has parts that are no numbers',
    ],
    [
      'another share',
      'share',
      row({ value: 0.3 }, { numerator: 1, denominator: 4 }),
      'is another number than its parts',
    ],
    [
      'a year before 1',
      'count',
      row({ value: 1 }, { period: { basis: 'day', start: '0000-05-01', end: '0000-05-01' } }),
      'is of a year before 1',
    ],
    [
      'a whole year as part of one',
      'count',
      row({ value: 1 }, { ofBasis: 'us-fiscal-year' }),
      'is part of a year and no interval',
    ],
  ] as const)('%s', (_, measure, refused, problem) => {
    expect(storedProblem(measure, refused, refused)).toContain(problem);
  });
});
