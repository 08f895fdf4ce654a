/**
 * Figures from other documents beside the lines of a series: hollow squares, "as printed". "About" has a
 * dashed whisker and open ends have arrows; an assumed year is dashed and labelled as assumed.
 */
import type { Cell } from '#stats/model/observation.ts';
import { markOf, type ChartContext } from '../panel/layout.ts';
import { positionOf } from '../scales/time-position.ts';
import { intervalMark } from '../marks/interval-mark.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import type { Mark } from '../model/chart.ts';
import type { Sign } from '../model/sign.ts';
import type { Shape, TextShape } from '../model/shape.ts';
import type { PlotScales } from './marks.ts';
import { line, rect, textShape } from '../marks/shapes.ts';
import { boxesMeet, textBox } from '../text/metrics.ts';

/** Squares with their `2014?` labels, where the labels do not overlap. */
export function drawReferencePoints(
  setup: ChartContext,
  cells: readonly Cell[],
  at: PlotScales,
  [top, base]: readonly [number, number],
  narrow: boolean,
): { marks: Mark[]; labels: TextShape[]; signs: Sign[] } {
  const half = narrow ? 3 : 3.6;
  const marks: Mark[] = [];
  const labels: TextShape[] = [];
  const signs = new Set<Sign>();
  for (const cell of cells) {
    if (!cell.stated) continue;
    const [x, y] = [at.x(positionOf(cell)), at.y(printedEnd(cell.stated))];
    const colour = setup.colour(cell);
    const assumed = cell.periodStatus === 'assumed';
    const { qualifier } = cell.stated;
    const whisker: Shape[] =
      qualifier === 'about' ? [line(x - 9, y, x + 9, y, { stroke: colour, width: 1.5, dash: '2 2' })] : [];
    const square = rect(x - half, y - half, 2 * half, 2 * half, {
      fill: 'paper',
      stroke: colour,
      width: 1.8,
      ...(assumed ? { dash: '2.4 2' } : {}),
    });
    const point = cell.stated.value !== null;
    const place = { to: at.y, across: x, ends: [base, top] as const, upright: true, scale: 0.7 };
    const shapes = point
      ? [...whisker, square]
      : intervalMark(cell.stated, place, { colour, computed: false, assumed }).shapes;
    marks.push(markOf([cell], setup.seriesId(cell), shapes));
    signs.add(point ? 'printed' : qualifier);
    if (qualifier === 'about') signs.add('about');
    if (!assumed) continue;
    signs.add('assumed');
    const words = setup.names.year(cell);
    const places = [
      textShape(x + half + 5, y + 4, words, 'note', { size: 12, halo: true }),
      textShape(x - half - 5, y + 4, words, 'note', { size: 12, halo: true, anchor: 'end' }),
      textShape(x, y - half - 6, words, 'note', { size: 12, halo: true, anchor: 'middle' }),
    ];
    const right = at.x(Number.MAX_SAFE_INTEGER);
    const free = places.find((label) => {
      const box = textBox(label);
      return box.right < right && labels.every((other) => !boxesMeet(textBox(other), box, 2));
    });
    if (free) labels.push(free);
  }
  return { marks, labels, signs: [...signs] };
}
