/**
 * Whether two indicators rise together over areas: Spearman's rank correlation, that is, Pearson's
 * correlation of the ranks, in which equal figures share the mean of their ranks. It runs from -1 (opposite
 * orders) to 1 (the same order). It depends only on the order, so it implies neither a linear relation nor a
 * cause.
 *
 * @example rankCorrelation([[1, 10], [2, 20], [3, 15]]) === 0.5
 */

/** With fewer pairs than this it is not meaningful. */
export const LEAST_PAIRS = 5;

/** Ranks from 1, ties at their mean. @example ranksOf([10, 30, 30]) -> [1, 2.5, 2.5] */
export function ranksOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}

/** Null if one side does not vary. */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number | null {
  const [x, y] = [ranksOf(pairs.map(([a]) => a)), ranksOf(pairs.map(([, b]) => b))];
  const mean = (pairs.length + 1) / 2;
  const sum = (of: (i: number) => number): number => pairs.reduce((total, _, i) => total + of(i), 0);
  const [dx, dy] = [(i: number) => (x[i] ?? 0) - mean, (i: number) => (y[i] ?? 0) - mean];
  const spread = Math.sqrt(sum((i) => dx(i) ** 2) * sum((i) => dy(i) ** 2));
  return spread === 0 ? null : sum((i) => dx(i) * dy(i)) / spread;
}
