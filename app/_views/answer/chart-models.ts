/** The two models of the chart of an answer: for a page and for a phone. */
import { chartOf } from '#app/_charts/chart.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import type { ChartKind } from '#app/_charts/model/kind.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { Comparison } from '#stats/model/comparison.ts';

/** The widths of charts: the column of a page, and a phone of 375 pixels. */
const CHART_WIDTHS = { wide: 800, narrow: 343 } as const;

export const chartModels = (
  comparison: Comparison,
  kind: ChartKind,
  among?: readonly Cell[],
): { readonly wide: ChartModel; readonly narrow: ChartModel } => {
  const chart = chartOf(comparison, { language: comparison.language, kind, ...(among && { among }) });
  return { wide: chart(CHART_WIDTHS.wide), narrow: chart(CHART_WIDTHS.narrow) };
};
