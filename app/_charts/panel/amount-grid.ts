/** The grid of an axis of amounts that runs up the page: a line across the plot and a number beside it, for each tick. */
import { line, textShape } from '../marks/shapes.ts';
import type { Shape, TextShape } from '../model/shape.ts';
import { linearScale } from '../scales/linear.ts';
import type { ChartAxis } from '../scales/axis.ts';

/**
 * @param baseline the number whose line is drawn as the axis; null if there is no such line
 */
export function amountGrid(
  axis: ChartAxis,
  { left, right }: { readonly left: number; readonly right: number },
  baseline: number | null,
): { readonly ground: readonly Shape[]; readonly labels: readonly TextShape[] } {
  const at = linearScale(axis);
  return {
    ground: axis.ticks.map(({ value }) =>
      line(left, at(value), right, at(value), { stroke: value === baseline ? 'axis' : 'grid', width: 1 }),
    ),
    labels: axis.ticks.map(({ value, label }) =>
      textShape(left - 8, at(value) + 4, label, 'tick', { anchor: 'end' }),
    ),
  };
}
