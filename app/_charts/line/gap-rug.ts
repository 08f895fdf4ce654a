/** The rug below a time axis: one row per series with missing periods, hatched, with the reason in words. */
import type { Series } from '#stats/model/comparison.ts';
import { gapReason } from '#stats/format/gap.ts';
import type { ChartContext } from '../panel/layout.ts';
import { positionOf } from '../scales/time-position.ts';
import type { AreaColour } from '../scales/colour.ts';
import type { Shape } from '../model/shape.ts';
import { line, rect, textShape } from '../marks/shapes.ts';
import { fitText, textWidth } from '../text/metrics.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';

export interface GapRugRow {
  readonly name: string;
  readonly reason: string;
  readonly colour: AreaColour;
  /** First and last position of each stretch without a value. */
  readonly stretches: readonly (readonly [number, number])[];
}

const ROW = 15;

/**
 * Periods that a series lacks: those with a gap, and those between its figures that are not on file at all.
 * Periods before its first and after its last figure are named only if the answer states why.
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
    const byPosition = new Map(series.cells.map((cell) => [positionOf(cell), cell]));
    const present = series.cells.filter((c) => c.stated).map(positionOf);
    const [from, to] = [Math.min(...present), Math.max(...present)];
    const reasons = new Set<string>();
    const stretches: [number, number][] = [];
    for (let position = first; position <= last; position += 1) {
      const cell = byPosition.get(position);
      if (cell?.stated || (!cell && (position < from || position > to))) continue;
      reasons.add(cell?.gap ? gapReason(cell, setup.language) : words.noFigure);
      const stretch = stretches.at(-1);
      if (stretch && stretch[1] === position - 1) stretch[1] = position;
      else stretches.push([position, position]);
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

/** The width that the words of the rows need. */
export const gapRugWidth = (rows: readonly GapRugRow[]): number =>
  Math.max(0, ...rows.map((row) => textWidth(`${row.name}, ${row.reason}`, 12)));

/** The rows, their reasons in the column of the labels. */
export function drawGapRug(
  rows: readonly GapRugRow[],
  x: (position: number) => number,
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
