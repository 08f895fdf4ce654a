/** The chart of two indicators as SVG text: a file that travels alone, and the two drawings of an embed. */
import { scatterModel } from '#app/_charts/scatter.ts';
import { StaticChart } from '#app/_charts/StaticChart.tsx';
import type { Half, Paired } from '#stats/compare/pairs.ts';
import type { Text } from '#stats/language.ts';
import { renderer, Sample, type Drawing } from './picture.tsx';

const WIDTH = 720;
const RELEASE: Text = { en: 'Release', es: 'Edición' };

export async function drawScatter(
  halves: readonly [Half, Half],
  paired: Paired,
  address: string,
  theme: 'light' | 'dark',
): Promise<string> {
  const { renderToStaticMarkup } = await renderer();
  const { language, release } = halves[0].comparison;
  const model = scatterModel(halves, paired, { width: WIDTH, language });
  const colophon = `Cotejo · ${RELEASE[language]} ${release.version} · ${address}`;
  const chart = <StaticChart model={model} palette={theme} idPrefix="c" titled colophon={colophon} />;
  return `${renderToStaticMarkup(chart)}\n`;
}

/** As wide as those of one indicator. */
export async function drawScatterEmbed(halves: readonly [Half, Half], paired: Paired): Promise<Drawing> {
  const { renderToStaticMarkup } = await renderer();
  const { language } = halves[0].comparison;
  const model = scatterModel(halves, paired, { width: 568, language });
  const small = scatterModel(halves, paired, { width: 343, language });
  return {
    model,
    wide: renderToStaticMarkup(<StaticChart model={model} palette="css" idPrefix="w" />),
    narrow: renderToStaticMarkup(<StaticChart model={small} palette="css" idPrefix="n" />),
    legend: small.legend.map((entry) => ({
      words: entry.words,
      sample: renderToStaticMarkup(<Sample entry={entry} />),
    })),
  };
}
