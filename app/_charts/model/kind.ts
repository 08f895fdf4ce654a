/**
 * The kinds of chart that an answer may have. `chart-kinds.ts` has an entry for each, with everything that
 * belongs to that kind.
 */

/**
 * `line`: years or months on a time axis. `bars`: amounts above the months they count. `number-line`: one row per
 * figure. `envelope`: the preferred source's line in a band from the least to the greatest of all sources.
 * `small-multiples`: a small panel for each series or source. `log-line`: lines on an axis of ratios.
 * `heat-table`: a shaded cell for each series and period. `slope`: two dates. `dumbbell`: two sources of one
 * figure. `map`: one period, shades for rates and circles for counts. `flow-matrix`: origins by destinations.
 * `sankey`: the same as bands, at most twelve.
 */
export const CHART_KINDS = [
  'line',
  'bars',
  'number-line',
  'envelope',
  'small-multiples',
  'log-line',
  'heat-table',
  'slope',
  'dumbbell',
  'map',
  'flow-matrix',
  'sankey',
] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** The kind that can draw any answer. */
export const LAST_RESORT: ChartKind = 'number-line';
