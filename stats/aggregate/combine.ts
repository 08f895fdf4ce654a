/**
 * Combining members to a group: the rules of aggregation in plain arithmetic. Postgres does the same sums in
 * SQL for every answer; property tests hold it to these functions, and both end in `conclude`, which turns
 * sums into a figure or a gap.
 *
 *   count, estimate  sum of the members; ends add                                 -> `sum`
 *   rate             sum(rate x population) / sum(population)                     -> `weighted-mean`
 *   rate, share      sum(numerators) / sum(denominators), where they are published -> `ratio-of-sums`
 *
 * A missing member is never zero: without enough members there is a gap that names who is missing.
 */
import { MEASURE_RULES } from '../model/measure.ts';
import type { Gap, GapCode } from '../model/gap.ts';
import type { Hedge, Qualifier, Stated } from '../uncertainty/hedge.ts';
import { addHedges, highIsStrict, lowIsStrict, scaleHedge, statedOf } from '../uncertainty/hedge.ts';
import type { Additivity, Measure } from '../model/measure.ts';
import { memoizeByObject } from '../memoize.ts';
import { significant } from '../number.ts';
import { WITHOUT_FIGURE, type Computation, type Coverage, type IntervalKind } from '../model/observation.ts';

/** One member of a group in one period. A member without a figure is simply not among the parts. */
export interface Summand {
  readonly member: string;
  readonly hedge: Hedge;
  readonly intervalKind: IntervalKind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Where parts share denominators: the whole that this one is a part of (32 states of one country). */
  readonly whole?: string;
  /** Population of the member in that period; null where it is not on file. */
  readonly weight: number | null;
}

/** The sums over the members of one cell: all that Postgres sends back. */
export interface CombinedTotals {
  readonly low: number;
  readonly high: number;
  /** Null unless every part has a central value. */
  readonly central: number | null;
  readonly words: ReadonlySet<Qualifier>;
  /** Distinct kinds of interval among the parts, without `none`. */
  readonly intervalKinds: readonly IntervalKind[];
  readonly present: readonly string[];
  /** Members with a figure but without a weight. */
  readonly unweighted: readonly string[];
  readonly weight: number;
  /** Null unless every part has both, or where parts of one whole disagree on it. */
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** What is expected of a cell. */
export interface Expectation {
  readonly members: readonly string[];
  /** Weight of all members; null where that of any is not on file, or none is asked for. */
  readonly weight: number | null;
  readonly coverage: number;
  /** A reason why these members may not be combined at all. */
  readonly refused: 'overlap' | 'not-additive' | null;
  /**
   * Whether a rate may be weighted: its members are areas. Origins or parts of one area have one population.
   */
  readonly weightable: boolean;
  /** For rates: per how many people, so that a ratio of sums is in the unit of its parts. */
  readonly per?: number;
  readonly floor: number;
}

/** A combined figure or a gap. */
export interface Combined {
  readonly computed: Computation;
  readonly stated: Stated | null;
  readonly lowInclusive: boolean | null;
  readonly highInclusive: boolean | null;
  readonly intervalKind: IntervalKind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly gap: Gap | null;
  readonly coverage: Coverage;
}

/**
 * Whether a measure may be added over an axis at all (docs/rules.md#additivity-is-declared); rates and shares
 * go by their parts.
 */
export const isAdditive = (measure: Measure, additivity: Additivity): boolean =>
  MEASURE_RULES[measure].isRatio || additivity !== 'none';

/**
 * The sums over parts, for a measure. With `shared`, the parts of one whole have one denominator between
 * them: it is taken once for each whole, and only where its parts agree on it.
 * @example 3 of 32 and 9 of 32 of one country -> 12 of 32; beside 2 of 10 of another -> 14 of 42
 */
export function total(measure: Measure, parts: readonly Summand[], shared = false): CombinedTotals {
  const isWeighted = MEASURE_RULES[measure].combinedBy === 'weighted-mean';
  const weighted = isWeighted ? parts.filter((part) => part.weight !== null) : parts;
  const sum = addHedges(
    weighted.map((part) => (isWeighted ? scaleHedge(part.hedge, part.weight ?? 0) : part.hedge)),
  );
  const whole =
    parts.length > 0 && parts.every((part) => part.numerator !== null && part.denominator !== null);
  const ofWhole = new Map(parts.map((part) => [part.whole ?? '', part.denominator ?? 0]));
  const agreed = !shared || parts.every((part) => (part.denominator ?? 0) === ofWhole.get(part.whole ?? ''));
  const denominators = shared ? [...ofWhole.values()] : parts.map((part) => part.denominator ?? 0);
  const add = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return {
    low: sum.low,
    high: sum.high,
    central: sum.central,
    words: addHedges(parts.map((part) => part.hedge)).words,
    intervalKinds: [...new Set(parts.map((part) => part.intervalKind))]
      .filter((kind) => kind !== 'none')
      .sort(),
    present: parts.map((part) => part.member),
    unweighted: parts.filter((part) => part.weight === null).map((part) => part.member),
    weight: add(weighted.map((part) => part.weight ?? 0)),
    numerator: whole && agreed ? add(parts.map((part) => part.numerator ?? 0)) : null,
    denominator: whole && agreed ? add(denominators) : null,
  };
}

/**
 * Sums to a figure, or to the gap that says why there is none.
 * @example three rates 61.1, 68, 31 with the populations of 2014 -> value 47.85, `weighted-mean`
 */
export function toFigureOrGap(measure: Measure, totals: CombinedTotals, expected: Expectation): Combined {
  const { combinedBy, isRatio } = MEASURE_RULES[measure];
  const isWeighted = combinedBy === 'weighted-mean';
  const ratio = isRatio && totals.numerator !== null && totals.denominator !== null;
  const computed: Computation = ratio ? 'ratio-of-sums' : combinedBy;
  const coverage: Coverage = {
    present: totals.present.length,
    expected: expected.members.length,
    weight:
      expected.weight && isWeighted && expected.weightable
        ? significant(totals.weight / expected.weight)
        : null,
  };
  const gap = (code: GapCode, missing: readonly string[] = []): Combined => ({
    computed,
    ...WITHOUT_FIGURE,
    gap: { code, missing },
    coverage,
  });
  if (expected.refused) return gap(expected.refused);
  if (
    totals.present.length === 0 ||
    totals.present.length < expected.coverage * expected.members.length - 1e-9
  ) {
    return gap('members-missing', missingFrom(expected.members)(totals.present));
  }
  if (!ratio && isRatio && !(isWeighted && expected.weightable)) return gap('no-parts');
  if (totals.intervalKinds.length > 1) return gap('not-additive');
  if (!ratio && isWeighted && totals.unweighted.length > 0) return gap('no-weight', totals.unweighted);
  const hedge = ratio
    ? ratioHedge(totals, isWeighted ? (expected.per ?? 1) : 1)
    : isWeighted
      ? divided(totals, totals.weight)
      : divided(totals, 1);
  const stated = statedOf(hedge, expected.floor);
  if (!stated) return gap('not-additive');
  const strict = { low: lowIsStrict(hedge.words), high: highIsStrict(hedge.words) };
  return {
    computed,
    stated,
    lowInclusive: stated.low === null ? null : !strict.low,
    highInclusive: stated.high === null ? null : !strict.high,
    intervalKind:
      stated.low === null && stated.high === null ? 'none' : (totals.intervalKinds[0] ?? 'stated'),
    numerator: ratio ? significant(totals.numerator ?? 0) : null,
    denominator: ratio ? significant(totals.denominator ?? 0) : null,
    gap: null,
    coverage,
  };
}

/** The members that are not present. Thousands of cells of a sparse table may lack the same ones of one list. */
const missingFrom = memoizeByObject((members: readonly string[]) =>
  memoizeByObject((present: readonly string[]): readonly string[] => {
    const there = new Set(present);
    return members.filter((member) => !there.has(member));
  }),
);

const EXACT: ReadonlySet<Qualifier> = new Set(['exact']);
const ABOUT: ReadonlySet<Qualifier> = new Set(['about']);

/**
 * A ratio of sums is a point: numerators and denominators are counts without a hedge, or about if any part is.
 */
function ratioHedge(totals: CombinedTotals, per: number): Hedge {
  const value = significant(((totals.numerator ?? 0) / (totals.denominator ?? 1)) * per);
  return { low: value, high: value, central: value, words: totals.words.has('about') ? ABOUT : EXACT };
}

const divided = (totals: CombinedTotals, by: number): Hedge => ({
  low: significant(totals.low / by),
  high: significant(totals.high / by),
  central: totals.central === null ? null : significant(totals.central / by),
  words: totals.words,
});
