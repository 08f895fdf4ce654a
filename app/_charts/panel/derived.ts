/** Figures that a kind of chart draws in place of an answer's own. */
import type { Comparison } from '#stats/model/comparison.ts';
import type { ChartKind } from '../model/kind.ts';

/** Figures that are drawn instead of an answer's own, with the kind of chart and the words about them. */
export interface DerivedChart {
  readonly comparison: Comparison;
  readonly kind: ChartKind;
  readonly sentences: readonly string[];
}
