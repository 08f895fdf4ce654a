/**
 * Names on a map: of the highest figures, and of the areas that have a hue everywhere else. Each looks for the place
 * that covers the least land, and has a line to its country where it stands apart from it.
 */
import { memoizeByObject } from '#stats/memoize.ts';
import { line, textShape } from '../marks/shapes.ts';
import type { Shape, TextRun, TextShape } from '../model/shape.ts';
import { boxesMeet, textBox, type Box } from '../text/metrics.ts';
import type { MapOutlines } from './outlines.ts';

export interface NamedCountry {
  readonly x: number;
  readonly y: number;
  /** Radius of its circle, or of the middle that its name leaves free. */
  readonly r: number;
  readonly runs: readonly TextRun[];
}

interface NameFrame {
  readonly outlines: MapOutlines;
  readonly scale: number;
  readonly top: number;
  readonly width: number;
  /** Circles that no name may cover. */
  readonly circles: readonly Box[];
}

const SIZE = 12.5;
/** Distances of a name from its country, and the directions that are tried. */
const DISTANCES = [8, 20, 36, 56, 80, 110];
const DIRECTIONS = 16;
/** From this distance on a line leads from the name to its country. */
const LEADER = 12;
/** Side of a cell of the raster, in units of the outlines. */
const CELL = 8;
/** What a cell of land under a name costs, in pixels of distance. */
const LAND = 9;

/** Which cells of a raster are land: rings that overlap an odd number of times. */
const landOf = memoizeByObject((outlines: MapOutlines): ((x: number, y: number) => boolean) => {
  const [columns, rows] = [Math.ceil(outlines.width / CELL), Math.ceil(outlines.height / CELL)];
  const cells = new Uint8Array(columns * rows);
  for (const { rings } of Object.values(outlines.areas))
    for (const ring of rings) fillRing(ring, cells, columns, rows);
  return (x, y) => {
    const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
    return column >= 0 && column < columns && cells[row * columns + column] === 1;
  };
});

/** Marks the cells whose middle lies in a ring of steps. */
function fillRing(ring: readonly number[], cells: Uint8Array, columns: number, rows: number): void {
  const crossings: number[][] = Array.from({ length: rows }, () => []);
  const points: (readonly [number, number])[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    [x, y] = [x + (ring[i] ?? 0), y + (ring[i + 1] ?? 0)];
    points.push([x, y]);
  }
  points.forEach(([x1, y1], i) => {
    const [x2, y2] = points[(i + 1) % points.length] ?? [x1, y1];
    const [low, high] = [Math.min(y1, y2), Math.max(y1, y2)];
    for (let row = Math.max(0, Math.ceil(low / CELL - 0.5)); row < rows; row += 1) {
      const middle = (row + 0.5) * CELL;
      if (middle >= high) break;
      if (middle >= low) crossings[row]?.push(x1 + ((middle - y1) / (y2 - y1)) * (x2 - x1));
    }
  });
  crossings.forEach((own, row) => {
    own.sort((a, b) => a - b);
    for (let i = 0; i + 1 < own.length; i += 2) {
      const from = Math.max(0, Math.ceil((own[i] ?? 0) / CELL - 0.5));
      const to = Math.min(columns - 1, Math.floor((own[i + 1] ?? 0) / CELL - 0.5));
      for (let column = from; column <= to; column += 1) cells[row * columns + column] = 1;
    }
  });
}

interface Tried {
  readonly label: TextShape;
  readonly box: Box;
  readonly distance: number;
}

/** Every position of a name around its country. */
function triesOf({ x, y, r, runs }: NamedCountry): Tried[] {
  return DISTANCES.flatMap((distance) =>
    Array.from({ length: DIRECTIONS }, (_, i): Tried => {
      const angle = (2 * Math.PI * i) / DIRECTIONS;
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const away = r + distance;
      const anchor = Math.abs(dx) < 0.2 ? 'middle' : dx > 0 ? 'start' : 'end';
      const label = textShape(x + dx * away, y + dy * away + SIZE * 0.33, runs, 'note', {
        anchor,
        halo: true,
      });
      return { label, box: textBox(label), distance };
    }),
  );
}

/** How many cells of land a box covers. */
function landUnder({ left, right, top, bottom }: Box, { outlines, scale, top: from }: NameFrame): number {
  const isLand = landOf(outlines);
  const step = CELL * scale;
  let count = 0;
  for (let x = left; x <= right; x += step)
    for (let y = top; y <= bottom; y += step) if (isLand(x / scale, (y - from) / scale)) count += 1;
  return count;
}

/** The lines and the names, the most important first; a name without a free place stands in the list alone. */
export function mapNames(countries: readonly NamedCountry[], frame: NameFrame): Shape[] {
  const { top, scale, outlines, width } = frame;
  const bottom = top + outlines.height * scale;
  const taken: Box[] = [];
  const leaders: Leader[] = [];
  const shapes: Shape[] = [];
  for (const country of countries) {
    let best: (Tried & { readonly cost: number }) | null = null;
    for (const tried of triesOf(country)) {
      const { box, distance } = tried;
      if (distance > (best?.cost ?? Infinity)) break;
      const isInside = box.left >= 0 && box.right <= width && box.top >= top && box.bottom <= bottom;
      if (!isInside || [...taken, ...frame.circles].some((other) => boxesMeet(other, box, 2))) continue;
      if (leaders.some((other) => crosses(other, box))) continue;
      if (distance >= LEADER && taken.some((other) => crosses(leaderOf(country, box), other))) continue;
      const cost = distance + LAND * landUnder(box, frame) * scale;
      if (best === null || cost < best.cost) best = { ...tried, cost };
    }
    if (!best) continue;
    if (best.distance >= LEADER) {
      const [x1, y1, x2, y2] = leaderOf(country, best.box);
      leaders.push([x1, y1, x2, y2]);
      shapes.push(line(x1, y1, x2, y2, { stroke: 'ink-3', width: 0.8 }));
    }
    taken.push(best.box);
    shapes.push(best.label);
  }
  return shapes;
}

type Leader = readonly [x1: number, y1: number, x2: number, y2: number];

/** From the edge of a country's middle to the nearest point of its name. */
function leaderOf({ x, y, r }: NamedCountry, { left, right, top, bottom }: Box): Leader {
  const [toX, toY] = [Math.min(Math.max(x, left - 2), right + 2), (top + bottom) / 2];
  const length = Math.hypot(toX - x, toY - y);
  const from = Math.min(1, r / Math.max(length, 1));
  return [x + (toX - x) * from, y + (toY - y) * from, toX, toY];
}

/** Whether a line passes through a box, looked at every tenth of its length. */
const crosses = ([x1, y1, x2, y2]: Leader, { left, right, top, bottom }: Box): boolean =>
  Array.from({ length: 11 }, (_, i) => i / 10).some((part) => {
    const [x, y] = [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
    return x > left && x < right && y > top && y < bottom;
  });
