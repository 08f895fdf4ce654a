/** The rug below a time axis: one row per series with missing years, hatched, with the reason in words. */
import type { Series } from '#stats/model/comparison.ts';
import { yearOf } from '#stats/time/period.ts';
import { gapReason } from '#stats/format/gap.ts';
import type { ChartContext } from '../panel/layout.ts';
import type { AreaColour } from '../scales/colour.ts';
import type { Shape } from '../model/shape.ts';
import { line, rect, textShape } from '../marks/shapes.ts';
import { fitText, textWidth } from '../text/metrics.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';

export interface GapRugRow {
  readonly name: string;
  readonly reason: string;
  readonly colour: AreaColour;
  /** First and last year of each stretch without a value. */
  readonly stretches: readonly (readonly [number, number])[];
}

const ROW = 15;

/**
 * Years that a series lacks: those with a gap, and those inside it that are not on file at all. Years
 * before its first and after its last figure are only named where the answer says why.
 */
export function gapRugRows(
  setup: ChartContext,
  drawn: readonly Series[],
  first: number,
  last: number,
): GapRugRow[] {
  const words = CHART_WORDS[setup.language];
  return drawn.flatMap((series) => {
    const [sample] = series.cells;
    const byYear = new Map(series.cells.map((cell) => [yearOf(cell.period) ?? 0, cell]));
    const present = series.cells.filter((c) => c.stated).map((c) => yearOf(c.period) ?? 0);
    const [from, to] = [Math.min(...present), Math.max(...present)];
    const reasons = new Set<string>();
    const stretches: [number, number][] = [];
    for (let year = first; year <= last; year += 1) {
      const cell = byYear.get(year);
      if (cell?.stated || (!cell && (year < from || year > to))) continue;
      reasons.add(cell?.gap ? gapReason(cell, setup.language) : words.noFigure);
      const stretch = stretches.at(-1);
      if (stretch && stretch[1] === year - 1) stretch[1] = year;
      else stretches.push([year, year]);
    }
    if (!sample || stretches.length === 0 || present.length === 0) return [];
    return [
      {
        name: setup.names.series(series),
        reason: [...reasons].join('; '),
        colour: setup.colour(sample),
        stretches,
      },
    ];
  });
}

export const gapRugHeight = (rows: readonly GapRugRow[]): number =>
  rows.length > 0 ? 8 + rows.length * ROW : 0;

/** What the words of the rows need. */
export const gapRugWidth = (rows: readonly GapRugRow[]): number =>
  Math.max(0, ...rows.map((row) => textWidth(`${row.name}, ${row.reason}`, 12)));

/** The rows, their reasons in the column of the labels. */
export function drawGapRug(
  rows: readonly GapRugRow[],
  x: (year: number) => number,
  plot: { readonly left: number; readonly right: number; readonly width: number; readonly top: number },
): { ground: Shape[]; labels: Shape[] } {
  const ground: Shape[] = [];
  const labels: Shape[] = [];
  const room = plot.width - plot.right - 18;
  rows.forEach((row, i) => {
    const y = plot.top + 14 + i * ROW;
    ground.push(line(plot.left, y - 4, plot.right, y - 4, { stroke: 'grid', width: 1 }));
    for (const [a, b] of row.stretches) {
      const [from, to] = [Math.max(x(a - 0.42), plot.left - 4), Math.min(x(b + 0.42), plot.right + 6)];
      ground.push(rect(from, y - 8, to - from, 8, { fill: 'hatch', stroke: row.colour, width: 1 }));
    }
    const whole = `${row.name}, ${row.reason}`;
    const words = textWidth(whole, 12) <= room ? whole : fitText(room > 120 ? whole : row.name, room, 12);
    labels.push(textShape(plot.right + 18, y, words, 'note', { size: 12 }));
  });
  return { ground, labels };
}
