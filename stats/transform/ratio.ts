/**
 * Ratio: each cell divided by a cell that the query names, or the share of a cell in a whole that contains
 * it. The two figures of a ratio are independent, so its ends are lo/hi and hi/lo; a cell that is its own
 * divisor is exactly 1. A share lies between lo/(lo + the rest's hi) and hi/(hi + the rest's lo), where the
 * rest is the whole minus the part, so it never exceeds 1 (docs/rules.md#repeated-term-is-one-draw).
 *
 * @example 61.1 in El Salvador over 21.5 in Mexico -> 2.84186046512
 * @example exactly 3.68 over more than 20 -> less than 0.184
 * @example 4,000 to 5,000 of a whole of 4,500 to 6,000 -> 0.666666666667 to 1
 */
import type { Area, Indicator } from '../model/catalogue.ts';
import type { Break } from '../model/break.ts';
import { breaksBetween } from '../model/break.ts';
import { hedgeOfCell } from '../model/cell.ts';
import { MEASURE_RULES } from '../model/measure.ts';
import { formatDivisor, type Divisor, type WholeAxes } from '../model/divisor.ts';
import { isAreaWithin, isBreakdownWithin } from './containment.ts';
import { seriesKey, type Cell } from '../model/observation.ts';
import { formatPeriod } from '../time/period.ts';
import type { Hedge } from '../uncertainty/hedge.ts';
import { exactly, interval, quotient } from '../uncertainty/interval.ts';
import type { Derived, Figured } from './derived.ts';
import { carriedGap, derived, derivedGap, hasFigure } from './derived.ts';

export interface RatioOptions {
  readonly transform: 'ratio' | 'share-of';
  readonly over: Divisor;
  /** The divisor of a cell, if there is one: `divisorFinder`. */
  readonly divisor: (cell: Cell) => Cell | undefined;
  readonly measure: Indicator['measure'];
  readonly breaks: readonly Break[];
  readonly areas: ReadonlyMap<string, Area>;
  /** Whether groups have their members on the day of the release, whatever the period. */
  readonly membersOfToday: boolean;
}

/**
 * The cells as ratios or shares. Gaps: `no-divisor` with the divisor that has no figure, `zero-divisor` with
 * a divisor that can only be 0, `not-contained` with a whole that does not contain the cell or is smaller
 * than it; `break` with what changed between two periods; `members-missing` if a sum covers only some
 * members.
 */
export function ratios(cells: readonly Cell[], options: RatioOptions): Derived[] {
  return cells.map((cell) =>
    hasFigure(cell) ? ratioOf(cell, options) : carriedGap(options.transform, cell),
  );
}

function ratioOf(cell: Figured, options: RatioOptions): Derived {
  const { transform, over, breaks } = options;
  const divisor = options.divisor(cell);
  const name = [formatDivisor(over), over.time === undefined ? formatPeriod(cell.period) : '']
    .filter(Boolean)
    .join(' ');
  if (transform === 'share-of' && !isPartOf(cell, over, options))
    return derivedGap(transform, cell, 'not-contained', [name]);
  if (!hasFigure(divisor)) return derivedGap(transform, cell, 'no-divisor', [name]);
  const isSame = isSameCell(cell, divisor);
  const parted = isSame ? [] : breaksOfBoth(cell, divisor, breaks);
  if (parted.length > 0) return derivedGap(transform, cell, 'break', parted, [divisor]);
  if (!isSame && isOfOtherMembers(cell, divisor, options.measure))
    return derivedGap(transform, cell, 'members-missing', [], [divisor]);
  const [own, whole] = [hedgeOfCell(cell, 0), hedgeOfCell(divisor, 0)];
  const figure = quotient(own, whole);
  if (!figure) return derivedGap(transform, cell, 'zero-divisor', [name], [divisor]);
  const hedge = isSame ? exactly(1) : transform === 'ratio' ? figure : atMostWhole(figure);
  if (!hedge) return derivedGap(transform, cell, 'not-contained', [name], [divisor]);
  const [numerator, denominator] = [exactOf(cell), exactOf(divisor)];
  const parts = numerator !== null && denominator !== null ? { numerator, denominator } : null;
  const scale = { floor: 0, ceiling: transform === 'ratio' ? Infinity : 1 };
  return derived(transform, cell, [divisor], hedge, scale, parts);
}

/**
 * Limits a share to 1, because no part exceeds its whole; null if it certainly would. An open end stays open.
 */
function atMostWhole(share: Hedge): Hedge | null {
  if (share.low > 1) return null;
  const high = share.high === Infinity ? Infinity : Math.min(1, share.high);
  const central = share.central !== null && share.central <= 1 ? share.central : null;
  return interval(share.low, high, central, share.words);
}

const isSameCell = (cell: Cell, divisor: Cell): boolean =>
  seriesKey(cell) === seriesKey(divisor) &&
  formatPeriod(cell.period) === formatPeriod(divisor.period) &&
  cell.computed === divisor.computed;

/** The breaks between the periods of two cells, in either series. */
function breaksOfBoth(cell: Cell, divisor: Cell, breaks: readonly Break[]): string[] {
  if (formatPeriod(cell.period) === formatPeriod(divisor.period)) return [];
  const between = [cell, divisor].flatMap((series) =>
    breaksBetween(series, cell.period, divisor.period, breaks),
  );
  return [...new Set(between.map(({ id }) => id))];
}

const isPartial = ({ coverage }: Cell): boolean => coverage !== null && coverage.present < coverage.expected;

/**
 * A sum of only some members is neither divided nor used as a divisor. A mean of only some members is not
 * compared with another year.
 */
function isOfOtherMembers(cell: Cell, divisor: Cell, measure: Indicator['measure']): boolean {
  if (!isPartial(cell) && !isPartial(divisor)) return false;
  return (
    MEASURE_RULES[measure].combinedBy === 'sum' || formatPeriod(cell.period) !== formatPeriod(divisor.period)
  );
}

/** Whether a cell lies within the whole on every axis that the whole names. */
function isPartOf(
  cell: Cell,
  { area, origin, breakdown }: WholeAxes,
  { areas, membersOfToday }: RatioOptions,
): boolean {
  const day = membersOfToday ? null : cell.period.start;
  return (
    (area === undefined || isAreaWithin(cell.area, area, areas, day)) &&
    (origin === undefined || isAreaWithin(cell.counterpart, origin, areas, day)) &&
    (breakdown === undefined || isBreakdownWithin(cell.breakdown, breakdown))
  );
}

const exactOf = ({ stated }: Figured): number | null =>
  stated.qualifier === 'exact' && stated.low === null ? stated.value : null;
