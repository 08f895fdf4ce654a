/**
 * The two drawings of an embed as SVG text; their colours are those of the embed. `react-dom/server` is imported
 * lazily because Next also bundles this file and would refuse a static import.
 */
import type { ReactElement } from 'react';
import type * as Server from 'react-dom/server';
import {
  chartOf,
  chartWords,
  kindsFor,
  type ChartHeading,
  type ChartRequest,
  type SizedChart,
} from '#app/_charts/chart.ts';
import { colourOf } from '#app/_charts/scales/colour.ts';
import type { ChartModel, LegendEntry } from '#app/_charts/model/chart.ts';
import { subsetOf } from '#app/_charts/subset.ts';
import { Shapes } from '#app/_charts/svg/Shapes.tsx';
import { namesOf } from '#app/_charts/wording/series-name.ts';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { CHART_KINDS, LAST_RESORT, type ChartKind } from '#app/_charts/model/kind.ts';
import { CHART_KIND_WORDS } from '#app/_words/chart-kinds.ts';
import { CHART_KIND } from '../http/format-parameters.ts';
import { fitDrawing, type Drawable, type Fitted } from './fit-chart.ts';

/** Loaded once: importing it again costs up to a tenth of a drawing. */
let loaded: Promise<typeof Server> | undefined;
export const renderer = (): Promise<typeof Server> => (loaded ??= import('react-dom/server'));

export const EMBED_WIDTHS = { wide: 568, narrow: 343 } as const;

/** The kind of chart that an address asks for; null if it leaves it to us. */
export const chartKindIn = (extras: ReadonlyMap<string, string>): ChartKind | null =>
  CHART_KINDS.find((kind) => kind === extras.get(CHART_KIND.name)) ?? null;

/**
 * A chart of the kind that an address asks for. If that kind would mislead, the best one is drawn, and its first
 * notice says why.
 */
export function chartOfKind(
  comparison: Comparison,
  request: Omit<ChartRequest, 'kind'>,
  kind: ChartKind | null,
): SizedChart {
  const { language } = request;
  const chart = chartOf(comparison, { ...request, ...(kind && { kind }) });
  if (kind === null || kindsFor(comparison).includes(kind)) return chart;
  const { name, needs } = CHART_KIND_WORDS[kind];
  const notice = EMBED_WORDS[language].otherKind(name[language], needs[language]);
  return (width) => {
    const model = chart(width);
    return { ...model, notices: [notice, ...model.notices], alternative: `${model.alternative} ${notice}` };
  };
}

export interface Drawing {
  /** Its width is that of most frames. */
  readonly model: ChartModel;
  /** The signs that need words, each with a sample. */
  readonly legend: readonly { readonly words: string; readonly sample: string }[];
  /** The number of figures, or of pairs. */
  readonly all: number;
  /** The part of the chart that fits. */
  readonly fit: (room: number) => Fitted;
}

/** Each sample has its own hatch: a hatch inside a hidden drawing is not painted. */
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

/** A chart with the words around it. It is drawn once the room that the words leave is known. */
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

/** The title of a part, and the names of its series as in the whole. */
function partWords(
  comparison: Comparison,
  drawn: Comparison['cells'],
): { readonly heading: ChartHeading; readonly names: readonly string[] } {
  const names = namesOf(comparison, seriesOf(comparison), comparison.language);
  const { title, subtitle } = chartWords({ ...comparison, cells: drawn });
  return {
    heading: { title, subtitle },
    names: [...new Set(seriesOf({ cells: drawn }).map(({ key }) => names.who(key)))],
  };
}

/** The drawings of an embed: 600 and 375 pixels wide with their padding. */
export function drawEmbed(comparison: Comparison, kind: ChartKind | null): Promise<Drawing> {
  const { language } = comparison;
  const chart = chartOfKind(comparison, { language }, kind);
  const model = chart(EMBED_WIDTHS.wide);
  const isMap = model.kind === 'map';
  return drawingOf(model, model.legend, {
    models: () => ({ wide: model, narrow: chart(EMBED_WIDTHS.narrow) }),
    part: (share) => {
      const partKind = isMap ? LAST_RESORT : model.kind;
      const drawn = subsetOf(comparison, partKind, share, colourOf(comparison, seriesOf(comparison)));
      const { names, heading } = partWords(comparison, drawn);
      const some = chartOfKind(comparison, { language, drawn }, isMap ? LAST_RESORT : kind);
      return {
        models: () => ({ wide: some(EMBED_WIDTHS.wide), narrow: some(EMBED_WIDTHS.narrow) }),
        drawn: drawn.length,
        heading,
        names,
      };
    },
    all: comparison.cells.length,
    isWhole: isMap,
  });
}
