/**
 * Charts as SVG text: one that travels alone, with literal colours, title, source, release and address; and
 * the two drawings of an embed, whose colours are the page's own. `react-dom/server` is loaded late because
 * Next bundles this file as well, and refuses it otherwise.
 */
import { chartModel } from '#app/_charts/chart-model.ts';
import type { ChartModel } from '#app/_charts/model.ts';
import { StaticChart } from '#app/_charts/StaticChart.tsx';
import type { Comparison } from '#stats/comparison.ts';
import type { Text } from '#stats/language.ts';

const WIDTH = 720;
const RELEASE: Text = { en: 'Release', es: 'Edición' };

/** The SVG file of a comparison. `address` is its canonical one and stands at the foot. */
export async function drawPicture(
  comparison: Comparison,
  address: string,
  theme: 'light' | 'dark',
): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const { language, release } = comparison;
  const model = chartModel(comparison, { width: WIDTH, language });
  const colophon = `Cotejo · ${RELEASE[language]} ${release.version} · ${address}`;
  const chart = <StaticChart model={model} palette={theme} idPrefix="c" titled colophon={colophon} />;
  return `${renderToStaticMarkup(chart)}\n`;
}

/** The drawings of an embed: 600 and 375 pixels wide with their padding. The style sheet shows one. */
export async function drawEmbed(
  comparison: Comparison,
): Promise<{ model: ChartModel; wide: string; narrow: string }> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const { language } = comparison;
  const model = chartModel(comparison, { width: 568, language });
  const small = chartModel(comparison, { width: 343, language });
  return {
    model,
    wide: renderToStaticMarkup(<StaticChart model={model} palette="css" idPrefix="w" />),
    narrow: renderToStaticMarkup(<StaticChart model={small} palette="css" idPrefix="n" />),
  };
}
