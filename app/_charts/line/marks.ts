/** The strokes of a series: runs of periods, dots for single ones, bands, and figures that are not a point. */
import type { Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { markOf, type ChartContext } from '../panel/layout.ts';
import { positionOf } from '../scales/time-position.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { intervalMark, OPEN_ABOVE, openTick } from '../marks/interval-mark.ts';
import type { Mark, Plot } from '../model/chart.ts';
import type { Sign } from '../model/sign.ts';
import { isOfGroup, type Colour } from '../scales/colour.ts';
import type { LineLook } from './roles.ts';
import { circle, path, through, twinStroke } from '../marks/shapes.ts';

export interface PlotScales {
  readonly x: (position: number) => number;
  readonly y: (value: number) => number;
}

/** A cell that a line may pass through: a single number for a known period. */
const onLine = (cell: Cell): boolean =>
  cell.stated !== null && cell.stated.value !== null && cell.periodStatus !== 'assumed';

/** A minimum for a known period. A series of minimums has a line of its own, with a tick above each. */
export const isMinimum = (cell: Cell): boolean =>
  cell.stated !== null &&
  cell.stated.value === null &&
  OPEN_ABOVE.includes(cell.stated.qualifier) &&
  cell.periodStatus !== 'assumed';

/** Whether most figures of a series are minimums, so that they are read as a line. */
export const isLineOfMinimums = (cells: readonly Cell[]): boolean =>
  cells.filter(isMinimum).length > Math.max(1, cells.filter(({ stated }) => stated !== null).length / 2);

/** Periods that follow one another without a break. A line joins only these. */
export function runsOf(cells: readonly Cell[], joins: (cell: Cell) => boolean = onLine): Cell[][] {
  const ordered = cells
    .filter(joins)
    .map((cell) => ({ cell, position: positionOf(cell) }))
    .sort((a, b) => a.position - b.position);
  const runs: Cell[][] = [];
  let before = NaN;
  for (const { cell, position } of ordered) {
    if (position - before === 1) runs.at(-1)?.push(cell);
    else runs.push([cell]);
    before = position;
  }
  return runs;
}

/** One series on its axes. */
interface DrawnSeries {
  readonly series: Series;
  readonly at: PlotScales;
  readonly colour: Colour;
  readonly dash: string | undefined;
  readonly id: string;
  /** Whether it is a group's, drawn as a twin stroke. */
  readonly twin: boolean;
}

export function drawLine(
  context: ChartContext,
  series: Series,
  at: PlotScales,
  { colour, width, dash, labelled }: LineLook,
  [first, last]: readonly [number, number],
  base: number,
): { marks: Mark[]; plot: Plot; signs: Sign[] } {
  const [sample] = series.cells;
  const id = sample ? context.seriesId(sample) : '';
  const twin = colour === 'group' || isOfGroup(context.comparison, series);
  const line: DrawnSeries = { series, at, colour, dash, id, twin };
  const runs = runsOf(series.cells);
  // Bands of lines in the background would hide those that the chart is about.
  const bands = labelled ? bandsOf(line, runs) : [];
  const minimums = isLineOfMinimums(series.cells) ? minimumMarks(line, width) : [];
  const offLine = labelled ? offLineMarks(line, base, minimums.length > 0) : { marks: [], signs: [] };
  return {
    marks: [...bands, ...strokesOf(line, runs, width), ...minimums, ...offLine.marks],
    plot: {
      ...{ series: id, panel: 0, colour, width, twin, ...(dash && { dash }) },
      points: plotPoints(series, first, last, bands.length > 0),
    },
    signs: [
      ...new Set<Sign>([
        ...(twin && runs.length > 0 ? ['twin' as const] : []),
        ...(bands.length > 0 ? ['band' as const] : []),
        ...(minimums.length > 0 ? ['at-least' as const] : []),
        ...offLine.signs,
      ]),
    ],
  };
}

const pointOf = (cell: Cell, at: PlotScales): readonly [number, number] => [
  at.x(positionOf(cell)),
  at.y(cell.stated?.value ?? 0),
];

/** A band thinner than the line in it is not seen, and a legend would explain nothing. */
const THINNEST_BAND = 2;

/** A band for each run of periods in which every figure has both ends. */
function bandsOf({ at, colour, id }: DrawnSeries, runs: readonly Cell[][]): Mark[] {
  return runs.flatMap((run) => {
    const bounded = run.every(({ stated }) => stated?.low !== null && stated?.high !== null);
    const height = ({ stated }: Cell): number => Math.abs(at.y(stated?.low ?? 0) - at.y(stated?.high ?? 0));
    if (run.length < 2 || !bounded || run.every((cell) => height(cell) < THINNEST_BAND)) return [];
    const edge = (end: 'low' | 'high'): (readonly [number, number])[] =>
      run.map((cell) => [at.x(positionOf(cell)), at.y(cell.stated?.[end] ?? 0)] as const);
    const outline = `${through([...edge('high'), ...edge('low').reverse()])}Z`;
    return [markOf(run, id, [path(outline, { fill: colour, opacity: 0.2 })], true)];
  });
}

/** A stroke for each run, a dot for a single period, and a dot where the last run ends. */
function strokesOf(
  { at, colour, dash, id, twin }: DrawnSeries,
  runs: readonly Cell[][],
  width: number,
): Mark[] {
  const strokes = runs.map((run) => {
    const [only] = run;
    if (run.length === 1 && only)
      return markOf(run, id, [circle(...pointOf(only, at), 3.4, { fill: colour })]);
    const d = through(run.map((cell) => pointOf(cell, at)));
    const stroke = twin
      ? twinStroke(d, 1, colour)
      : [path(d, { stroke: colour, width, round: true, ...(dash && { dash }) })];
    return markOf(run, id, stroke, true);
  });
  const lastRun = runs.at(-1) ?? [];
  const end = lastRun.at(-1);
  const dotted = end && !twin && width > 1 && lastRun.length > 1;
  return dotted
    ? [...strokes, markOf([end], id, [circle(...pointOf(end, at), 2.8, { fill: colour })])]
    : strokes;
}

/** Months nearer than this have no ticks of their own: a tick at the last of a run tells what the line is. */
const TICK_ROOM = 9;

/** A dashed line through minimums, with a tick of the same height above each. */
function minimumMarks({ series, at, colour, id }: DrawnSeries, width: number): Mark[] {
  const room = Math.abs(at.x(1) - at.x(0));
  return runsOf(series.cells, isMinimum).flatMap((run) => {
    const points = run.map((cell): readonly [number, number] => [
      at.x(positionOf(cell)),
      at.y(cell.stated ? printedEnd(cell.stated) : 0),
    ]);
    const ticked = points.filter((_, i) => i === points.length - 1 || room >= TICK_ROOM);
    const ticks = ticked.flatMap(([x, y]) => openTick(x, y, colour));
    const stroke = path(through(points), { stroke: colour, width: Math.min(width, 1.75), dash: '5 3' });
    return [markOf(run, id, points.length > 1 ? [stroke, ...ticks] : ticks)];
  });
}

/** The marks of figures that no line may pass through, with the signs that the legend has to explain. */
function offLineMarks(
  { series, at, colour, id }: DrawnSeries,
  base: number,
  withoutMinimums: boolean,
): { readonly marks: Mark[]; readonly signs: Sign[] } {
  const marks: Mark[] = [];
  const signs: Sign[] = [];
  for (const cell of series.cells) {
    if (!cell.stated || onLine(cell) || (withoutMinimums && isMinimum(cell))) continue;
    const position = {
      to: at.y,
      across: at.x(positionOf(cell)),
      ends: [base, base - 1e4] as const,
      upright: true,
      scale: 0.8,
    };
    const assumed = cell.periodStatus === 'assumed';
    const { shapes } = intervalMark(cell.stated, position, { colour, computed: false, assumed });
    marks.push(markOf([cell], id, shapes));
    signs.push(assumed ? 'assumed' : cell.stated.qualifier);
  }
  return { marks, signs };
}

/** The numbers of the line, period by period; null for a break. */
function plotPoints({ cells }: Series, first: number, last: number, banded: boolean): Plot['points'] {
  const byPosition = new Map(cells.filter(onLine).map((cell) => [positionOf(cell), cell]));
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const stated = byPosition.get(first + i)?.stated;
    return {
      x: first + i,
      y: stated?.value ?? null,
      low: banded ? (stated?.low ?? null) : null,
      high: banded ? (stated?.high ?? null) : null,
    };
  });
}
