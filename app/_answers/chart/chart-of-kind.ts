/** The chart that an address asks for. */
import { chartOf, kindsFor, type ChartRequest, type SizedChart } from '#app/_charts/chart.ts';
import { CHART_KINDS, type ChartKind } from '#app/_charts/model/kind.ts';
import { CHART_KIND_WORDS } from '#app/_words/chart-kinds.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { CHART_KIND } from '../http/format-parameters.ts';

/** The kind of chart that an address asks for; null if it leaves it to us. */
export const chartKindIn = (extras: ReadonlyMap<string, string>): ChartKind | null =>
  CHART_KINDS.find((kind) => kind === extras.get(CHART_KIND.name)) ?? null;

/** Why the picture is of another kind than the address asks for; null if it is of that kind. */
function otherKindNotice(comparison: Comparison, kind: ChartKind | null): string | null {
  if (kind === null || kindsFor(comparison).includes(kind)) return null;
  const { language } = comparison;
  const { name, needs } = CHART_KIND_WORDS[kind];
  return EMBED_WORDS[language].otherKind(name[language], needs[language]);
}

/**
 * A chart of the kind that an address asks for. If that kind would mislead, the best one is drawn, and its first
 * notice says why.
 */
export function chartOfKind(
  comparison: Comparison,
  request: Omit<ChartRequest, 'kind'>,
  kind: ChartKind | null,
): SizedChart {
  const chart = chartOf(comparison, { ...request, ...(kind && { kind }) });
  const notice = otherKindNotice(comparison, kind);
  if (notice === null) return chart;
  return (width, fit) => {
    const model = chart(width, fit);
    return { ...model, notices: [notice, ...model.notices], alternative: `${model.alternative} ${notice}` };
  };
}
