/**
 * An embed is under 40 KB for every question, because other people's pages load it. Words come first, then the
 * drawings, then the numbers, then the links of the marks. Drawings that do not fit become two for all frames, and then draw a part.
 */
import type { ChartModel } from '#app/_charts/model/chart.ts';
import { drawingMarkup, type Drawable, type DrawnChart } from '../chart/drawn.ts';
import {
  drawInFrames,
  FRAMES,
  ONE_FRAME,
  TWO_FRAMES,
  type FrameClass,
  type FrameDrawing,
  type FrameHeights,
} from '../chart/frames.ts';
import { LINK_BYTES, markLinks } from '../chart/mark-links.ts';
import { raw, type Markup } from '../http/html.ts';

/** Bytes of the whole page before it is compressed. */
export const MOST_BYTES = 40_000;
/** Bytes of table rows that remain beside a large drawing. */
const LEAST_TABLE = 2_000;
/** Bytes of the elements around the rows, and of the words that only a part has. */
const AROUND = 1_600;
/** Most attempts to find a part that fits: its bytes are nearly proportional to its share. */
const TRIES = 6;
/** More figures than these never fit, not even in two drawings; a map has one for each area. */
const MOST_TRIED = 1_500;
/** So few figures nearly always fit: they are drawn at once, and looked at before only if they do not fit. */
const OFTEN_FIT = 300;
/** More panels than these are no embed of some 450 pixels; the small panels of one kind are made to be many. */
const MOST_PANELS = 8;
/** An attempt aims at slightly less than the available room. */
const CAREFUL = 0.9;

export interface FittedChart {
  readonly chart: DrawnChart;
  readonly drawings: Markup;
  readonly heights: FrameHeights;
  /** Bytes of table rows that the page still has room for. */
  readonly tableRoom: number;
  /** Whether all wide frames have the text of the narrowest: one drawing serves them. */
  readonly isShared: boolean;
}

interface Attempt {
  readonly isShared: boolean;
  readonly panels: number;
  readonly drawings: readonly FrameDrawing[];
  readonly texts: readonly string[];
  readonly heights: FrameHeights;
  readonly bytes: number;
}

/** What stands beside the drawings, where there is room for it. */
export interface BesideDrawings {
  /** Bytes of the rows of the whole table. */
  readonly tableBytes: number;
  /** The names of figures by the addresses of their evidence. */
  readonly names: ReadonlyMap<string, string>;
}

function attempt(
  { chartAt }: DrawnChart,
  frames: readonly FrameClass[],
  textHeight: (frame: FrameClass) => number,
): Attempt {
  const { drawings, heights } = drawInFrames(chartAt, frames, textHeight);
  const texts = drawings.map((drawing, i) => drawingMarkup(drawing, String(i)).markup);
  const bytes = Buffer.byteLength(texts.join(''));
  const panels = Math.max(...drawings.map(({ model }) => countedPanels(model)));
  return { drawings, texts, heights, bytes, panels, isShared: frames !== FRAMES };
}

/**
 * The drawings with the links of their marks, if the table has as much room with them as without.
 * @param figures the number of figures drawn
 * @param room bytes of drawings and table
 */
function linked(
  { drawings, texts, bytes }: Attempt,
  figures: number,
  { tableBytes, names }: BesideDrawings,
  room: number,
): { readonly drawings: Markup; readonly bytes: number } {
  const least = bytes + tableBytes <= room ? tableBytes : LEAST_TABLE;
  const none = { drawings: raw(texts.join('')), bytes };
  // Where marks lie is computed for them alone, so not where they cannot fit.
  if (bytes + least + figures * LINK_BYTES > room) return none;
  const links = markLinks(drawings, names);
  const all = texts.join('') + (links?.markup ?? '');
  const length = Buffer.byteLength(all);
  return length + least <= room ? { drawings: raw(all), bytes: length } : none;
}

/** The panels that make a chart higher: small multiples are many by intention, and stand side by side. */
const countedPanels = ({ kind, panels }: ChartModel): number =>
  kind === 'small-multiples' ? 0 : panels.length;

/** One plain drawing, to see what the chart is like before four are made: its bytes, and its panels. */
function glance({ chartAt }: DrawnChart): { readonly bytes: number; readonly panels: number } {
  const [frame] = FRAMES as [FrameClass];
  const model = chartAt(frame.drawn, { isCompact: true });
  const { markup } = drawingMarkup({ frame, model, height: model.height }, '');
  return { bytes: Buffer.byteLength(markup), panels: countedPanels(model) };
}

/**
 * The drawings that fit beside the words of a page.
 * @param words bytes of the page without drawings and table
 * @param textHeight the height of the page without its drawing
 */
export function fitChart(
  { whole, part, all, most = all, isIndivisible = false }: Drawable,
  words: number,
  textHeight: (chart: DrawnChart, frame: FrameClass) => number,
  beside: BesideDrawings,
): FittedChart {
  const room = MOST_BYTES - words - AROUND - LEAST_TABLE;
  const sets = isIndivisible ? [FRAMES, TWO_FRAMES, ONE_FRAME] : [FRAMES, TWO_FRAMES];
  const least = isIndivisible ? 1 : TWO_FRAMES.length;
  let share = Math.min(1, Math.min(most, MOST_TRIED) / all);
  if (share === 1 && all <= OFTEN_FIT) {
    const tried = attempt(whole, FRAMES, (frame) => textHeight(whole, frame));
    if (tried.bytes <= room && tried.panels <= MOST_PANELS) return fitted(whole, tried, room, beside);
  }
  let chart = share < 1 ? part(share) : whole;
  for (let tries = 0; tries < TRIES && share * all >= 1; tries += 1) {
    const { bytes, panels } = glance(chart);
    const over = Math.max((bytes * least) / room, panels / MOST_PANELS);
    if (over <= 1) break;
    share *= CAREFUL / over;
    chart = part(share);
  }
  const textOf = (frame: FrameClass): number => textHeight(chart, frame);
  let tried = attempt(chart, FRAMES, textOf);
  for (const frames of sets.slice(1)) if (tried.bytes > room) tried = attempt(chart, frames, textOf);
  for (let tries = 0; tried.bytes > room && tries < TRIES && share * all >= 1; tries += 1) {
    share *= (room / tried.bytes) * CAREFUL;
    chart = part(share);
    tried = attempt(chart, TWO_FRAMES, textOf);
  }
  return fitted(chart, tried, room, beside);
}

function fitted(chart: DrawnChart, tried: Attempt, room: number, beside: BesideDrawings): FittedChart {
  const { heights, isShared } = tried;
  const both = LEAST_TABLE + room;
  if (tried.bytes > room) return { chart, drawings: raw(''), heights, isShared, tableRoom: both };
  const { drawings, bytes } = linked(tried, chart.drawn, beside, both);
  return { chart, drawings, heights, isShared, tableRoom: both - bytes };
}
