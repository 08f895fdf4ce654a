/** The chart of two indicators as an SVG file. */
import { scatterModel } from '#app/_charts/scatter.ts';
import { StaticChart } from '#app/_charts/StaticChart.tsx';
import type { Half, Paired } from '#stats/compare/pairs.ts';
import type { Text } from '#stats/language.ts';

const WIDTH = 720;
const RELEASE: Text = { en: 'Release', es: 'Edición' };

export async function drawScatter(
  halves: readonly [Half, Half],
  paired: Paired,
  address: string,
  theme: 'light' | 'dark',
): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const { language, release } = halves[0].comparison;
  const model = scatterModel(halves, paired, { width: WIDTH, language });
  const colophon = `Cotejo · ${RELEASE[language]} ${release.version} · ${address}`;
  const chart = <StaticChart model={model} palette={theme} idPrefix="c" titled colophon={colophon} />;
  return `${renderToStaticMarkup(chart)}\n`;
}
