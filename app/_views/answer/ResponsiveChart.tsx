/** The static chart, drawn once for a page and once for a phone; the style sheet shows one of them. */
import type { ReactElement } from 'react';
import { chartOf } from '#app/_charts/chart.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import type { ChartKind } from '#app/_charts/model/kind.ts';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import type { Cell } from '#stats/model/observation.ts';
import type { Comparison } from '#stats/model/comparison.ts';

/** The widths of charts: the column of a page, and a phone of 375 pixels. */
const CHART_WIDTHS = { wide: 800, narrow: 343 } as const;

/** The two models of a chart. */
export const chartModels = (
  comparison: Comparison,
  kind: ChartKind,
  among?: readonly Cell[],
): { readonly wide: ChartModel; readonly narrow: ChartModel } => {
  const chart = chartOf(comparison, { language: comparison.language, kind, ...(among && { among }) });
  return { wide: chart(CHART_WIDTHS.wide), narrow: chart(CHART_WIDTHS.narrow) };
};

export const ResponsiveChart = ({
  models,
}: {
  readonly models: ReturnType<typeof chartModels>;
}): ReactElement => (
  <>
    <div className="only-wide">
      <StaticChart model={models.wide} palette="css" idPrefix="wide" />
    </div>
    <div className="only-narrow">
      <StaticChart model={models.narrow} palette="css" idPrefix="narrow" />
    </div>
  </>
);
