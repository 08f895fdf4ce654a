/** Labels the highest point of the lines, unless it is the end of its line. */
import { figureText } from '#stats/format/figure.ts';
import type { Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { ChartContext } from '../panel/layout.ts';
import { positionOf } from '../scales/time-position.ts';
import { runsOf, type PlotScales } from './marks.ts';
import type { Shape, TextShape } from '../model/shape.ts';
import { textShape } from '../marks/shapes.ts';
import { boxesMeet, textBox, type Box } from '../text/metrics.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';

/** In a narrower panel, a line that passes behind the words would hide most of them. */
const PANEL = 560;

type Point = readonly [x: number, y: number];

/** Whether a stroke from `a` to `b` passes through a box, sampled every two pixels. */
function crosses(a: Point, b: Point, box: Box): boolean {
  const steps = Math.ceil(Math.abs(b[0] - a[0]) / 2) || 1;
  return Array.from({ length: steps + 1 }, (_, i) => i / steps).some((part) => {
    const [x, y] = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
  });
}

/** The strokes of the lines, period by period. */
const strokesOf = (drawn: readonly Series[], at: PlotScales): (readonly [Point, Point])[] =>
  drawn.flatMap((series) =>
    runsOf(series.cells).flatMap((run) => {
      const points = run.map((c): Point => [at.x(positionOf(c)), at.y(c.stated?.value ?? 0)]);
      return points.slice(1).map((point, i) => [points[i] ?? point, point] as const);
    }),
  );

/**
 * Two lines of text beside the peak, or above it in a panel that has room there; nothing if there is no room.
 */
export function peakLabel(
  setup: ChartContext,
  drawn: readonly Series[],
  at: PlotScales,
  plot: { readonly left: number; readonly right: number; readonly top: number; readonly last: number },
  taken: readonly TextShape[],
): Shape[] {
  // The greatest number of a rank is the last place, and changes go up and down with many peaks.
  if (setup.measured.places !== null || setup.measured.form.signed) return [];
  const cells = drawn.flatMap((series) => series.cells.filter((c) => c.stated?.value !== null && c.stated));
  const value = (cell: Cell): number => cell.stated?.value ?? 0;
  const [top, next] = [...cells].sort((a, b) => value(b) - value(a));
  const position = top && positionOf(top);
  // A plateau has no peak, and the end of a line is already labelled.
  if (!top || !next || !position || plot.last - position < 2 || value(top) < value(next) * 1.1) return [];
  const [x, y] = [at.x(position), at.y(value(top))];
  const name =
    drawn.length > 1 ? `${setup.names.series({ key: top, computed: top.computed !== null })} ` : '';
  const colour = setup.colour(top) === 'others' ? 'ink-2' : setup.colour(top);
  const first = `${name}${setup.names.year(top)}: ${figureText(top, setup.comparison.indicator, setup.language)}`;
  const words = CHART_WORDS[setup.language];
  const highest = top.basis === 'month' ? words.highestMonth : words.highest;
  const panel = setup.width < PANEL;
  const strokes = panel ? strokesOf(drawn, at) : [];
  const above = [{ anchor: 'middle', from: x, level: y - 26 }] as const;
  const beside = [
    { anchor: 'start', from: x + 10, level: y + 6 },
    { anchor: 'end', from: x - 10, level: y + 6 },
  ] as const;
  for (const { anchor, from, level } of panel ? [...above, ...beside] : beside) {
    const both = [
      textShape(from, level, [{ text: first, weight: 600 }], 'note', { colour, anchor, halo: true }),
      textShape(from, level + 16, highest, 'note', { anchor, halo: true }),
    ];
    const boxes = both.map(textBox);
    const free = boxes.every(
      (box) =>
        box.left > plot.left + 4 &&
        box.right < plot.right - 4 &&
        box.top > plot.top - 6 &&
        taken.every((other) => !boxesMeet(textBox(other), box, 3)) &&
        !strokes.some(([a, b]) => crosses(a, b, box)),
    );
    if (free) return both;
  }
  return [];
}
