/**
 * Two indicators side by side: which of their figures are paired, whether they may be compared, and whether
 * they are correlated.
 */
import type { Comparability } from '../comparability/verdict.ts';
import { significant } from '../number.ts';
import { pairComparability } from './comparability.ts';
import { pairsOf, type Paired, type PairHalf } from './pairs.ts';
import { LEAST_PAIRS, rankCorrelation } from './rank-correlation.ts';

/** The pairs of two indicators, with the verdict and the correlation. */
export interface PairedResult extends Paired {
  readonly comparability: Comparability;
  /**
   * Spearman's, over pairs of one period in which both sides have a single number; null if it would not be
   * meaningful.
   */
  readonly rankCorrelation: { readonly r: number; readonly pairs: number } | null;
}

/**
 * The verdict as readers see it; null where there are no pairs, because nothing is compared. That the two must not
 * be compared is said all the same.
 */
export const verdictOnPairs = ({
  pairs,
  comparability,
}: {
  readonly pairs: readonly unknown[];
  readonly comparability: Comparability;
}): Comparability | null =>
  pairs.length > 0 || comparability.verdict === 'not-comparable' ? comparability : null;

/** @returns null for more than two */
export function pairIndicators(halves: readonly PairHalf[]): PairedResult | null {
  const [first, second] = halves;
  if (!first || !second || halves.length > 2) return null;
  const two = [first, second] as const;
  const paired = pairsOf(two);
  const periods = new Set(paired.pairs.map(({ cells }) => cells[0].period.end));
  const numbers = paired.pairs.flatMap(({ cells: [a, b] }): (readonly [number, number])[] => {
    const [x, y] = [a.stated?.value ?? null, b.stated?.value ?? null];
    return x === null || y === null ? [] : [[x, y]];
  });
  const r = periods.size === 1 && numbers.length >= LEAST_PAIRS ? rankCorrelation(numbers) : null;
  return {
    ...paired,
    comparability: pairComparability(two, paired.pairs),
    rankCorrelation: r === null ? null : { r: significant(r), pairs: numbers.length },
  };
}
