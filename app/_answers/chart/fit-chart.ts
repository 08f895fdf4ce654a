/**
 * As much of a chart as an embed has room for: both widths; else both without the numbers behind their marks;
 * else a part of the figures, and how many those are.
 */
import { simplifyModel } from '#app/_charts/svg/simplify.ts';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import { markup, raw, type Markup } from '../http/html.ts';

/** A chart that can be drawn at both widths of an embed (`embed-style.ts` shows one of them), whole or in part. */
export interface Drawable {
  readonly models: () => DrawingPair;
  /** The first of it, and how many of all that is. */
  readonly part: (share: number) => { readonly models: () => DrawingPair; readonly drawn: number };
  /** Figures, or pairs of them. */
  readonly all: number;
}

export interface DrawingPair {
  readonly wide: ChartModel;
  readonly narrow: ChartModel;
}

export interface Fitted {
  readonly chart: Markup;
  readonly bytes: number;
  /** How many are drawn. */
  readonly drawn: number;
}

type Draw = (model: ChartModel, idPrefix: string) => string;

/** Drawings are guessed again this often: the bytes of a part are nearly its share of the whole. */
const TRIES = 6;
/** A guess aims at a little less than there is room for. */
const CAREFUL = 0.9;

function pairOf({ wide, narrow }: DrawingPair, draw: Draw): { chart: Markup; bytes: number } {
  const chart = raw(
    `<div class="wide">${draw(wide, 'w')}</div>\n<div class="narrow">${draw(narrow, 'n')}</div>`,
  );
  return { chart, bytes: Buffer.byteLength(chart.markup) };
}

const joinedPair = ({ wide, narrow }: DrawingPair): DrawingPair => ({
  wide: simplifyModel(wide),
  narrow: simplifyModel(narrow),
});

/** The drawings that fit into `room` bytes; none where not even one figure does. */
export function fitDrawing({ models, part, all }: Drawable, draw: Draw, room: number): Fitted {
  const pair = models();
  const whole = pairOf(pair, draw);
  if (whole.bytes <= room) return { ...whole, drawn: all };
  let { bytes, chart } = pairOf(joinedPair(pair), draw);
  let drawn = all;
  let share = 1;
  for (let tries = 0; bytes > room && tries < TRIES && share * all >= 1; tries += 1) {
    share *= (room / bytes) * CAREFUL;
    const some = part(share);
    ({ bytes, chart } = pairOf(joinedPair(some.models()), draw));
    drawn = some.drawn;
  }
  return bytes <= room ? { chart, bytes, drawn } : { chart: markup``, bytes: 0, drawn: 0 };
}
