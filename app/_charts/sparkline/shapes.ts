/**
 * The shapes of a sparkline, zero-based: a line with one dot at its last value, bars for amounts of years, a line for
 * long series of months, marks on a number line for estimates. A group keeps its twin stroke.
 */
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { colourOf, type Colour } from '../scales/colour.ts';
import { intervalMark } from '../marks/interval-mark.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { CHART_LAYOUTS } from '../chart-kinds.ts';
import { LAST_RESORT } from '../model/kind.ts';
import { kindsFor } from '../kinds-for.ts';
import type { Shape } from '../model/shape.ts';
import { runsOf } from '../line/marks.ts';
import { monthSpan } from '../scales/months.ts';
import { extent } from '../scales/extent.ts';
import { positionOf } from '../scales/time-position.ts';
import { linearScale } from '../scales/linear.ts';
import { circle, line, path, rect, through, twinStroke } from '../marks/shapes.ts';

export const SPARK = { width: 168, height: 40 } as const;
export type Sparkable = Pick<Comparison, 'indicator' | 'areas' | 'cells'>;

const BASE = 37.5;
/** More months than this are a line: bars of them would be thinner than the gaps between them. */
const MOST_MONTH_BARS = 24;
/** More marks than this run together. */
const MOST_MARKS = 8;

/**
 * An exact figure alone would be a dot with nothing to compare it with; the row beside it states the number.
 */
export function loneFigure(comparison: Pick<Comparison, 'cells'>): Cell | null {
  const [only, ...others] = comparison.cells.filter((cell) => cell.stated);
  const exact = only?.computed === null && only.stated?.qualifier === 'exact';
  return only && exact && others.length === 0 ? only : null;
}

/** Everything in the sparkline of an answer. */
export function sparkShapes(comparison: Sparkable): Shape[] {
  const ground = line(0, BASE, SPARK.width, BASE, { stroke: 'rule', width: 1 });
  const all = seriesOf(comparison);
  const present = (cells: readonly Cell[]): Cell[] => cells.filter((cell) => cell.stated);
  const longest = [...all].sort((a, b) => present(b.cells).length - present(a.cells).length)[0];
  if (!longest || present(comparison.cells).length === 0) return [ground];
  const shape = CHART_LAYOUTS[kindsFor(comparison)[0] ?? LAST_RESORT].sparkline;
  const own = colourOf(comparison, all)(longest);
  const colour: Colour = own === 'others' ? 'ink-2' : own;
  const isLongInMonths = longest.key.basis === 'month' && longest.cells.length > MOST_MONTH_BARS;
  // Of a single period no line and no bar can be drawn: its figures stand on a number line.
  if (present(longest.cells).length > 1) {
    if (shape === 'line' || isLongInMonths) return [ground, ...sparkLine(present(longest.cells), colour)];
    if (shape === 'bars') return [ground, ...sparkBars(present(longest.cells), colour)];
  }
  return [ground, ...sparkMarks(present(comparison.cells).slice(0, MOST_MARKS))];
}

function sparkLine(cells: readonly Cell[], colour: Colour): Shape[] {
  const positions = cells.map(positionOf);
  const [first, last] = [Math.min(...positions), Math.max(...positions)];
  const x = linearScale({ domain: [first, Math.max(last, first + 1)], range: [3, SPARK.width - 3] });
  const y = linearScale({ domain: upTo(cells, 1.04), range: [BASE, 5] });
  const twin = colour === 'group';
  const runs = runsOf(cells);
  const width = cells[0]?.basis === 'month' ? 1.25 : 1.75;
  const at = (cell: Cell): readonly [number, number] => [x(positionOf(cell)), y(cell.stated?.value ?? 0)];
  const strokes = runs.flatMap((run): Shape[] => {
    const [only] = run;
    if (only && run.length === 1) return [circle(...at(only), 2.2, { fill: colour })];
    const d = through(run.map(at));
    return twin ? twinStroke(d, 0.8) : [path(d, { stroke: colour, width, round: true })];
  });
  const end = runs.at(-1)?.at(-1);
  return end ? [...strokes, circle(...at(end), 3, { fill: colour })] : strokes;
}

function sparkBars(cells: readonly Cell[], colour: Colour): Shape[] {
  const spans = cells.flatMap((cell) => {
    const span = monthSpan(cell.period);
    return span ? [{ cell, ...span }] : [];
  });
  const [from, to] = [Math.min(...spans.map((s) => s.from)), Math.max(...spans.map((s) => s.to))];
  // If there are few bars they stay narrow, as wide as a year among ten.
  const x = linearScale({ domain: [from, Math.max(to, from + 60)], range: [3, SPARK.width - 3] });
  const y = linearScale({ domain: upTo(cells, 1), range: [BASE, 5] });
  return spans.map(({ cell, from: a, to: b }) => {
    const level = y(cell.stated ? printedEnd(cell.stated) : 0);
    const [left, top, width] = [x(a) + 1, Math.min(level, BASE), x(b) - x(a) - 2];
    const height = Math.abs(BASE - level);
    const whole = cell.basis !== 'interval' && cell.stated?.value !== null;
    return whole
      ? rect(left, top, width, height, { fill: colour })
      : rect(left + 0.5, top, width - 1, height, { fill: 'paper', stroke: colour, width: 1, dash: '2 2' });
  });
}

/** The heights that marks may have, so that they do not overlap. */
const LEVELS = [10, 21, 31];

function sparkMarks(cells: readonly Cell[]): Shape[] {
  const to = linearScale({ domain: upTo(cells, 1.25), range: [4, SPARK.width - 4] });
  const used: { level: number; from: number; until: number }[] = [];
  // From left to right, each mark takes the first free height.
  const ordered = cells.toSorted(
    (a, b) => (a.stated ? printedEnd(a.stated) : 0) - (b.stated ? printedEnd(b.stated) : 0),
  );
  return ordered.flatMap((cell) => {
    const { stated } = cell;
    if (!stated) return [];
    // A group keeps its look as a single figure: ink around a paper-coloured core.
    if (cell.computed && cells.length === 1 && stated.value !== null)
      return [circle(to(stated.value), 22, 4, { fill: 'paper', stroke: 'group', width: 2.2 })];
    const look = { colour: 'ink-2' as const, computed: cell.computed !== null, assumed: false };
    const draw = (across: number): ReturnType<typeof intervalMark> =>
      intervalMark(stated, { to, across, ends: [4, SPARK.width - 4], scale: 0.8, arrow: 34 }, look);
    const { from, until } = draw(0);
    const free = (level: number): boolean =>
      used.every((o) => o.level !== level || until + 3 < o.from || o.until + 3 < from);
    const level = cells.length === 1 ? 22 : (LEVELS.find(free) ?? LEVELS[2] ?? 31);
    used.push({ level, from, until });
    return draw(level).shapes;
  });
}

/** From zero, or below it if an amount is negative, to a little above the greatest. */
function upTo(cells: readonly Cell[], room: number): [number, number] {
  const [least, greatest] = extent(cells);
  return [least, greatest * room || 1];
}
