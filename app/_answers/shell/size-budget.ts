/**
 * An embed is under 40 KB for every question, because other people's pages load it. Words come first, then the
 * drawings, then the links of the marks, then the numbers. Drawings that do not fit become two for all frames, and then draw a part.
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
/** A chart whose marks lead nowhere gives way to a part of it, so large or larger, whose marks do. */
const LEAST_LINKED = 0.3;

export interface FittedChart {
  readonly chart: DrawnChart;
  readonly drawings: Markup;
  readonly heights: FrameHeights;
  /** Bytes of table rows that the page still has room for. */
  readonly tableRoom: number;
  readonly frames: FrameSet;
  /** Whether its marks lead to their evidence. */
  readonly isLinked: boolean;
}

/**
 * For which frames a page has drawings, as the style sheet names it: for all four classes; for all but the widest,
 * which shows that of the class below; or one for phones and one for all others, whose text is that of the narrowest.
 */
export type FrameSet = '' | 'three' | 'two';

interface Attempt {
  readonly frames: FrameSet;
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
  return { drawings, texts, heights, bytes, panels, frames: frames === FRAMES ? '' : 'two' };
}

/** The same without the drawing for the widest frames; null if it has no four. */
function withoutWidest(tried: Attempt): Attempt | null {
  const { drawings, texts } = tried;
  const last = drawings[2];
  if (drawings.length !== FRAMES.length || !last) return null;
  const shared = { ...last, frame: { ...last.frame, name: 'c d' } };
  const own = [...texts.slice(0, 2), drawingMarkup(shared, '2').markup];
  return {
    ...tried,
    drawings: [...drawings.slice(0, 2), shared],
    texts: own,
    bytes: Buffer.byteLength(own.join('')),
    frames: 'three',
  };
}

/**
 * The links of the marks of some drawings, if a table still has room beside them: a mark without a link leads
 * nowhere, and rows that are left out are counted and stand in the data.
 * @param figures the number of figures drawn
 * @param room bytes of drawings and table
 */
function fittingLinks(
  { drawings, bytes }: Attempt,
  figures: number,
  { tableBytes, names }: BesideDrawings,
  room: number,
): Markup | null {
  const least = Math.min(tableBytes, LEAST_TABLE);
  // Where marks lie is computed for them alone, so not where they cannot fit.
  if (bytes + least + figures * LINK_BYTES > room) return null;
  const links = markLinks(drawings, names);
  return links && bytes + Buffer.byteLength(links.markup) + least <= room ? links : null;
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

/** The chart, or the part of it, that has room: its bytes, and its panels. */
function glanced({ whole, part, all, most = all }: Drawable, room: number, drawings: number): Share {
  let share = Math.min(1, Math.min(most, MOST_TRIED) / all);
  let chart = share < 1 ? part(share) : whole;
  for (let tries = 0; tries < TRIES && share * all >= 1; tries += 1) {
    const { bytes, panels } = glance(chart);
    const over = Math.max((bytes * drawings) / room, panels / MOST_PANELS);
    if (over <= 1) break;
    share *= CAREFUL / over;
    chart = part(share);
  }
  return { chart, share };
}

/** A part of a chart. */
interface Share {
  readonly chart: DrawnChart;
  readonly share: number;
}

/**
 * The drawings that fit beside the words of a page.
 * @param words bytes of the page without drawings and table
 * @param textHeight the height of the page without its drawing
 */
export function fitChart(
  drawable: Drawable,
  words: number,
  textHeight: (chart: DrawnChart, frame: FrameClass) => number,
  beside: BesideDrawings,
): FittedChart {
  const { whole, part, all, most = all, isIndivisible = false, isWhole = false } = drawable;
  const room = MOST_BYTES - words - AROUND - LEAST_TABLE;
  const textOf =
    (chart: DrawnChart) =>
    (frame: FrameClass): number =>
      textHeight(chart, frame);
  const orLinked = (made: FittedChart, share: number): FittedChart =>
    made.isLinked || isIndivisible || isWhole
      ? made
      : (linkedPart(drawable, share, textOf, room, beside) ?? made);
  if (all <= Math.min(most, OFTEN_FIT)) {
    const tried = attempt(whole, FRAMES, textOf(whole));
    const fit = tried.panels <= MOST_PANELS && tried.bytes <= room;
    const made = fit ? fitted(whole, attempts(whole, tried, textOf(whole)), room, beside) : null;
    if (made) return orLinked(made, 1);
  }
  let { chart, share } = glanced(drawable, room, isIndivisible ? 1 : TWO_FRAMES.length);
  const first = attempt(chart, FRAMES, textOf(chart));
  const made = fitted(chart, attempts(chart, first, textOf(chart), isIndivisible), room, beside);
  if (made) return orLinked(made, share);
  let tried = first;
  for (let tries = 0; tried.bytes > room && tries < TRIES && share * all >= 1; tries += 1) {
    share *= (room / tried.bytes) * CAREFUL;
    chart = part(share);
    tried = attempt(chart, TWO_FRAMES, textOf(chart));
  }
  const { heights, frames } = tried;
  const none = { chart, drawings: raw(''), heights, frames, tableRoom: LEAST_TABLE + room, isLinked: false };
  return fitted(chart, [tried], room, beside) ?? none;
}

/** The part of a chart, in two drawings, that has room for the links of its marks; null if that is a small part. */
function linkedPart(
  { part, all }: Drawable,
  before: number,
  textOf: (chart: DrawnChart) => (frame: FrameClass) => number,
  room: number,
  beside: BesideDrawings,
): FittedChart | null {
  let share = before;
  for (let tries = 0; tries < TRIES && share >= before * LEAST_LINKED && share * all >= 1; tries += 1) {
    const chart = part(share);
    const tried = attempt(chart, TWO_FRAMES, textOf(chart));
    const made = fitted(chart, [tried], room, beside);
    if (made?.isLinked) return made;
    const wanted = room / (tried.bytes + chart.drawn * LINK_BYTES);
    // Series come or go whole: a step that is too small changes nothing.
    share *= Math.min(CAREFUL, wanted);
  }
  return null;
}

/** The same chart in fewer and fewer drawings, each made when it is asked for. */
function* attempts(
  chart: DrawnChart,
  first: Attempt,
  textOf: (frame: FrameClass) => number,
  isIndivisible = false,
): Generator<Attempt> {
  yield first;
  const three = withoutWidest(first);
  if (three) yield three;
  yield attempt(chart, TWO_FRAMES, textOf);
  if (isIndivisible) yield attempt(chart, ONE_FRAME, textOf);
}

/**
 * The most drawings that leave room for the links of their marks; where no number of them does, the most that fit
 * without; null if none fit.
 */
function fitted(
  chart: DrawnChart,
  all: Iterable<Attempt>,
  room: number,
  beside: BesideDrawings,
): FittedChart | null {
  const both = LEAST_TABLE + room;
  const page = ({ texts, bytes, frames, heights }: Attempt, links: string): FittedChart => {
    const tableRoom = both - bytes - Buffer.byteLength(links);
    return {
      ...{ chart, drawings: raw(texts.join('') + links), heights, frames, tableRoom },
      isLinked: links !== '',
    };
  };
  let plain: Attempt | null = null;
  for (const tried of all) {
    if (tried.bytes > room) continue;
    const links = fittingLinks(tried, chart.drawn, beside, both);
    if (links) return page(tried, links.markup);
    plain ??= tried;
    // Two drawings take half of the bytes of four: without room for links beside them none are made.
    if (tried.bytes / 2 + chart.drawn * LINK_BYTES > room) break;
  }
  return plain && page(plain, '');
}
