/**
 * Short names for the shapes of a drawing. Coordinates are cut to a tenth of a pixel: a finer difference is
 * not visible, and golden files stay readable.
 */
import type { Colour } from '../scales/colour.ts';
import type { Shape, TextShape, TextRun, TextStyle } from '../model/shape.ts';

export const tenth = (n: number): number => Math.round(n * 10) / 10 + 0;

type Point = readonly [x: number, y: number];

/** Path data through points. @example through([[0, 0], [4, 2.04]]) === 'M0 0L4 2' */
export const through = (points: readonly Point[]): string =>
  points.map(([x, y], i) => `${i ? 'L' : 'M'}${tenth(x)} ${tenth(y)}`).join('');

type Stroke = Omit<Extract<Shape, { as: 'path' }>, 'as' | 'd'>;

export const line = (x1: number, y1: number, x2: number, y2: number, stroke: Stroke): Shape => ({
  as: 'path',
  d: through([
    [x1, y1],
    [x2, y2],
  ]),
  fill: 'none',
  ...stroke,
});

export const path = (d: string, paint: Stroke): Shape => ({ as: 'path', d, fill: 'none', ...paint });

export const rect = (x: number, y: number, w: number, h: number, paint: Stroke): Shape => ({
  as: 'rect',
  x: tenth(x),
  y: tenth(y),
  w: tenth(Math.max(w, 0)),
  h: tenth(Math.max(h, 0)),
  ...paint,
});

export const circle = (x: number, y: number, r: number, paint: Stroke): Shape => ({
  as: 'circle',
  x: tenth(x),
  y: tenth(y),
  r,
  ...paint,
});

/** Options of a text, apart from its position and words. */
export interface Setting {
  readonly anchor?: TextShape['anchor'];
  readonly size?: number;
  readonly colour?: Colour;
  readonly halo?: boolean;
  readonly series?: string;
}

export const textShape = (
  x: number,
  y: number,
  words: string | readonly TextRun[],
  style: TextStyle,
  setting: Setting = {},
): TextShape => ({
  as: 'text',
  x: tenth(x),
  y: tenth(y),
  runs: typeof words === 'string' ? [{ text: words }] : words,
  anchor: 'start',
  style,
  ...setting,
});

/** The twin rule, down or across: two hairlines, 4 px in all. */
export const twinRule = (x: number, y1: number, y2: number): Shape[] => [
  line(x, y1, x, y2, { stroke: 'rule-2', width: 1 }),
  line(x + 4, y1, x + 4, y2, { stroke: 'rule-2', width: 1 }),
];

/** The line of a group: a stroke, of ink unless groups differ in colour, with a paper-coloured core. */
export const twinStroke = (d: string, scale = 1, colour: Colour = 'group'): Shape[] => [
  path(d, { stroke: colour, width: 5 * scale, round: true }),
  path(d, { stroke: 'paper', width: 1.8 * scale, round: true }),
];
