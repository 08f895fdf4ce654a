/**
 * What was found in the months of a period, or in a table that omits zeros: the JSON in the column `span`.
 */
export interface SpanFound {
  /** Whether the period was added up from months. */
  readonly summed: boolean;
  /**
   * One entry per row of an incomplete member: its month, whether it has a figure, and the member on combined
   * axes.
   */
  readonly months?: readonly string[];
  readonly figures?: readonly boolean[];
  readonly areas?: readonly number[];
  readonly origins?: readonly number[];
  readonly breakdowns?: readonly number[];
  /** The number of zeros in complete members that the table omits. */
  readonly zeros?: number;
}
