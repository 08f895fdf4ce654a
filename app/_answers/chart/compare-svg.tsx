/** The chart of two indicators: for a picture, and the two drawings of an embed. */
import type { ChartModel } from '#app/_charts/model/chart.ts';
import { scatterModel } from '#app/_charts/scatter/chart.ts';
import type { PairHalf, Paired } from '#stats/pairing/pairs.ts';
import type { Pictured } from './picture.tsx';
import { drawingOf, EMBED_WIDTHS, type Drawing } from './svg.tsx';

/** The chart of two indicators, for a picture of it. */
export const pairPictured = (halves: readonly [PairHalf, PairHalf], paired: Paired): Pictured => {
  const { language, release } = halves[0].comparison;
  return {
    chart: (width) => scatterModel(halves, paired, { width, language }),
    language,
    version: release.version,
  };
};

/**
 * As wide as embeds of one indicator. If not all pairs fit, the first pairs are drawn under the heading of
 * all.
 */
export function drawScatterEmbed(halves: readonly [PairHalf, PairHalf], paired: Paired): Promise<Drawing> {
  const { language } = halves[0].comparison;
  const at = (width: number, pairs = paired.pairs): ChartModel =>
    scatterModel(halves, { ...paired, pairs }, { width, language });
  const [wide, narrow] = [at(EMBED_WIDTHS.wide), at(EMBED_WIDTHS.narrow)];
  return drawingOf(wide, narrow.legend, {
    models: () => ({ wide, narrow }),
    part: (share) => {
      const some = paired.pairs.slice(0, Math.max(1, Math.floor(paired.pairs.length * share)));
      const headedAsWhole = (model: ChartModel): ChartModel => ({
        ...at(model.width, some),
        heading: model.heading,
        alternative: model.alternative,
      });
      return {
        models: () => ({ wide: headedAsWhole(wide), narrow: headedAsWhole(narrow) }),
        drawn: some.length,
        heading: null,
        names: [],
      };
    },
    all: paired.pairs.length,
  });
}
