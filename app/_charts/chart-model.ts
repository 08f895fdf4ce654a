import type { Comparison } from '#stats/comparison.ts';
import type { ChartKind, ChartModel, Frame } from './model.ts';

/** Everything about the drawing of a comparison, decided in one pure step. */
export function chartModel(_comparison: Comparison, _frame: Frame): ChartModel {
  throw new Error('not drawn yet');
}

/** The kinds of chart that are honest for this comparison, the best first. Controls offer only these. */
export function kindsFor(_comparison: Comparison): ChartKind[] {
  return ['number-line'];
}
