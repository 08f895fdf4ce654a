/**
 * As much of a chart as an embed has room for: both widths; else both without the numbers behind their marks;
 * else a part of the figures, with their number.
 */
import { simplifyModel } from '#app/_charts/svg/simplify.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import { markup, raw, type Markup } from '../http/html.ts';

/** A chart that can be drawn at both widths of an embed (`embed-style.ts` shows one of them), whole or in part. */
export interface Drawable {
  readonly models: () => DrawingPair;
  /** The first part of it, and how many figures that is. */
  readonly part: (share: number) => DrawnPart;
  /** The number of all figures, or of all pairs. */
  readonly all: number;
  /** Whether one drawing serves all widths before figures are left out: half a map would be a wrong map. */
  readonly isWhole?: boolean;
}

/** Some of the figures, and what they are called: a part never has the title of the whole. */
export interface DrawnPart {
  readonly models: () => DrawingPair;
  readonly drawn: number;
  /** Null where the heading of the whole is true of every part. */
  readonly heading: { readonly title: string; readonly subtitle: string } | null;
  /** The series that are drawn. */
  readonly names: readonly string[];
}

export interface DrawingPair {
  readonly wide: ChartModel;
  readonly narrow: ChartModel;
}

export interface Fitted {
  readonly chart: Markup;
  readonly bytes: number;
  /** The number of figures that are drawn. */
  readonly drawn: number;
  /** What is drawn, if that is not all. */
  readonly part: Pick<DrawnPart, 'heading' | 'names'> | null;
}

type Draw = (model: ChartModel, idPrefix: string) => string;

/** Most attempts to find a part that fits: its bytes are nearly proportional to its share. */
const TRIES = 6;
/** An attempt aims at slightly less than the available room. */
const CAREFUL = 0.9;

function pairOf({ wide, narrow }: DrawingPair, draw: Draw): { chart: Markup; bytes: number } {
  const chart = raw(
    `<div class="wide">${draw(wide, 'w')}</div>\n<div class="narrow">${draw(narrow, 'n')}</div>`,
  );
  return { chart, bytes: Buffer.byteLength(chart.markup) };
}

/** One drawing for both widths. */
function alone(model: ChartModel, draw: Draw): { chart: Markup; bytes: number } {
  const chart = raw(`<div>${draw(simplifyModel(model), 'n')}</div>`);
  return { chart, bytes: Buffer.byteLength(chart.markup) };
}

const joinedPair = ({ wide, narrow }: DrawingPair): DrawingPair => ({
  wide: simplifyModel(wide),
  narrow: simplifyModel(narrow),
});

/** The drawings that fit into `room` bytes; none if not even one figure fits. */
export function fitDrawing({ models, part, all, isWhole }: Drawable, draw: Draw, room: number): Fitted {
  const pair = models();
  const whole = pairOf(pair, draw);
  if (whole.bytes <= room) return { ...whole, drawn: all, part: null };
  let { bytes, chart } = pairOf(joinedPair(pair), draw);
  if (bytes > room && isWhole) ({ bytes, chart } = alone(pair.narrow, draw));
  let drawn = all;
  let drawnPart: DrawnPart | null = null;
  let share = 1;
  for (let tries = 0; bytes > room && tries < TRIES && share * all >= 1; tries += 1) {
    share *= (room / bytes) * CAREFUL;
    const some = part(share);
    ({ bytes, chart } = pairOf(joinedPair(some.models()), draw));
    drawn = some.drawn;
    drawnPart = some;
  }
  return bytes <= room
    ? { chart, bytes, drawn, part: drawnPart }
    : { chart: markup``, bytes: 0, drawn: 0, part: null };
}
