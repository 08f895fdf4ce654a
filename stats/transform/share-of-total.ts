/**
 * Share of total: each figure as a part of the sum of all those in the query, 0 to 1. A figure is in both the
 * numerator and the denominator but has one value, so the ends are lo/(lo + the others' hi) and hi/(hi + the
 * others' lo) (docs/rules.md#repeated-term-is-one-draw).
 *
 * @example 4,000 to 5,000 beside exactly 1,000 -> 0.8 to 0.833333333333
 * @example exactly 5 beside more than 10 -> less than 0.333333333333
 */
import type { Hedge } from '../uncertainty/hedge.ts';
import { addHedges } from '../uncertainty/hedge.ts';
import { exactly, farEnd, interval, opposed } from '../uncertainty/interval.ts';
import type { Cell } from '../model/observation.ts';
import { memoizeByObject } from '../memoize.ts';
import type { Derived, Figured } from './derived.ts';
import { carriedGap, derived, derivedGap, hasFigure, together, togetherAs } from './derived.ts';
import { hedgeOfCell } from '../model/cell.ts';

/**
 * The share of a figure in its sum with others, which must not be negative; null if all of them can only be
 * 0. An open upper end stays open: the share can be arbitrarily close to 1.
 */
export function partOfSum(own: Hedge, others: readonly Hedge[]): Hedge | null {
  const rest = addHedges(others);
  if (own.high + rest.high <= 0) return null;
  if (rest.high <= 0) return exactly(1);
  const words = opposed(own.words, rest.words);
  const low =
    own.low === -Infinity
      ? -Infinity
      : rest.high === Infinity
        ? farEnd(own.low, words)
        : own.low > 0
          ? own.low / (own.low + rest.high)
          : 0;
  const high =
    own.high === 0
      ? 0
      : own.high === Infinity || rest.low === -Infinity
        ? Infinity
        : own.high / (own.high + rest.low);
  const sum = own.central !== null && rest.central !== null ? own.central + rest.central : 0;
  return interval(low, high, own.central !== null && sum > 0 ? own.central / sum : null, words);
}

export interface ShareOptions {
  /** The members of the whole, as codes of `member`: areas, origins or parts that do not overlap. */
  readonly members: readonly string[];
  readonly member: (cell: Cell) => string;
  /** Whether members overlap (a country and its city): then there is no sum. */
  readonly overlap: boolean;
}

/**
 * The cells of several series of one indicator as shares of their sum, period by period, separately for each
 * source and definition. Gaps: `members-missing` with the members that have no figure in that period,
 * `overlap`, `not-applicable` if the sum is 0.
 */
export function shareOfTotal(cells: readonly Cell[], options: ShareOptions): Derived[] {
  const besides = together(cells.filter(hasFigure));
  const wholeOf = memoizeByObject((all: readonly Figured[]) => sumUp(all, options));
  return cells.map((cell) => {
    if (!hasFigure(cell)) return carriedGap('share-of-total', cell);
    if (options.overlap) return derivedGap('share-of-total', cell, 'overlap', []);
    const all = besides(cell);
    const { missing, hedges, used, denominator } = wholeOf(all);
    if (missing.length > 0) return derivedGap('share-of-total', cell, 'members-missing', missing);
    const place = all.indexOf(cell);
    // Added up anew for each, in one order: a sum less one of its terms differs in the last digits.
    const share = partOfSum(hedges[place] ?? hedgeOfCell(cell, 0), hedges.toSpliced(place, 1));
    if (!share) return derivedGap('share-of-total', cell, 'not-applicable', [], used);
    const parts = denominator === null ? null : { numerator: cell.stated.value ?? 0, denominator };
    return derived('share-of-total', cell, used, share, { floor: 0, ceiling: 1 }, parts);
  });
}

/** What is the same for each part of one sum. */
function sumUp(all: readonly Figured[], { members, member }: ShareOptions) {
  const present = new Set(all.map(member));
  const isExact = all.every((cell) => cell.stated.qualifier === 'exact' && cell.stated.low === null);
  return {
    missing: members.filter((name) => !present.has(name)),
    hedges: all.map((cell) => hedgeOfCell(cell, 0)),
    used: togetherAs(all),
    /** Null unless every part is exact. */
    denominator: isExact ? all.reduce((sum, cell) => sum + (cell.stated.value ?? 0), 0) : null,
  };
}
