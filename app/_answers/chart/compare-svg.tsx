/** The chart of two indicators as SVG text: a file that is used without the page. */
import { scatterModel } from '#app/_charts/scatter/chart.ts';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import type { PairHalf, Paired } from '#stats/pairing/pairs.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { renderer, type Picture } from './svg.tsx';

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
