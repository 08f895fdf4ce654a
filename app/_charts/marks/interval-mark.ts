/**
 * One mark per hedge, along either axis. An open ring shows that the bound itself is not included; a filled
 * dot shows that it is. An arrow marks an open end: its length means nothing, so it is short and the same
 * for all figures.
 */
import { printedEnd, type Qualifier, type Stated } from '#stats/uncertainty/hedge.ts';
import type { Colour } from '../scales/colour.ts';
import type { Shape } from '../model/shape.ts';
import { circle, line, path, rect, tenth, through } from './shapes.ts';

/** Where a figure is drawn: `to` turns its numbers into pixels; `across` is the line that it lies on. */
export interface MarkPosition {
  readonly to: (value: number) => number;
  readonly across: number;
  /** First and last pixel of the axis, the smaller number first. */
  readonly ends: readonly [number, number];
  /** True where amounts run up the page instead of along it. */
  readonly upright?: boolean;
  readonly scale?: number;
  /** The length of an arrow, if there is not enough room for the usual one. */
  readonly arrow?: number;
}

export interface MarkLook {
  readonly colour: Colour;
  readonly computed: boolean;
  readonly assumed: boolean;
}

export interface IntervalMark {
  readonly shapes: readonly Shape[];
  /** How far the mark reaches, in pixels along the axis. */
  readonly from: number;
  readonly until: number;
  /** The pixel of its printed number. */
  readonly at: number;
}

const ARROW = 18;
/** The tick of an open bar, and of a line of minimums. */
export const TICK = 9;
const ABOUT = 22;
const STEM = 26;
/** Three strokes of a ring: an assumed year. Figures computed by Cotejo have finer strokes. */
const ASSUMED = '6.2 3';
/** A shorter arrow would be only a head; a stem to the axis is clearer. */
const LEAST_ARROW = 9;

export const OPEN_ABOVE: readonly Qualifier[] = ['more-than', 'at-least'];
export const OPEN_BELOW: readonly Qualifier[] = ['less-than', 'at-most'];
const EXCLUDED: readonly Qualifier[] = ['more-than', 'just-over', 'less-than', 'nearly'];

function penOf(position: MarkPosition, look: MarkLook) {
  const { across, upright = false, scale = 1 } = position;
  const { colour } = look;
  const xy = (along: number, off = 0): readonly [number, number] =>
    upright ? [across + off, along] : [along, across + off];
  const stroke = (a: number, b: number, width = 2.4, dash?: string): Shape =>
    line(...xy(a), ...xy(b), { stroke: colour, width, ...(dash ? { dash } : {}) });
  const tick = (a: number): Shape =>
    line(...xy(a, -8 * scale), ...xy(a, 8 * scale), { stroke: colour, width: 2.4 });
  const dot = (a: number): Shape =>
    look.computed || look.assumed
      ? circle(...xy(a), 4.4 * scale, {
          fill: 'paper',
          stroke: colour,
          width: 1.8,
          dash: look.computed ? '2.4 2' : ASSUMED,
        })
      : circle(...xy(a), 5 * scale, { fill: colour });
  const ring = (a: number): Shape =>
    circle(...xy(a), 4.4 * scale, {
      fill: 'paper',
      stroke: colour,
      width: 2.2,
      ...(look.assumed ? { dash: ASSUMED } : {}),
    });
  const head = (a: number, s: number): Shape =>
    path(through([xy(a - 6 * s, -5), xy(a), xy(a - 6 * s, 5)]), { stroke: colour, width: 2.4 });
  const bar = (a: number, b: number): Shape => {
    const [from, length] = [Math.min(a, b), Math.abs(b - a)];
    const box = upright
      ? ([across - 5 * scale, from, 10 * scale, length] as const)
      : ([from, across - 5 * scale, length, 10 * scale] as const);
    return rect(...box, { fill: colour, opacity: 0.28 });
  };
  return { stroke, tick, dot, ring, head, bar };
}

/**
 * The tick at the top of an open bar, or above a point of a line of minimums: the same height on every scale.
 * @param way up the page where amounts run up, else -1 for down
 */
export function openTick(across: number, from: number, colour: Colour, way: 1 | -1 = 1): readonly Shape[] {
  const tip = from - way * TICK;
  return [
    line(across, from, across, tip, { stroke: colour, width: 1.6 }),
    path(
      through([
        [across - 3.5, tip + way * 4],
        [across, tip],
        [across + 3.5, tip + way * 4],
      ]),
      { stroke: colour, width: 1.6 },
    ),
  ];
}

/** Draws one figure with its hedge. */
export function intervalMark(stated: Stated, position: MarkPosition, look: MarkLook): IntervalMark {
  const { to, scale = 1, arrow = ARROW, ends } = position;
  const sign = Math.sign(ends[1] - ends[0]) || 1;
  const pen = penOf(position, look);
  const at = to(printedEnd(stated));
  const { qualifier, value, low, high } = stated;
  const ranged = low !== null && high !== null;
  if (value === null && ranged) return rangeMark(qualifier, to(low), to(high), sign, pen);
  const knob = EXCLUDED.includes(qualifier) ? pen.ring(at) : pen.dot(at);
  const opens = value === null && qualifier === 'about' ? (low !== null ? 1 : -1) : 0;
  const start = opens ? pen.ring(at) : knob;
  if (OPEN_ABOVE.includes(qualifier) || opens === 1) {
    const end = sign > 0 ? Math.min(at + arrow, ends[1]) : Math.max(at - arrow, ends[1]);
    return { shapes: [pen.stroke(at, end), pen.head(end, sign), start], ...span(at, end), at };
  }
  if (OPEN_BELOW.includes(qualifier) || opens === -1) {
    const end = sign > 0 ? Math.max(at - arrow, ends[0]) : Math.min(at + arrow, ends[0]);
    const tip = Math.abs(at - end) >= LEAST_ARROW ? [pen.head(end, -sign)] : [];
    return { shapes: [pen.stroke(at, end), ...tip, start], ...span(end, at), at };
  }
  // Nearly and just over are close to their number at an unknown distance: a stem without an arrowhead.
  if (qualifier === 'nearly' || qualifier === 'just-over') {
    const end = at + STEM * (qualifier === 'nearly' ? -sign : sign);
    return { shapes: [pen.stroke(end, at), knob], ...span(end, at), at };
  }
  if (qualifier === 'about') {
    const reach = ABOUT * scale * sign;
    const from = sign > 0 ? Math.max(at - reach, ends[0]) : Math.min(at - reach, ends[0]);
    return { shapes: [pen.stroke(from, at + reach, 2.4, '2.5 3'), knob], ...span(from, at + reach), at };
  }
  if (value !== null && ranged) {
    const [a, b] = [to(low), to(high)];
    return { shapes: [pen.stroke(a, b, 1.6), knob], ...span(a, b), at };
  }
  return { shapes: [knob], ...span(tenth(at) - 5 * scale, tenth(at) + 5 * scale), at };
}

/** A range without a middle: a bar between two ticks, with dashes beyond them if it is approximate. */
function rangeMark(
  qualifier: Qualifier,
  a: number,
  b: number,
  sign: number,
  pen: ReturnType<typeof penOf>,
): IntervalMark {
  const reach = qualifier === 'about' ? ABOUT * sign : 0;
  const dashes =
    reach === 0 ? [] : [pen.stroke(a - reach, a, 2.4, '2.5 3'), pen.stroke(b, b + reach, 2.4, '2.5 3')];
  return {
    shapes: [pen.bar(a, b), ...dashes, pen.tick(a), pen.tick(b)],
    ...span(a - reach, b + reach),
    at: b,
  };
}

const span = (a: number, b: number): { from: number; until: number } => ({
  from: Math.min(a, b),
  until: Math.max(a, b),
});
