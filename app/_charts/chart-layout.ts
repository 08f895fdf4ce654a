/** The shape of an entry in `chart-kinds.ts`: what each kind of chart must define. */
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { ChartKindWords } from '#app/_words/chart-kinds.ts';
import type { AnswerFacts } from './answer-facts.ts';
import type { DerivedChart } from './panel/derived.ts';
import type { DrawPanel } from './panel/layout.ts';
import type { AxisBasis } from './panel/time-basis.ts';

export interface ChartLayout {
  readonly words: ChartKindWords;
  /** How well the kind suits an answer, the smallest number best; null if it would mislead. */
  readonly rank: (facts: AnswerFacts) => number | null;
  /**
   * How figures on a time axis are drawn: a panel for each definition and basis. Figures without a basis become
   * rows below. Null where all figures are rows.
   */
  readonly time: {
    readonly basisOf: (cells: readonly Cell[]) => AxisBasis;
    readonly panel: DrawPanel;
  } | null;
  /** Draws the figures of a definition where they have no common time axis; without it they are rows. */
  readonly panel?: DrawPanel;
  /**
   * Whether the title describes the change from the first figure to the last, where there is such a series.
   */
  readonly titleTellsChange: boolean;
  /**
   * Most figures of a series that the text alternative names; of a longer series it names the first and the
   * last.
   */
  readonly figuresNamed: number;
  /** Whether the drawing shows the rule beside each computed figure, so that no note is needed. */
  readonly rulesBeside: boolean;
  /**
   * Whether more figures make the chart higher. Figures that do not fit are then left out by row, otherwise
   * by series.
   */
  readonly growsWithRows: boolean;
  /** What grows if a drawing is to be as high as a frame: the plot, the space between rows, or nothing. */
  readonly fills: 'plot' | 'rows' | 'nothing';
  readonly sparkline: 'line' | 'bars' | 'marks';
  /** Whether it shows one period, so that a reader goes from one to the next. */
  readonly isOfOnePeriod?: boolean;
  /** Draws other figures in place of the answer's own. */
  readonly derive?: (comparison: Comparison) => DerivedChart;
}
