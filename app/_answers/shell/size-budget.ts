/**
 * An embed is under 40 KB for every question, because other people's pages load it. Words come first, then the
 * drawings, then the numbers. Drawings that do not fit become two for all frames, and then draw a part.
 */
import { drawingMarkup, type Drawable, type DrawnChart } from '../chart/drawn.ts';
import {
  drawInFrames,
  FRAMES,
  ONE_FRAME,
  TWO_FRAMES,
  type FrameClass,
  type FrameHeights,
} from '../chart/frames.ts';
import { raw, type Markup } from '../http/html.ts';

/** Bytes of the whole page before it is compressed. */
const MOST_BYTES = 40_000;
/** Bytes of table rows that remain beside a large drawing. */
const LEAST_TABLE = 2_000;
/** Bytes of the elements around the rows, and of the words that only a part has. */
const AROUND = 1_600;
/** Most attempts to find a part that fits: its bytes are nearly proportional to its share. */
const TRIES = 6;
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
  readonly drawings: Markup;
  readonly heights: FrameHeights;
  readonly bytes: number;
}

function attempt(
  { chartAt }: DrawnChart,
  frames: readonly FrameClass[],
  textHeight: (frame: FrameClass) => number,
): Attempt {
  const { drawings, heights } = drawInFrames(chartAt, frames, textHeight);
  const all = drawings.map((drawing, i) => drawingMarkup(drawing, String(i)).markup).join('');
  return { drawings: raw(all), heights, bytes: Buffer.byteLength(all), isShared: frames !== FRAMES };
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
): FittedChart {
  const room = MOST_BYTES - words - AROUND - LEAST_TABLE;
  const tryAll = (chart: DrawnChart, sets: readonly (readonly FrameClass[])[]): Attempt => {
    let last: Attempt | null = null;
    for (const frames of sets) {
      last = attempt(chart, frames, (frame) => textHeight(chart, frame));
      if (last.bytes <= room) break;
    }
    if (!last) throw new Error('a chart has no frame to be drawn in');
    return last;
  };
  const sets = [FRAMES, TWO_FRAMES];
  let share = Math.min(1, most / all);
  let chart = share < 1 ? part(share) : whole;
  let tried = tryAll(chart, isIndivisible ? [...sets, ONE_FRAME] : sets);
  for (let tries = 0; tried.bytes > room && tries < TRIES && share * all >= 1; tries += 1) {
    share *= (room / tried.bytes) * CAREFUL;
    chart = part(share);
    tried = tryAll(chart, sets);
  }
  const { drawings, heights, bytes, isShared } = tried;
  return bytes <= room
    ? { chart, drawings, heights, isShared, tableRoom: LEAST_TABLE + room - bytes }
    : { chart, drawings: raw(''), heights, isShared, tableRoom: LEAST_TABLE + room };
}
