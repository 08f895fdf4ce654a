/**
 * Charts as SVG text: one that travels alone, with literal colours, title, source, release and address; and
 * the two drawings of an embed, whose colours are the page's own. `react-dom/server` is loaded late because
 * Next bundles this file as well, and refuses it otherwise.
 */
import type { ReactElement } from 'react';
import type * as Server from 'react-dom/server';
import { chartModel, chartOf } from '#app/_charts/chart.ts';
import { colourOf } from '#app/_charts/scales/colour.ts';
import type { ChartModel, LegendEntry } from '#app/_charts/model/chart.ts';
import { subsetOf } from '#app/_charts/subset.ts';
import { Shapes } from '#app/_charts/svg/Shapes.tsx';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { fitDrawing, type Drawable, type Fitted } from './fit-chart.ts';

/** Loaded once: asking the loader again costs as much as a tenth of a drawing. */
let loaded: Promise<typeof Server> | undefined;
export const renderer = (): Promise<typeof Server> => (loaded ??= import('react-dom/server'));

const WIDTH = 720;
export const EMBED_WIDTHS = { wide: 568, narrow: 343 } as const;

/** The SVG file of a comparison. `address` is its canonical one and stands at the foot. */
export async function drawSvg(
  comparison: Comparison,
  address: string,
  theme: 'light' | 'dark',
): Promise<string> {
  const { renderToStaticMarkup } = await renderer();
  const { language, release } = comparison;
  const model = chartModel(comparison, { width: WIDTH, language });
  const colophon = `Cotejo · ${EMBED_WORDS[language].release} ${release.version} · ${address}`;
  const chart = <StaticChart model={model} palette={theme} idPrefix="c" titled colophon={colophon} />;
  return `${renderToStaticMarkup(chart)}\n`;
}

export interface Drawing {
  /** Of the width that most frames have. */
  readonly model: ChartModel;
  /** The signs that need words, with a sample of each. */
  readonly legend: readonly { readonly words: string; readonly sample: string }[];
  /** Figures, or pairs of them. */
  readonly all: number;
  /** What of it has room. */
  readonly fit: (room: number) => Fitted;
}

/** Each sample carries its own hatch: the one of a drawing that is hidden paints nothing. */
function Sample({ entry }: { readonly entry: LegendEntry }): ReactElement {
  const hatch = `key-${entry.id}`;
  return (
    <svg viewBox="0 0 28 14" aria-hidden="true">
      {entry.id === 'gap' && (
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line y2="5" stroke="var(--rule-2)" strokeWidth="1.2" />
        </pattern>
      )}
      <Shapes shapes={entry.sample} palette="css" hatch={`url(#${hatch})`} />
    </svg>
  );
}

/** A chart with the words around it, to be drawn when it is known how much room they leave. */
export async function drawingOf(
  model: ChartModel,
  legend: readonly LegendEntry[],
  drawable: Drawable,
): Promise<Drawing> {
  const { renderToStaticMarkup } = await renderer();
  const draw = (drawn: ChartModel, prefix: string): string =>
    renderToStaticMarkup(<StaticChart model={drawn} palette="css" idPrefix={prefix} />);
  return {
    model,
    legend: legend.map((entry) => ({
      words: entry.words,
      sample: renderToStaticMarkup(<Sample entry={entry} />),
    })),
    all: drawable.all,
    fit: (room) => fitDrawing(drawable, draw, room),
  };
}

/** The drawings of an embed: 600 and 375 pixels wide with their padding. */
export function drawEmbed(comparison: Comparison): Promise<Drawing> {
  const { language } = comparison;
  const chart = chartOf(comparison, { language });
  const model = chart(EMBED_WIDTHS.wide);
  return drawingOf(model, model.legend, {
    models: () => ({ wide: model, narrow: chart(EMBED_WIDTHS.narrow) }),
    part: (share) => {
      const drawn = subsetOf(comparison, model.kind, share, colourOf(comparison, seriesOf(comparison)));
      const some = chartOf(comparison, { language, drawn });
      return {
        models: () => ({ wide: some(EMBED_WIDTHS.wide), narrow: some(EMBED_WIDTHS.narrow) }),
        drawn: drawn.length,
      };
    },
    all: comparison.cells.length,
  });
}
