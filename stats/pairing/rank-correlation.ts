/**
 * Whether two indicators go up together over places: Spearman's rank correlation, that is Pearson's of the ranks,
 * where equal figures share the mean of their ranks. From -1 (opposite orders) to 1 (the same order). It looks at
 * order only, so it claims nothing of a line, and nothing at all of cause.
 *
 * @example rankCorrelation([[1, 10], [2, 20], [3, 15]]) === 0.5
 */

/** Fewer pairs than this say nothing. */
export const LEAST_PAIRS = 5;

/** Ranks from 1, ties at their mean. @example ranksOf([10, 30, 30]) -> [1, 2.5, 2.5] */
export function ranksOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}

/** Null where one side does not vary. */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number | null {
  const [x, y] = [ranksOf(pairs.map(([a]) => a)), ranksOf(pairs.map(([, b]) => b))];
  const mean = (pairs.length + 1) / 2;
  const sum = (of: (i: number) => number): number => pairs.reduce((total, _, i) => total + of(i), 0);
  const [dx, dy] = [(i: number) => (x[i] ?? 0) - mean, (i: number) => (y[i] ?? 0) - mean];
  const spread = Math.sqrt(sum((i) => dx(i) ** 2) * sum((i) => dy(i) ** 2));
  return spread === 0 ? null : sum((i) => dx(i) * dy(i)) / spread;
}
