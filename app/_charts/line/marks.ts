/** The strokes of one series: runs of years, dots for lone years, bands, and figures that are no point. */
import type { Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { yearOf } from '#stats/time/period.ts';
import { markOf, type ChartContext } from '../panel-layout.ts';
import { intervalMark } from '../marks/interval-mark.ts';
import type { Mark, Plot } from '../model.ts';
import { circle, path, through, twinStroke } from '../marks/shapes.ts';

export interface PlotScales {
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
}

/** A cell that a line may pass through: one number, of a year that is known. */
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

/** 2.25 px; areas nobody asked for by name are context, and a second source of one series is thinner. */
export function lineWidth(setup: ChartContext, series: Series, again: boolean): number {
  const [cell] = series.cells;
  const context =
    cell && setup.colour(cell) === 'others' && !setup.comparison.query.country.includes(cell.area);
  return context ? 1 : again ? 1.25 : 2.25;
}

/** Draws one series and says how the live chart plots it. */
export function drawLine(
  setup: ChartContext,
  series: Series,
  at: PlotScales,
  width: number,
  [first, last]: readonly [number, number],
  base: number,
): { marks: Mark[]; plot: Plot; signs: string[] } {
  const [sample] = series.cells;
  const colour = sample ? setup.colour(sample) : 'others';
  const id = sample ? setup.seriesId(sample) : '';
  const twin = colour === 'group';
  const signs = new Set<string>(twin ? ['twin'] : []);
  const xy = (cell: Cell): readonly [number, number] => [
    at.x(yearOf(cell.period) ?? 0),
    at.y(cell.stated?.value ?? 0),
  ];
  const runs = runsOf(series.cells);
  const marks: Mark[] = [];
  for (const run of runs) {
    const bounded = run.filter((c) => c.stated?.low !== null && c.stated?.high !== null);
    if (bounded.length < 2 || bounded.length !== run.length) continue;
    const edge = (end: 'low' | 'high'): (readonly [number, number])[] =>
      run.map((c) => [at.x(yearOf(c.period) ?? 0), at.y(c.stated?.[end] ?? 0)] as const);
    const band = path(`${through([...edge('high'), ...edge('low').reverse()])}Z`, {
      fill: colour,
      opacity: 0.2,
    });
    marks.push(markOf(run, id, [band], true));
    signs.add('band');
  }
  for (const run of runs) {
    const [only] = run;
    if (run.length === 1 && only) marks.push(markOf(run, id, [circle(...xy(only), 3.4, { fill: colour })]));
    else {
      const d = through(run.map(xy));
      const stroke = twin ? twinStroke(d) : [path(d, { stroke: colour, width, round: true })];
      marks.push(markOf(run, id, stroke, true));
    }
  }
  const end = runs.at(-1)?.at(-1);
  if (end && !twin && width > 1 && (runs.at(-1)?.length ?? 0) > 1)
    marks.push(markOf([end], id, [circle(...xy(end), 2.8, { fill: colour })]));
  for (const cell of series.cells) {
    if (!cell.stated || onLine(cell)) continue;
    const place = {
      to: at.y,
      across: at.x(yearOf(cell.period) ?? 0),
      ends: [base, base - 1e4] as const,
      upright: true,
      scale: 0.8,
    };
    const assumed = cell.periodStatus === 'assumed';
    marks.push(
      markOf([cell], id, intervalMark(cell.stated, place, { colour, computed: false, assumed }).shapes),
    );
    signs.add(assumed ? 'assumed' : cell.stated.qualifier);
  }
  const byYear = new Map(series.cells.filter(onLine).map((c) => [yearOf(c.period), c]));
  const points = Array.from({ length: last - first + 1 }, (_, i) => {
    const cell = byYear.get(first + i);
    return {
      x: first + i,
      y: cell?.stated?.value ?? null,
      low: cell?.stated?.low ?? null,
      high: cell?.stated?.high ?? null,
    };
  });
  return { marks, plot: { series: id, panel: 0, colour, width, twin, points }, signs: [...signs] };
}
