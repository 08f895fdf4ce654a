/** An axis of a panel: its range of numbers, their pixels, and the words beside it. */

/** A piece of an axis: pixels `from` to `to` show the numbers of `domain`. */
export interface ChartAxis {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** Whether equal lengths are equal ratios. */
  readonly isLog?: true;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}
