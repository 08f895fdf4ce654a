/**
 * Rolling mean over a number of periods that ends with the period it is named for. For counts and estimates
 * it is the plain mean, for rates and shares a ratio of sums (docs/rules.md#rolling-mean-of-rates), because a
 * mean of percentages is not the percentage of any total. If the window is incomplete, there is no figure.
 *
 * @example 300, 360, 330 -> 330
 * @example 3 of 100 and 90 of 900 -> 93 of 1,000 = 0.093, where the mean of the shares would be 0.065
 */
import { MEASURE_RULES } from '../model/measure.ts';
import type { Break } from '../model/break.ts';
import { breaksBetween, doubtsBetween } from '../model/break.ts';
import type { Hedge } from '../uncertainty/hedge.ts';
import { addHedges, floorOf, scaleHedge, sharesHedge } from '../uncertainty/hedge.ts';
import { exactly, interval } from '../uncertainty/interval.ts';
import type { Measure } from '../model/measure.ts';
import type { Cell } from '../model/observation.ts';
import { formatPeriod } from '../time/period.ts';
import type { Derived, Figured } from './derived.ts';
import { carriedGap, derived, derivedGap, hasFigure, missingPeriods, withNotes } from './derived.ts';
import { basisRefusalOf } from '../query/transform-legality.ts';
import { membersNote } from './members.ts';
import { hedgeOfCell } from '../model/cell.ts';
import { windowOf } from '../time/months.ts';

export interface RollingOptions {
  readonly measure: Measure;
  /** Periods in a window, at least 2. */
  readonly length: number;
  /** For rates: per how many people. */
  readonly per: number;
  readonly signed: boolean;
  readonly breaks: readonly Break[];
}

/**
 * The cells of one series as rolling means. Gaps: `period-missing` with the periods of the window that have
 * no figure, `break`, `no-parts` if numerators and denominators are not published, `not-applicable` if the
 * basis has no next period.
 */
export function rollingMean(cells: readonly Cell[], options: RollingOptions): Derived[] {
  const byPeriod = new Map(cells.map((cell) => [formatPeriod(cell.period), cell]));
  return meansOf(cells, options).map((mean) => {
    if (mean.stated === null) return mean;
    const window = windowOf(mean.period, options.length).flatMap(
      (period) => byPeriod.get(formatPeriod(period)) ?? [],
    );
    return { ...mean, notes: [...mean.notes, ...membersNote(window)] };
  });
}

function meansOf(cells: readonly Cell[], options: RollingOptions): Derived[] {
  const byPeriod = new Map(cells.map((cell) => [formatPeriod(cell.period), cell]));
  const floor = floorOf(options.signed);
  const rule = MEASURE_RULES[options.measure];
  return cells.map((cell) => {
    if (!hasFigure(cell)) return carriedGap('rolling-mean', cell);
    if (basisRefusalOf('rolling-mean', cell.basis)) {
      return derivedGap('rolling-mean', cell, 'not-applicable', []);
    }
    const names = windowOf(cell.period, options.length).map(formatPeriod);
    const missing = names.filter((name) => !hasFigure(byPeriod.get(name)));
    if (missing.length > 0 || names.length < options.length) {
      return missingPeriods('rolling-mean', cell, missing, (name) => byPeriod.get(name));
    }
    const window = names.map((name) => byPeriod.get(name)).filter(hasFigure);
    const [first = cell] = window;
    const broken = breaksBetween(cell, first.period, cell.period, options.breaks).map(
      (seriesBreak) => seriesBreak.id,
    );
    if (broken.length > 0) return derivedGap('rolling-mean', cell, 'break', broken, window);
    const doubts = doubtsBetween(cell, first.period, cell.period, options.breaks);
    const scale = { floor, ceiling: rule.ceiling };
    if (!rule.isRatio) {
      return withNotes(derived('rolling-mean', cell, window, plainMean(window, floor), scale), doubts);
    }
    const parts = sumOfParts(window);
    if (!parts) return derivedGap('rolling-mean', cell, 'no-parts', [], window);
    const about = window.some((cell) => cell.stated.qualifier === 'about');
    if (options.measure === 'share' && window.some(({ intervalKind }) => intervalKind !== 'none')) {
      const sums = addHedges(
        window.map((share) => scaleHedge(hedgeOfCell(share, floor), share.denominator ?? 0)),
      );
      const mean = sharesHedge(sums, parts.numerator / parts.denominator, parts.denominator);
      return withNotes(derived('rolling-mean', cell, window, mean, scale, parts), doubts);
    }
    const point = exactly(
      (parts.numerator / parts.denominator) * (rule.combinedBy === 'weighted-mean' ? options.per : 1),
    );
    const hedge = interval(point.low, point.high, point.central, new Set([about ? 'about' : 'exact']));
    return withNotes(derived('rolling-mean', cell, window, hedge, scale, parts), doubts);
  });
}

/** The mean of independent figures. Their ends add up, so the ends of the mean are the means of the ends. */
function plainMean(window: readonly Figured[], floor: number): Hedge {
  const sum = addHedges(window.map((cell) => hedgeOfCell(cell, floor)));
  const mean = scaleHedge(sum, 1 / window.length);
  return interval(mean.low, mean.high, mean.central, mean.words);
}

/** Numerators and denominators summed; null if any is not published, or if the denominator is 0. */
function sumOfParts(window: readonly Cell[]): { numerator: number; denominator: number } | null {
  let [numerator, denominator] = [0, 0];
  for (const cell of window) {
    if (cell.numerator === null || cell.denominator === null) return null;
    numerator += cell.numerator;
    denominator += cell.denominator;
  }
  return denominator > 0 ? { numerator, denominator } : null;
}
