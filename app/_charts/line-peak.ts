/** The highest point of the lines gets its own words, where it is not the end of its line. */
import { figureText } from '#stats/figure.ts';
import type { Series } from '#stats/comparison.ts';
import type { Cell } from '#stats/observation.ts';
import { yearOf } from '#stats/period.ts';
import type { Setup } from './block.ts';
import type { PlotPlace } from './line-marks.ts';
import type { Shape, TextShape } from './model.ts';
import { text } from './shapes.ts';
import { boxesMeet, textBox } from './text-width.ts';
import { CHART_WORDS } from './words.ts';

/** Two lines beside the peak, or none where there is no room for them. */
export function peakLabel(
  setup: Setup,
  drawn: readonly Series[],
  at: PlotPlace,
  plot: { readonly left: number; readonly right: number; readonly last: number },
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
  for (const anchor of ['start', 'end'] as const) {
    const from = anchor === 'start' ? x + 10 : x - 10;
    const both = [
      text(from, y + 6, [{ text: first, weight: 600 }], 'note', { colour, anchor, halo: true }),
      text(from, y + 22, CHART_WORDS[setup.language].highest, 'note', { anchor, halo: true }),
    ];
    const boxes = both.map(textBox);
    const free = boxes.every(
      (box) =>
        box.left > plot.left + 4 &&
        box.right < plot.right - 4 &&
        taken.every((other) => !boxesMeet(textBox(other), box, 3)),
    );
    if (free) return both;
  }
  return [];
}
