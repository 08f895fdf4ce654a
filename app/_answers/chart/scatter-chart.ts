/** The scatter plot of an embed. If not all pairs fit, the first pairs are drawn under the heading of all. */
import { scatterModel } from '#app/_charts/scatter/chart.ts';
import type { PairHalf, Paired } from '#stats/pairing/pairs.ts';
import type { DrawnChart } from './drawn.ts';
import type { EmbedChart } from './embed-chart.ts';
import { USUAL_WIDTH } from './frames.ts';

export function scatterChart(
  halves: readonly [PairHalf, PairHalf],
  paired: Paired,
): Omit<EmbedChart, 'lowerKind'> {
  const { language } = halves[0].comparison;
  const all = paired.pairs.length;
  const model = scatterModel(halves, paired, { width: USUAL_WIDTH, language });
  const { heading, alternative } = model;
  const drawnOf = (pairs: Paired['pairs']): DrawnChart => ({
    chartAt: (width, { plot }) =>
      scatterModel(halves, { ...paired, pairs }, { width, language, ...(plot !== undefined && { plot }) }),
    ...{ heading, alternative, drawn: pairs.length, names: [] },
  });
  return {
    model,
    drawable: {
      whole: drawnOf(paired.pairs),
      part: (share) => drawnOf(paired.pairs.slice(0, Math.max(1, Math.floor(all * share)))),
      all,
      isWhole: true,
    },
  };
}
