/** The verdict on two indicators side by side: what holds between them, and what holds within each. */
import { describe, expect, test } from 'vitest';
import { pairComparability } from '#stats/pairing/comparability.ts';
import { pairIndicators, verdictOnPairs } from '#stats/pairing/pair-indicators.ts';
import { pairsOf, type PairHalf } from '#stats/pairing/pairs.ts';
import type { Cell } from '#stats/model/observation.ts';
import { HOMICIDE } from '../../app/_charts/answers.ts';
import { both, chartCell, chartComparison, indicator } from '../../app/_charts/making.ts';

const GINI = indicator('gini-index', 'estimate', both('Gini index'), both('Index'), { additive: 'none' });
const rate = (area: string, period: string, more: Partial<Cell> = {}): Cell =>
  chartCell(HOMICIDE, area, period, 60, { source: 'unodc-2025', ...more });
const gini = (area: string, period: string, more: Partial<Cell> = {}): Cell =>
  chartCell(GINI, area, period, 50, { source: 'world-bank-population', ...more });
const halves = (rates: readonly Cell[], ginis: readonly Cell[]): readonly [PairHalf, PairHalf] => [
  { comparison: chartComparison(HOMICIDE, rates), place: 'area' },
  { comparison: chartComparison(GINI, ginis), place: 'area' },
];
const judged = (rates: readonly Cell[], ginis: readonly Cell[]): string[] => {
  const sides = halves(rates, ginis);
  const { verdict, reasons } = pairComparability(sides, pairsOf(sides).pairs);
  return [verdict, ...reasons.map(({ code }) => code)];
};
const ASSUMED = { periodStatus: 'assumed' } as const;

describe('two indicators', () => {
  test('of the same places and years are comparable, whatever they measure', () => {
    expect(judged([rate('HND', '2014')], [gini('HND', '2014')])).toEqual(['comparable']);
  });

  test('have a note if either side has one', () => {
    const doubtful = ['comparable-with-notes', 'assumed-period'];
    expect(judged([rate('HND', '2014', ASSUMED)], [gini('HND', '2014')])).toEqual(doubtful);
    expect(judged([rate('HND', '2014')], [gini('HND', '2014', ASSUMED)])).toEqual(doubtful);
    // What both sides have in common is said once.
    expect(judged([rate('HND', '2014', ASSUMED)], [gini('HND', '2014', ASSUMED)])).toEqual(doubtful);
  });

  test('are judged by the figures that have a partner', () => {
    expect(judged([rate('HND', '2014'), rate('SLV', '2013', ASSUMED)], [gini('HND', '2014')])).toEqual([
      'comparable',
    ]);
    expect(judged([rate('HND', '2014')], [gini('HND', '2014'), gini('SLV', '2013', ASSUMED)])).toEqual([
      'comparable',
    ]);
  });

  test('are judged by all their figures if none has a partner', () => {
    expect(judged([rate('HND', '2014', ASSUMED)], [gini('SLV', '2014')])).toEqual([
      'comparable-with-notes',
      'assumed-period',
    ]);
    expect(judged([rate('HND', '2014')], [gini('SLV', '2014', ASSUMED)])).toEqual([
      'comparable-with-notes',
      'assumed-period',
    ]);
  });

  test('may differ in their years, which is said of the two together', () => {
    const found = judged([rate('HND', '2014')], [gini('HND', 'FY2014')]);
    expect(found).toEqual(['comparable-with-notes', 'time-basis']);
  });

  test('cannot be compared if the figures of one side cannot', () => {
    const deaths = indicator('deaths', 'count', both('Deaths'), both('Deaths'));
    const cells = ['2014', '2014-10'].map((period) =>
      chartCell(deaths, period === '2014' ? 'HND' : 'GTM', period, 5, { source: 'unodc-2025' }),
    );
    const [rates] = halves([rate('SLV', '2014')], []);
    const sides = [rates, { comparison: chartComparison(deaths, cells), place: 'area' }] as const;
    const { verdict, reasons } = pairComparability(sides, []);
    expect(verdict).toBe('not-comparable');
    expect(reasons.map(({ code }) => code)).toEqual(['partial-year', 'time-basis']);
  });

  test('have no verdict where nothing is paired, unless they must not be compared', () => {
    const verdict = (rates: readonly Cell[], ginis: readonly Cell[]) =>
      verdictOnPairs(pairIndicators(halves(rates, ginis))!)?.verdict ?? null;
    expect(verdict([rate('HND', '2014')], [gini('HND', '2014')])).toBe('comparable');
    expect(verdict([rate('HND', '2014')], [gini('SLV', '2014')])).toBeNull();
    expect(verdict([rate('HND', '2014', ASSUMED)], [])).toBeNull();
    const deaths = indicator('deaths', 'count', both('Deaths'), both('Deaths'));
    const lengths = ['2014', '2014-10'].map((period) => chartCell(deaths, 'HND', period, 5));
    const counts: PairHalf = { comparison: chartComparison(deaths, lengths), place: 'area' };
    const [rates] = halves([rate('SLV', '2014')], []);
    expect(verdictOnPairs(pairIndicators([rates, counts])!)?.verdict).toBe('not-comparable');
  });

  test('have their reasons in one order, whichever side has them', () => {
    const twoSources = [
      rate('HND', '2014', ASSUMED),
      rate('HND', '2014', { ...ASSUMED, source: 'migrant-crisis-2015', definition: 'other' }),
    ];
    const expected = ['comparable-with-notes', 'definition', 'source', 'secondary-source', 'assumed-period'];
    expect(judged(twoSources, [gini('SLV', '2014', ASSUMED)])).toEqual(expected);
  });
});
