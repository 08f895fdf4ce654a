/**
 * The chart of two indicators as SVG text: a file that is used without the page, and the two drawings of an
 * embed.
 */
import type { ChartModel } from '#app/_charts/model/chart.ts';
import { scatterModel } from '#app/_charts/scatter/chart.ts';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import type { PairHalf, Paired } from '#stats/pairing/pairs.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { drawingOf, EMBED_WIDTHS, renderer, type Drawing, type Picture } from './svg.tsx';

export async function drawScatter(
  halves: readonly [PairHalf, PairHalf],
  paired: Paired,
  { address, theme, width }: Picture,
): Promise<string> {
  const { renderToStaticMarkup } = await renderer();
  const { language, release } = halves[0].comparison;
  const model = scatterModel(halves, paired, { width, language });
  const colophon = `Cotejo · ${EMBED_WORDS[language].release} ${release.version} · ${address}`;
  const chart = <StaticChart model={model} palette={theme} idPrefix="c" titled colophon={colophon} />;
  return `${renderToStaticMarkup(chart)}\n`;
}

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
