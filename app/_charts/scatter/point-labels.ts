/**
 * Names for points in any position. Each name tries the positions around its point, nearest first, and takes
 * the first whose box meets no other name or point. More important names are set first; a name without a free
 * position is left to the table and the text alternative.
 */
import type { Colour } from '../scales/colour.ts';
import type { TextShape } from '../model/shape.ts';
import { textShape } from '../marks/shapes.ts';
import { boxesMeet, textBox, type Box } from '../text/metrics.ts';

export interface NamedPoint {
  readonly x: number;
  readonly y: number;
  /** Radius of its dot. */
  readonly r: number;
  /** The radius within which no other name may stand, if it is less. */
  readonly solid?: number;
  readonly name: string;
  readonly colour: Colour;
  /** Set first, and in bold. */
  readonly main: boolean;
}

/** Possible positions of a name, in pixels from its dot: right, left, above, below, then the corners. */
function waysOf({ x, y, r, name, colour, main }: NamedPoint): TextShape[] {
  const [style, size] = main ? (['lab', 14] as const) : (['note', 12.5] as const);
  const set = (dx: number, dy: number, anchor: TextShape['anchor']): TextShape =>
    textShape(x + dx, y + dy, name, style, { anchor, colour: main ? colour : 'ink-2', halo: true });
  const [beside, level] = [r + 4, size * 0.33];
  return [
    set(beside, level, 'start'),
    set(-beside, level, 'end'),
    set(0, -r - 5, 'middle'),
    set(0, r + size, 'middle'),
    set(beside, -r - 1, 'start'),
    set(beside, r + size - 3, 'start'),
    set(-beside, -r - 1, 'end'),
    set(-beside, r + size - 3, 'end'),
  ];
}

/** Least distance in pixels between two boxes. */
const ROOM = 1.5;

const dotBox = ({ x, y, r: whole, solid = whole }: NamedPoint): Box => {
  const r = Math.min(whole, solid);
  return { left: x - r, right: x + r, top: y - r, bottom: y + r };
};

/** Names that have found a place inside `within`, at least `apart` pixels from the points of others. */
export function placeNames(points: readonly NamedPoint[], within: Box, apart = ROOM): TextShape[] {
  const all = points.map(dotBox);
  const taken: Box[] = [];
  const placed: TextShape[] = [];
  for (const point of [...points].sort((a, b) => Number(b.main) - Number(a.main))) {
    const own = dotBox(point);
    const free = waysOf(point).find((way) => {
      const box = textBox(way);
      const inside =
        box.left >= within.left &&
        box.right <= within.right &&
        box.top >= within.top &&
        box.bottom <= within.bottom;
      return (
        inside &&
        taken.every((other) => !boxesMeet(other, box, ROOM)) &&
        all.every((other) => !boxesMeet(other, box, sameBox(other, own) ? 0 : apart))
      );
    });
    if (!free) continue;
    placed.push(free);
    taken.push(textBox(free));
  }
  return placed;
}

const sameBox = (a: Box, b: Box): boolean => a.left === b.left && a.top === b.top && a.right === b.right;
