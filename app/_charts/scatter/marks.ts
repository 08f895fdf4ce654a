/**
 * The mark of a pair: arms as long as the intervals, an arrow at an open end, and a dot. The dot is a ring if
 * a single number was printed and the figure lies beyond it. A figure without a middle has only arms.
 */
import { hidesEnds } from '#stats/format/figure.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { floorOf } from '#stats/uncertainty/hedge.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { AreaColour } from '../scales/colour.ts';
import type { Shape } from '../model/shape.ts';
import { middleOf, type Point } from './point.ts';
import { circle, line, path, tenth } from '../marks/shapes.ts';
import { hedgeOfCell } from '#stats/model/cell.ts';

const ARROW = 18;

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly base: number;
}

/** Arms as long as the intervals, then the dot. */
export function armsOf(
  { cells, colour, r, size }: Point,
  halves: readonly [PairHalf, PairHalf],
  at: { readonly x: (n: number) => number; readonly y: (n: number) => number },
  plot: Plot,
  signs: { wide: boolean; open: boolean },
): Shape[] {
  const [x, y] = [at.x(middleOf(cells[1])), at.y(middleOf(cells[0]))];
  const stroke = { stroke: colour, width: 1.6, opacity: 0.7 };
  const shapes: Shape[] = [];
  ([1, 0] as const).forEach((side) => {
    const cell = cells[side];
    if (!cell.stated || hidesEnds(cell, halves[side].comparison.indicator)) return;
    const hedge = hedgeOfCell(
      { ...cell, stated: cell.stated },
      floorOf(halves[side].comparison.indicator.signed),
    );
    if (hedge.low === hedge.high) return;
    const to = side === 1 ? at.x : at.y;
    const point = side === 1 ? x : y;
    // Along the axis, outward means to the right or to the top.
    const away = side === 1 ? 1 : -1;
    const ends = ([-1, 1] as const).map((way) => {
      const bound = way < 0 ? hedge.low : hedge.high;
      const open = !Number.isFinite(bound);
      const [first, last] = side === 1 ? [plot.left, plot.right] : [plot.top, plot.base];
      const pixel = open ? point + way * away * ARROW : to(bound);
      const kept = Math.min(Math.max(pixel, first), last);
      if (open) {
        signs.open = true;
        shapes.push(headOf(side, point, kept, side === 1 ? y : x, colour));
      }
      return kept;
    });
    signs.wide ||= Number.isFinite(hedge.low) && Number.isFinite(hedge.high);
    const [from = point, until = point] = ends;
    shapes.push(side === 1 ? line(from, y, until, y, stroke) : line(x, from, x, until, stroke));
  });
  const middle = cells.every(
    (cell) => cell.stated !== null && (cell.stated.value !== null || oneEnded(cell)),
  );
  const assumed = cells.some((cell) => cell.periodStatus === 'assumed');
  if (!middle) return shapes;
  const ring = assumed || cells.some(oneEnded);
  return [
    ...shapes,
    ring
      ? circle(x, y, tenth(r - 0.9), {
          fill: 'paper',
          stroke: colour,
          width: 1.8,
          ...(assumed ? { dash: '6.2 3' } : {}),
        })
      : circle(x, y, tenth(r), { fill: colour, stroke: 'paper', width: 1.5, ...(size && { opacity: 0.7 }) }),
  ];
}

/** A single number was printed, and the figure lies beyond it. */
const oneEnded = ({ stated }: Cell): boolean =>
  stated !== null && stated.value === null && (stated.low === null) !== (stated.high === null);

/** The head of an arrow at the end of an arm. */
function headOf(side: 0 | 1, from: number, to: number, other: number, colour: AreaColour): Shape {
  const back = to + Math.sign(from - to) * 5;
  const points = [
    [back, other - 4],
    [to, other],
    [back, other + 4],
  ].map(([a = 0, b = 0]) => (side === 1 ? [a, b] : [b, a]));
  const d = points.map(([a = 0, b = 0], i) => `${i ? 'L' : 'M'}${tenth(a)} ${tenth(b)}`).join('');
  return path(d, { stroke: colour, width: 1.6, round: true });
}

/** The sample of the key. */
export const crossSample = (open: boolean): Shape[] => [
  line(14, 0, 14, 14, { stroke: 'ink-2', width: 1.6, opacity: 0.7 }),
  open
    ? path('M10 4L14 0L18 4', { stroke: 'ink-2', width: 1.6, round: true })
    : line(4, 7, 24, 7, { stroke: 'ink-2', width: 1.6, opacity: 0.7 }),
  open
    ? circle(14, 9, 4, { fill: 'paper', stroke: 'ink-2', width: 1.8 })
    : circle(14, 7, 4, { fill: 'ink-2' }),
];
