/** What a kind of chart has to say of itself: the shape of an entry in `chart-kinds.ts`. */
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { ChartKindWords } from '#app/_words/chart-kinds.ts';
import type { AnswerFacts } from './answer-facts.ts';
import type { ChartKind } from './model/kind.ts';
import type { DrawPanel } from './panel/layout.ts';
import type { AxisBasis } from './panel/time-basis.ts';

export interface ChartLayout {
  readonly words: ChartKindWords;
  /** How well the kind suits an answer, the smallest number best; null where it would mislead. */
  readonly rank: (facts: AnswerFacts) => number | null;
  /**
   * How figures on a time axis are drawn: a panel for each definition and basis. Figures without a basis become
   * rows below. Null where all figures are rows.
   */
  readonly time: {
    readonly basisOf: (cells: readonly Cell[]) => AxisBasis;
    readonly panel: DrawPanel;
  } | null;
  /** Whether the title tells what changed from the first figure to the last, where there is such a series. */
  readonly titleTellsChange: boolean;
  /** Figures of one series that the text alternative names; of more, the first and the last. */
  readonly figuresNamed: number;
  /** Whether the drawing says beside each figure by which rule it was computed, so that no note has to. */
  readonly rulesBeside: boolean;
  /** Whether more figures make it higher. What has no room is then left out by rows, else by series. */
  readonly growsWithRows: boolean;
  readonly sparkline: 'line' | 'bars' | 'marks';
  /** Draws other figures in place of the answer's own. */
  readonly derive?: (comparison: Comparison) => DerivedChart;
}

/** Figures that are drawn in place of an answer's own, as which kind, and what is said about them. */
export interface DerivedChart {
  readonly comparison: Comparison;
  readonly kind: ChartKind;
  readonly sentences: readonly string[];
}
