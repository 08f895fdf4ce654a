/** The chart of an embed, whole or in part. */
import { chartWords, kindsFor } from '#app/_charts/chart.ts';
import { CHART_LAYOUTS } from '#app/_charts/chart-kinds.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import { LAST_RESORT, type ChartKind } from '#app/_charts/model/kind.ts';
import { colourOf, type AreaColour } from '#app/_charts/scales/colour.ts';
import { subsetOf } from '#app/_charts/subset.ts';
import { namesOf } from '#app/_charts/wording/series-name.ts';
import { seriesOf, type Comparison, type Series } from '#stats/model/comparison.ts';
import { chartOfKind } from './chart-of-kind.ts';
import type { Drawable, DrawnChart } from './drawn.ts';
import { USUAL_WIDTH } from './frames.ts';

/** More rows than these are higher than a frame; then some are drawn. */
const MOST_ROWS = 12;
const SOME_ROWS = 9;
/** More panels of bars than these are higher than a frame. */
const MOST_BAR_PANELS = 2;

export interface EmbedChart {
  readonly drawable: Drawable;
  /** A drawing of all of it, for the words around the chart. */
  readonly model: ChartModel;
  /** The kind that is drawn, where it is neither asked for nor the best: one that is as high as a frame. */
  readonly lowerKind: ChartKind | null;
}

/** The chart of a kind, and its drawing of the usual width. */
function charted(comparison: Comparison, kind: ChartKind | null) {
  const chartAt = chartOfKind(comparison, { language: comparison.language }, kind);
  return { chartAt, model: chartAt(USUAL_WIDTH, { isCompact: true }) };
}

const growsWithRows = ({ kind }: ChartModel): boolean =>
  kind !== 'scatter' && kind !== 'timeline' && CHART_LAYOUTS[kind].growsWithRows;

/** Those that have a colour, which the question is about, before the grey ones. */
const ownFirst = (series: readonly Series[], colour: (own: Series) => AreaColour): Series[] =>
  series.toSorted((a, b) => Number(colour(a) === 'others') - Number(colour(b) === 'others'));

/** A part of the figures, with the words of that part and the names of its series as in the whole. */
function partOf(
  comparison: Comparison,
  model: ChartModel,
  kind: ChartKind | null,
  share: number,
): DrawnChart {
  const { language } = comparison;
  const isMap = model.kind === 'map';
  const partKind = isMap ? LAST_RESORT : model.kind;
  // Where a map has no room, rows are drawn, and they are as few as rows always are.
  const most = isMap ? Math.min(share, SOME_ROWS / comparison.cells.length) : share;
  const colour = colourOf(comparison, seriesOf(comparison));
  const cells = subsetOf(comparison, partKind, most, colour);
  const names = namesOf(comparison, seriesOf(comparison), language);
  const asked = isMap ? LAST_RESORT : kind;
  const { title, subtitle, alternative } = chartWords({ ...comparison, cells }, asked ?? undefined);
  return {
    chartAt: chartOfKind(comparison, { language, drawn: cells }, asked),
    heading: { title, subtitle },
    alternative,
    drawn: cells.length,
    names: [...new Set(ownFirst(seriesOf({ cells }), colour).map(({ key }) => names.who(key)))],
  };
}

/** Bars of many series stand below each other; lines of the same figures share one panel. */
const isHigh = ({ kind, panels }: ChartModel): boolean => kind === 'bars' && panels.length > MOST_BAR_PANELS;

/** The chart of an answer with figures. */
export function embedChart(comparison: Comparison, asked: ChartKind | null): EmbedChart {
  const best = charted(comparison, asked);
  const isLower = asked === null && isHigh(best.model) && kindsFor(comparison).includes('line');
  const lowerKind = isLower ? 'line' : null;
  const kind = lowerKind ?? asked;
  const { chartAt, model } = isLower ? charted(comparison, kind) : best;
  const { cells } = comparison;
  const { title, subtitle } = model.heading;
  return {
    ...{ model, lowerKind },
    drawable: {
      whole: {
        ...{ chartAt, heading: { title, subtitle }, alternative: model.alternative },
        ...{ drawn: cells.length, names: [] },
      },
      part: (share) => partOf(comparison, model, kind, share),
      all: cells.length,
      ...(growsWithRows(model) && cells.length > MOST_ROWS && { most: SOME_ROWS }),
      isIndivisible: model.kind === 'map',
      isWhole: comparison.query.country.length > 0,
    },
  };
}
