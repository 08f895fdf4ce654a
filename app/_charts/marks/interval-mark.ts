/**
 * One mark per hedge, along either axis. An open ring says that the bound itself is not included; a filled
 * dot, that it is. An arrow says "open": its length means nothing, so it ends with the axis or after 96 px.
 */
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import type { Qualifier, Stated } from '#stats/uncertainty/hedge.ts';
import type { Colour } from '../scales/colour.ts';
import type { Shape } from '../model.ts';
import { circle, line, path, rect, tenth, through } from './shapes.ts';

/** Where a figure is drawn: `to` turns its numbers into pixels, `across` is the line it lies on. */
export interface MarkPosition {
  readonly to: (value: number) => number;
  readonly across: number;
  /** First and last pixel of the axis, the smaller number first. */
  readonly ends: readonly [number, number];
  /** True where amounts run up the page instead of along it. */
  readonly upright?: boolean;
  readonly scale?: number;
  /** Longest arrow, where there is no room for the usual one. */
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

const ARROW = 96;
const ABOUT = 22;
const STEM = 26;
/** Three strokes of a ring: an assumed year. Our own arithmetic has finer ones. */
const ASSUMED = '6.2 3';
/** Less than this is no arrow, only a head; a stem to the axis is clearer. */
const LEAST_ARROW = 14;

const OPEN_ABOVE: readonly Qualifier[] = ['more-than', 'at-least'];
const OPEN_BELOW: readonly Qualifier[] = ['less-than', 'at-most'];
const EXCLUDED: readonly Qualifier[] = ['more-than', 'just-over', 'less-than', 'nearly'];

/** Draws one figure with its hedge. */
export function intervalMark(stated: Stated, place: MarkPosition, look: MarkLook): IntervalMark {
  const { to, across, upright = false, scale = 1, arrow = ARROW } = place;
  const { colour } = look;
  const sign = Math.sign(place.ends[1] - place.ends[0]) || 1;
  const at = to(printedEnd(stated));
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
  const knob = EXCLUDED.includes(stated.qualifier) ? ring(at) : dot(at);
  const ranged = stated.low !== null && stated.high !== null;

  if (stated.value === null && ranged) {
    const [a, b] = [to(stated.low), to(stated.high)];
    const [left, top] = xy(Math.min(a, b), -5 * scale);
    const length = Math.abs(b - a);
    const box: readonly [number, number, number, number] = upright
      ? [across - 5 * scale, Math.min(a, b), 10 * scale, length]
      : [left, top, length, 10 * scale];
    const about =
      stated.qualifier === 'about'
        ? [stroke(a - ABOUT * sign, a, 2.4, '2.5 3'), stroke(b, b + ABOUT * sign, 2.4, '2.5 3')]
        : [];
    const reach = about.length > 0 ? ABOUT : 0;
    return {
      shapes: [rect(...box, { fill: colour, opacity: 0.28 }), ...about, tick(a), tick(b)],
      ...span(a - reach * sign, b + reach * sign),
      at: b,
    };
  }
  const opens = stated.value === null && stated.qualifier === 'about' ? (stated.low !== null ? 1 : -1) : 0;
  if (OPEN_ABOVE.includes(stated.qualifier) || opens === 1) {
    const end = sign > 0 ? Math.min(at + arrow, place.ends[1]) : Math.max(at - arrow, place.ends[1]);
    return { shapes: [stroke(at, end), head(end, sign), opens ? ring(at) : knob], ...span(at, end), at };
  }
  if (OPEN_BELOW.includes(stated.qualifier) || opens === -1) {
    const end = sign > 0 ? Math.max(at - arrow / 2, place.ends[0]) : Math.min(at + arrow / 2, place.ends[0]);
    const tip = Math.abs(at - end) >= LEAST_ARROW ? [head(end, -sign)] : [];
    return { shapes: [stroke(at, end), ...tip, opens ? ring(at) : knob], ...span(end, at), at };
  }
  // Nearly and just over lie close to their number on an unknown side: a stem, and no arrowhead.
  if (stated.qualifier === 'nearly' || stated.qualifier === 'just-over') {
    const end = at + STEM * (stated.qualifier === 'nearly' ? -sign : sign);
    return { shapes: [stroke(end, at), knob], ...span(end, at), at };
  }
  if (stated.qualifier === 'about') {
    const reach = ABOUT * scale * sign;
    const start = sign > 0 ? Math.max(at - reach, place.ends[0]) : Math.min(at - reach, place.ends[0]);
    const whisker = stroke(start, at + reach, 2.4, '2.5 3');
    return { shapes: [whisker, knob], ...span(start, at + reach), at };
  }
  if (stated.value !== null && ranged) {
    const [a, b] = [to(stated.low), to(stated.high)];
    return { shapes: [stroke(a, b, 1.6), knob], ...span(a, b), at };
  }
  return { shapes: [knob], ...span(tenth(at) - 5 * scale, tenth(at) + 5 * scale), at };
}

const span = (a: number, b: number): { from: number; until: number } => ({
  from: Math.min(a, b),
  until: Math.max(a, b),
});
