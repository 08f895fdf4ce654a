/** What was found in the months of a period, or in a table that leaves its zeros out: the document in `span`. */
export interface SpanFound {
  /** Whether the period is made of months at all. */
  readonly summed: boolean;
  /** The rows of what is not whole: for each its month, whether it has a figure, and its member on combined axes. */
  readonly months?: readonly string[];
  readonly figures?: readonly boolean[];
  readonly areas?: readonly number[];
  readonly origins?: readonly number[];
  readonly breakdowns?: readonly number[];
  /** How many months were zero of what is whole, because the table has no row for them. */
  readonly zeros?: number;
}
