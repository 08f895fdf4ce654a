/** Charts that can show one period only: the latest with figures of most, and what other periods have. */
import { group } from 'd3-array';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { comparePeriods, formatPeriod } from '#stats/time/period.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import type { ChartKind } from '../model/kind.ts';
import type { DerivedChart } from './derived.ts';

/** A period counts as one with most figures from this share of the fullest on. */
const MOST = 0.8;

/** The figures of the latest period that has nearly as many as the fullest one. */
export function latestFull(
  cells: readonly Cell[],
  countOf: (of: readonly Cell[]) => number,
): readonly Cell[] {
  const periods = [...group(cells, ({ basis, period }) => `${basis} ${formatPeriod(period)}`).values()];
  const most = Math.max(0, ...periods.map(countOf));
  const latest = periods
    .filter((of) => countOf(of) >= most * MOST)
    .sort((a, b) => (a[0] && b[0] ? comparePeriods(b[0].period, a[0].period) : 0));
  return latest[0] ?? [];
}

/** Draws the figures that `choose` finds, and says which period they are of where the answer has several. */
export const ofOnePeriod =
  (kind: ChartKind, choose: (answer: Comparison) => readonly Cell[] | null) =>
  (comparison: Comparison): DerivedChart => {
    const cells = choose(comparison) ?? [];
    const [first] = cells;
    const periods = new Set(comparison.cells.map(({ period }) => formatPeriod(period)));
    const words = CHART_WORDS[comparison.language];
    const period = first ? formatPeriodWords(first.period, first.periodStatus, comparison.language) : '';
    return {
      comparison: { ...comparison, cells },
      kind,
      sentences: periods.size > 1 && first ? [words.onePeriod(period)] : [],
    };
  };
