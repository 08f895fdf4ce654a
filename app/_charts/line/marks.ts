/** The strokes of a series: runs of years, dots for single years, bands, and figures that are not a point. */
import type { Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { yearOf } from '#stats/time/period.ts';
import { markOf, type ChartContext } from '../panel/layout.ts';
import { intervalMark } from '../marks/interval-mark.ts';
import type { Mark, Plot } from '../model/chart.ts';
import type { Sign } from '../model/sign.ts';
import type { AreaColour } from '../scales/colour.ts';
import { circle, path, through, twinStroke } from '../marks/shapes.ts';

export interface PlotScales {
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
}

/** A cell that a line may pass through: a single number for a known year. */
const onLine = (cell: Cell): boolean =>
  cell.stated !== null && cell.stated.value !== null && cell.periodStatus !== 'assumed';

/** Years that follow one another without a break. A line joins only these. */
export function runsOf(cells: readonly Cell[]): Cell[][] {
  const byYear = cells
    .filter(onLine)
    .map((cell) => ({ cell, year: yearOf(cell.period) ?? 0 }))
    .sort((a, b) => a.year - b.year);
  const runs: Cell[][] = [];
  let before = NaN;
  for (const { cell, year } of byYear) {
    if (year - before === 1) runs.at(-1)?.push(cell);
    else runs.push([cell]);
    before = year;
  }
  return runs;
}

/** 2.25 px. Areas that the query does not name are context; a second source of the same series is thinner. */
export function lineWidth(setup: ChartContext, series: Series, again: boolean): number {
  const [cell] = series.cells;
  const context =
    cell && setup.colour(cell) === 'others' && !setup.comparison.query.country.includes(cell.area);
  return context ? 1 : again ? 1.25 : 2.25;
}

/** One series on its axes. */
interface DrawnSeries {
  readonly series: Series;
  readonly at: PlotScales;
  readonly colour: AreaColour;
  readonly id: string;
  /** Whether it is a group's, drawn as a twin stroke. */
  readonly twin: boolean;
}

export function drawLine(
  context: ChartContext,
  series: Series,
  at: PlotScales,
  width: number,
  [first, last]: readonly [number, number],
  base: number,
): { marks: Mark[]; plot: Plot; signs: Sign[] } {
  const [sample] = series.cells;
  const colour = sample ? context.colour(sample) : 'others';
  const id = sample ? context.seriesId(sample) : '';
  const twin = colour === 'group';
  const line: DrawnSeries = { series, at, colour, id, twin };
  const runs = runsOf(series.cells);
  const bands = bandsOf(line, runs);
  const offLine = offLineMarks(line, base);
  return {
    marks: [...bands, ...strokesOf(line, runs, width), ...offLine.marks],
    plot: { series: id, panel: 0, colour, width, twin, points: plotPoints(series, first, last) },
    signs: [
      ...new Set<Sign>([
        ...(twin ? ['twin' as const] : []),
        ...(bands.length > 0 ? ['band' as const] : []),
        ...offLine.signs,
      ]),
    ],
  };
}

const pointOf = (cell: Cell, at: PlotScales): readonly [number, number] => [
  at.x(yearOf(cell.period) ?? 0),
  at.y(cell.stated?.value ?? 0),
];

/** A band for each run of years in which every figure has both ends. */
function bandsOf({ at, colour, id }: DrawnSeries, runs: readonly Cell[][]): Mark[] {
  return runs.flatMap((run) => {
    const bounded = run.every(({ stated }) => stated?.low !== null && stated?.high !== null);
    if (run.length < 2 || !bounded) return [];
    const edge = (end: 'low' | 'high'): (readonly [number, number])[] =>
      run.map((cell) => [at.x(yearOf(cell.period) ?? 0), at.y(cell.stated?.[end] ?? 0)] as const);
    const outline = `${through([...edge('high'), ...edge('low').reverse()])}Z`;
    return [markOf(run, id, [path(outline, { fill: colour, opacity: 0.2 })], true)];
  });
}

/** A stroke for each run, a dot for a single year, and a dot where the last run ends. */
function strokesOf({ at, colour, id, twin }: DrawnSeries, runs: readonly Cell[][], width: number): Mark[] {
  const strokes = runs.map((run) => {
    const [only] = run;
    if (run.length === 1 && only)
      return markOf(run, id, [circle(...pointOf(only, at), 3.4, { fill: colour })]);
    const d = through(run.map((cell) => pointOf(cell, at)));
    const stroke = twin ? twinStroke(d) : [path(d, { stroke: colour, width, round: true })];
    return markOf(run, id, stroke, true);
  });
  const lastRun = runs.at(-1) ?? [];
  const end = lastRun.at(-1);
  const dotted = end && !twin && width > 1 && lastRun.length > 1;
  return dotted
    ? [...strokes, markOf([end], id, [circle(...pointOf(end, at), 2.8, { fill: colour })])]
    : strokes;
}

/** The marks of figures that no line may pass through, with the signs that the legend has to explain. */
function offLineMarks(
  { series, at, colour, id }: DrawnSeries,
  base: number,
): { readonly marks: Mark[]; readonly signs: Sign[] } {
  const marks: Mark[] = [];
  const signs: Sign[] = [];
  for (const cell of series.cells) {
    if (!cell.stated || onLine(cell)) continue;
    const position = {
      to: at.y,
      across: at.x(yearOf(cell.period) ?? 0),
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

/** The numbers of the line, year by year; null for a break. */
function plotPoints({ cells }: Series, first: number, last: number): Plot['points'] {
  const byYear = new Map(cells.filter(onLine).map((cell) => [yearOf(cell.period), cell]));
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const stated = byYear.get(first + i)?.stated;
    return {
      x: first + i,
      y: stated?.value ?? null,
      low: stated?.low ?? null,
      high: stated?.high ?? null,
    };
  });
}
