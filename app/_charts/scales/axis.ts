/** An axis as every panel has it: the numbers it holds, the pixels they stand on, and what is written beside it. */

/** A piece of an axis: pixels `from` to `to` stand for the numbers of `domain`. */
export interface ChartAxis {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}
