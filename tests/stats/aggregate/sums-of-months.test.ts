/** What a sum of months takes from its months, and what zeros that a source left out add to it. */
import { describe, expect, test } from 'vitest';
import {
  PROVISIONAL,
  sumOfMonths,
  withZeros,
  yearsFromMonths,
  type MonthlyKind,
  type MonthSums,
  type Tabulation,
} from '#stats/aggregate/months.ts';
import type { Note } from '#stats/model/catalogue.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriod, parsePeriod, type Period } from '#stats/time/period.ts';
import type { Qualifier } from '#stats/uncertainty/hedge.ts';
import { cellFrom, cellSummary } from '../transform/cells.ts';

const FLOW: MonthlyKind = { measure: 'count', additive: 'flow', signed: false };
const SHARE: MonthlyKind = { measure: 'share', additive: 'none', signed: false };
const period = (text: string): Period => parsePeriod(text) as Period;
const note = (text: string): Note => ({ mandatory: false, text: { en: text, es: text } });
const zero = (month: string, more: Partial<Tabulation> = {}): Tabulation => ({
  period: period(month),
  absent: 'zero',
  provisional: false,
  ...more,
});
/** The first quarter of 2014 from its three months. */
const quarter = (cells: readonly Cell[], kind = FLOW, tables: readonly Tabulation[] = []) =>
  sumOfMonths(cells, period('2014-Q1'), kind, tables)?.cell;
const months = (figures: readonly string[], more: readonly Partial<Cell>[] = []): Cell[] =>
  figures.map((figure, i) => cellFrom(`2014-0${i + 1}`, figure, more[i]));

describe('zeros that a source rounded and left out', () => {
  const sums = (central: number | null, more: Partial<MonthSums> = {}) => ({
    low: central ?? 0,
    high: central ?? 20,
    central,
    words: new Set<Qualifier>(['exact']),
    intervalKinds: [] as MonthSums['intervalKinds'],
    ...more,
  });

  test('are up to half of what they were rounded to, each', () => {
    const twelve = withZeros(sums(0), 12, 10);
    expect(twelve).toMatchObject({ low: 0, high: 60, central: null, intervalKinds: ['rounding'] });
    expect([...twelve.words]).toEqual(['exact', 'at-most']);
    expect(withZeros(sums(10, { low: 5, high: 15 }), 11, 10)).toMatchObject({
      low: 5,
      high: 70,
      central: null,
    });
  });

  test('leave the value where they can add no more than a quarter to it', () => {
    // Eleven zeros rounded to tens are at most 55, a quarter of 220.
    const little = withZeros(sums(220), 11, 10);
    expect(little).toMatchObject({ high: 275, central: 220, intervalKinds: ['rounding'] });
    expect([...little.words]).toEqual(['exact']);
    expect(withZeros(sums(219), 11, 10).central).toBeNull();
  });

  test('give no value to a sum without one, and keep its kind of interval', () => {
    const open = withZeros(sums(null, { intervalKinds: ['stated'] }), 1, 10);
    expect(open).toMatchObject({ high: 25, central: null, intervalKinds: ['stated', 'rounding'] });
    expect([...open.words]).toContain('at-most');
    expect(withZeros(sums(100, { intervalKinds: ['rounding'] }), 1, 10).intervalKinds).toEqual(['rounding']);
  });

  test('change nothing where nothing was rounded or left out', () => {
    const plain = sums(10);
    expect(withZeros(plain, 12, 0)).toBe(plain);
    expect(withZeros(plain, 0, 10)).toBe(plain);
  });

  test('count as months that were published', () => {
    expect(cellSummary(quarter(months(['10', '20']), FLOW, [zero('2014-03')])!)).toBe('30');
    const two = sumOfMonths(months(['10']), period('2014-01/2014-02'), FLOW, [zero('2014-02')]);
    expect(two && cellSummary(two.cell)).toBe('10');
    expect(two?.zeros).toEqual(['2014-02']);
    expect(sumOfMonths([], period('2014-Q1'), FLOW, [zero('2014-02')])).toBeNull();
  });
});

describe('a sum of months', () => {
  test('has the editions and the notes of all, each once, and the least certain period', () => {
    const cells = months(
      ['1', '2', '3'],
      [
        { editions: ['b@1'], notes: [note('early'), note('late')], attributedTo: 'A', locator: 'page 1' },
        { editions: ['a@1'], notes: [note('late')], periodStatus: 'inferred', printed: '2' },
        { editions: ['b@1'] },
      ],
    );
    expect(quarter(cells)).toMatchObject({
      basis: 'quarter',
      period: period('2014-Q1'),
      stated: { qualifier: 'exact', value: 6, low: null, high: null },
      intervalKind: 'none',
      computed: 'sum',
      coverage: { present: 3, expected: 3, weight: null },
      editions: ['a@1', 'b@1'],
      notes: [note('early'), note('late')],
      periodStatus: 'inferred',
      attributedTo: null,
      locator: null,
      printed: null,
      numerator: null,
      denominator: null,
    });
  });

  test('says that a month of it may change', () => {
    const cells = months(['1', '2', '3'], [{ notes: [note('early')] }]);
    const tables = [zero('2014-02', { provisional: true })];
    expect(quarter(cells, FLOW, tables)?.notes).toEqual([note('early'), PROVISIONAL]);
    expect(quarter(cells, FLOW, [zero('2014-02')])?.notes).toEqual([note('early')]);
  });

  test('keeps the kind of its ends, on one side or on both', () => {
    const kind = (figure: string): string | undefined =>
      quarter(months(['1', '2', figure], [{}, {}, { intervalKind: 'confidence-95' }]))?.intervalKind;
    expect(kind('4..6')).toBe('confidence-95');
    expect(kind('more-than 4')).toBe('confidence-95');
    expect(kind('at-most 4')).toBe('confidence-95');
  });

  test('names kinds of intervals that do not add up in the alphabet', () => {
    const cells = months(
      ['4..6', '4..6', '1'],
      [{ intervalKind: 'stated' }, { intervalKind: 'confidence-95' }],
    );
    expect(cellSummary(quarter(cells)!)).toBe('not-additive confidence-95 stated');
    expect(quarter(cells)).toMatchObject({ computed: 'sum', intervalKind: 'none' });
  });

  test('of counts takes no numerators, though they may be on file', () => {
    const parts = { numerator: 1, denominator: 2 };
    expect(quarter(months(['1', '2', '3'], [parts, parts, parts]))).toMatchObject({
      stated: { value: 6 },
      computed: 'sum',
      numerator: null,
      denominator: null,
    });
  });

  test('is made of parts of a year, and not of days', () => {
    expect(sumOfMonths([cellFrom('2014-01-05', '5')], period('2014'), FLOW, [])).toBeNull();
    expect(sumOfMonths([], period('2014'), FLOW, [])).toBeNull();
  });
});

describe('shares of months', () => {
  type Part = readonly [number | null, number | null];
  const parts = (...of: readonly Part[]): Partial<Cell>[] =>
    of.map(([numerator, denominator]) => ({ numerator, denominator }));

  test('are the sum of their numerators by that of their denominators', () => {
    const cells = months(['0.5', '0.25', '1'], parts([1, 2], [1, 4], [2, 2]));
    expect(quarter(cells, SHARE)).toMatchObject({
      stated: { qualifier: 'exact', value: 0.5, low: null, high: null },
      intervalKind: 'none',
      computed: 'ratio-of-sums',
      numerator: 4,
      denominator: 8,
    });
  });

  test('are about that if one of them is', () => {
    const cells = months(['about 0.5', '0.25', '1'], parts([1, 2], [1, 4], [2, 2]));
    expect(cellSummary(quarter(cells, SHARE)!)).toBe('about 0.5');
  });

  test('without all their parts, or of nothing, have none', () => {
    const gap = (...of: readonly Part[]): string =>
      cellSummary(quarter(months(['0.5', '0.5', '0.5'], parts(...of)), SHARE)!);
    expect(gap([1, 2], [null, 2], [1, 2])).toBe('no-parts');
    expect(gap([1, 2], [1, null], [1, 2])).toBe('no-parts');
    expect(gap([0, 0], [0, 0], [0, 0])).toBe('no-parts');
    expect(quarter(months(['0.5', '0.5', '-'], parts([1, 2], [1, 2], [1, 2])), SHARE)?.computed).toBe('sum');
  });

  test('are an interval if one of them is, each end as often as it has cases', () => {
    const cells = months(['0.5', '0.2..0.6', '0.75'], parts([1, 2], [2, 5], [3, 4])).map((cell, i) =>
      i === 1 ? { ...cell, intervalKind: 'disclosure' as const } : cell,
    );
    // 2 x 0.5 + 5 x 0.2 + 4 x 0.75 = 5, and with 0.6 it is 7, of 11 cases.
    const { stated, intervalKind } = quarter(cells, SHARE)!;
    expect([stated?.low, stated?.high, intervalKind]).toEqual([0.454545454545, 0.636363636364, 'disclosure']);
  });
});

test('years come in order of time, whatever the order of their months', () => {
  const cells = ['2015-05', '2013-02', '2014-07'].map((month) => cellFrom(month, '1'));
  const years = yearsFromMonths(cells, 'calendar-year', FLOW, [zero('2012-01')]);
  expect(years.map(({ cell }) => formatPeriod(cell.period))).toEqual(['2012', '2013', '2014', '2015']);
  const open = { ...cells[0]!, period: { basis: 'since' as const, start: null, end: null } };
  expect(yearsFromMonths([open], 'calendar-year', FLOW, [])).toEqual([]);
});
