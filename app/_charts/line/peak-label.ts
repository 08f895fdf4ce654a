/** The highest point of the lines gets its own words, where it is not the end of its line. */
import { figureText } from '#stats/format/figure.ts';
import type { Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { yearOf } from '#stats/time/period.ts';
import type { ChartContext } from '../panel/layout.ts';
import { runsOf, type PlotScales } from './marks.ts';
import type { Shape, TextShape } from '../model/shape.ts';
import { textShape } from '../marks/shapes.ts';
import { boxesMeet, textBox, type Box } from '../text/metrics.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';

/** Narrower than this a line that passes behind words leaves little of them. */
const PANEL = 560;

type Point = readonly [x: number, y: number];

/** Whether a stroke from `a` to `b` passes through a box, looked at every two pixels. */
function crosses(a: Point, b: Point, box: Box): boolean {
  const steps = Math.ceil(Math.abs(b[0] - a[0]) / 2) || 1;
  return Array.from({ length: steps + 1 }, (_, i) => i / steps).some((part) => {
    const [x, y] = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
  });
}

/** The strokes of the lines, year by year. */
const strokesOf = (drawn: readonly Series[], at: PlotScales): (readonly [Point, Point])[] =>
  drawn.flatMap((series) =>
    runsOf(series.cells).flatMap((run) => {
      const points = run.map((c): Point => [at.x(yearOf(c.period) ?? 0), at.y(c.stated?.value ?? 0)]);
      return points.slice(1).map((point, i) => [points[i] ?? point, point] as const);
    }),
  );

/** Two lines beside the peak, in a panel above it where they can; none where there is no room for them. */
export function peakLabel(
  setup: ChartContext,
  drawn: readonly Series[],
  at: PlotScales,
  plot: { readonly left: number; readonly right: number; readonly top: number; readonly last: number },
  taken: readonly TextShape[],
): Shape[] {
  // The greatest number of a rank is the last place; changes go up and down, and have many peaks.
  if (setup.measured.places !== null || setup.measured.form.signed) return [];
  const cells = drawn.flatMap((series) => series.cells.filter((c) => c.stated?.value !== null && c.stated));
  const value = (cell: Cell): number => cell.stated?.value ?? 0;
  const [top, next] = [...cells].sort((a, b) => value(b) - value(a));
  const year = top && yearOf(top.period);
  // A plateau has no peak, and the end of a line has its label already.
  if (!top || !next || !year || plot.last - year < 2 || value(top) < value(next) * 1.1) return [];
  const [x, y] = [at.x(year), at.y(value(top))];
  const name =
    drawn.length > 1 ? `${setup.names.series({ key: top, computed: top.computed !== null })} ` : '';
  const colour = setup.colour(top) === 'others' ? 'ink-2' : setup.colour(top);
  const first = `${name}${setup.names.year(top)}: ${figureText(top, setup.comparison.indicator, setup.language)}`;
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
      textShape(from, level + 16, CHART_WORDS[setup.language].highest, 'note', { anchor, halo: true }),
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
