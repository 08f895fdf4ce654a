/**
 * An embed has a drawing for each class of frame, and all drawings of a class make the page equally high: a
 * site that runs no script of ours gives its frame one height, and nothing is cut.
 */
import { CHART_LAYOUTS } from '#app/_charts/chart-kinds.ts';
import type { ChartFit } from '#app/_charts/chart.ts';
import { rowsHeight } from '#app/_charts/dot-plot/compact-row.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import { memoizeByObject } from '#stats/memoize.ts';

/** A class of frames. The style sheet of embeds has the same limits. */
export interface FrameClass {
  /** The classes of the style sheet in which its drawing is shown. */
  readonly name: string;
  /** The width of the text in its narrowest frame. */
  readonly text: number;
  /** The width that its drawing is made for, and the scale at which the narrowest frame shows it. */
  readonly drawn: number;
  readonly scale: number;
  /** Below 480 pixels; a snippet has one height for these and another for the rest. */
  readonly isNarrow: boolean;
  /** Whether one drawing serves all wide frames: their text is that of the narrowest. */
  readonly isShared?: boolean;
}

/** Frames from 320, 480, 580 and 700 pixels on: 700 is the usual column of a text. */
export const FRAMES: readonly FrameClass[] = [
  { name: 'a', text: 288, drawn: 300, scale: 1, isNarrow: true },
  { name: 'b', text: 448, drawn: 480, scale: 448 / 480, isNarrow: false },
  { name: 'c', text: 548, drawn: 568, scale: 1, isNarrow: false },
  { name: 'd', text: 668, drawn: 668, scale: 1, isNarrow: false },
];

/** The width of the drawing that the words around the chart are taken from. */
export const USUAL_WIDTH = FRAMES[2]?.drawn ?? 568;

/** Where four drawings have no room: one for phones, one for all others. */
export const TWO_FRAMES: readonly FrameClass[] = [
  { name: 'a', text: 288, drawn: 300, scale: 1, isNarrow: true },
  { name: 'b c d', text: 448, drawn: 500, scale: 448 / 500, isNarrow: false, isShared: true },
];

/** Where not even two have room: the one for phones, larger in wide frames. */
export const ENLARGED = 1.45;
export const ONE_FRAME: readonly FrameClass[] = [
  { name: 'a b c d one', text: 288, drawn: 300, scale: 1, isNarrow: true },
];

/** The usual height of an embed with a plot; titles take more lines on a phone. */
const USUAL = { narrow: 480, wide: 450 } as const;
/** The least height of one plot, of each of two, and of each of more. */
const LEAST_PLOTS = [140, 110, 84] as const;
/** Axis titles, ticks and margins of most plots, for the first drawing; the others learn from the one before. */
const AROUND_PLOT = 56;
/** Differences that no reader sees. */
const CLOSE = 3;

export interface FrameHeights {
  readonly narrow: number;
  readonly wide: number;
}

export interface FrameDrawing {
  readonly frame: FrameClass;
  readonly model: ChartModel;
  /** Pixels of the page, scale included. */
  readonly height: number;
}

export interface FramedChart {
  readonly drawings: readonly FrameDrawing[];
  readonly heights: FrameHeights;
}

export type ChartAt = (width: number, fit: ChartFit) => ChartModel;

/** What grows in a chart that is to be higher. */
const filling = ({ kind }: ChartModel): 'plot' | 'rows' | 'nothing' =>
  kind === 'scatter' ? 'plot' : kind === 'timeline' ? 'nothing' : CHART_LAYOUTS[kind].fills;

/** The pixels of a chart that grow with its plot. */
const plotsOf = ({ panels }: ChartModel): number =>
  panels.reduce((sum, { y }) => sum + Math.abs(y.range[0] - y.range[1]), 0);

const leastPlot = ({ panels }: ChartModel): number =>
  LEAST_PLOTS[Math.min(panels.length, LEAST_PLOTS.length) - 1] ?? LEAST_PLOTS[0];

/** A chart, and the height that its plot was asked to have. */
interface Drawn {
  readonly model: ChartModel;
  readonly plot: number;
}

/** The same chart as near to a height as its kind allows. */
function drawTo(chartAt: ChartAt, { drawn }: FrameClass, height: number, before: Drawn): Drawn {
  const { model } = before;
  const [plots, missing] = [plotsOf(model), height - model.height];
  if (Math.abs(missing) <= CLOSE || plots === 0) return before;
  // Each panel of a plot grows by its share; rows share what there is.
  const grown = filling(model) === 'rows' ? before.plot + missing : (before.plot * (plots + missing)) / plots;
  const plot =
    filling(model) === 'rows'
      ? rowsHeight(drawn, model.marks.length, grown)
      : Math.max(leastPlot(model), grown);
  return { model: chartAt(drawn, { plot, isCompact: true }), plot };
}

/** The plot with which a chart takes a room, if what is around its plots is as in another of its drawings. */
function plotFor(room: number, other: Drawn | undefined): number {
  if (other === undefined || plotsOf(other.model) === 0) return room - AROUND_PLOT;
  const plots = plotsOf(other.model);
  return ((room - (other.model.height - plots)) * other.plot) / plots;
}

/** A plot takes the room of an embed of the usual height; rows take what they need, and less if that is too much. */
function atFirst(chartAt: ChartAt, frame: FrameClass, room: number, other: Drawn | undefined): Drawn {
  const plot = Math.max(other ? leastPlot(other.model) : LEAST_PLOTS[0], plotFor(room, other));
  const model = chartAt(frame.drawn, { plot, isCompact: true });
  const fills = filling(model);
  if (fills === 'nothing') return { model, plot };
  if (fills === 'plot') return drawTo(chartAt, frame, room, { model, plot });
  const natural = chartAt(frame.drawn, { isCompact: true });
  const rows = { model: natural, plot: rowsHeight(frame.drawn, natural.marks.length) };
  return natural.height <= room ? rows : drawTo(chartAt, frame, room, rows);
}

type TextHeight = (frame: FrameClass) => number;

/** The heights of frames that cut none of the drawings. */
function heightsOf(drawings: readonly FrameDrawing[], textHeight: TextHeight): FrameHeights {
  const [narrow, wide] = [true, false].map((isNarrow) =>
    Math.ceil(
      Math.max(
        0,
        ...drawings
          .filter(({ frame }) => frame.isNarrow === isNarrow)
          .map(({ frame, height }) => textHeight(frame) + height),
      ),
    ),
  ) as [number, number];
  const [alone, ...others] = drawings;
  if (!alone || others.length > 0) return { narrow, wide };
  const text = TWO_FRAMES.filter(({ isShared }) => isShared).map(textHeight);
  return { narrow, wide: Math.ceil(Math.max(...text) + alone.height * ENLARGED) };
}

/**
 * The drawings of a chart for some classes of frames.
 * @param textHeight the height of everything but the chart, in the narrowest frame of a class
 */
export function drawInFrames(
  chartAt: ChartAt,
  frames: readonly FrameClass[],
  textHeight: TextHeight,
): FramedChart {
  const textOf = memoizeByObject(textHeight);
  let before: Drawn | undefined;
  const first = frames.map((frame) => {
    const usual = frame.isNarrow ? USUAL.narrow : USUAL.wide;
    const drawn = atFirst(chartAt, frame, (usual - textOf(frame)) / frame.scale, before);
    before = drawn;
    return { frame, drawn, whole: textOf(frame) + drawn.model.height * frame.scale };
  });
  const [narrow, wide] = [true, false].map((isNarrow) =>
    Math.max(0, ...first.flatMap(({ frame, whole }) => (frame.isNarrow === isNarrow ? [whole] : []))),
  ) as [number, number];
  const drawings = first.map(({ frame, drawn, whole }): FrameDrawing => {
    const missing = (frame.isNarrow ? narrow : wide) - whole;
    const { model } =
      missing <= CLOSE || filling(drawn.model) === 'nothing'
        ? drawn
        : drawTo(chartAt, frame, drawn.model.height + missing / frame.scale, drawn);
    return { frame, model, height: Math.ceil(model.height * frame.scale) };
  });
  return { drawings, heights: heightsOf(drawings, textOf) };
}
