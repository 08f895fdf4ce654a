/**
 * Combines the members of a group: the rules of aggregation in plain arithmetic. For every answer Postgres
 * computes the same sums in SQL; property tests compare them with these functions. Both end in
 * `toFigureOrGap`, which turns sums into a figure or a gap.
 *
 *   count, estimate  sum of the members; ends add                                 -> `sum`
 *   rate, level      sum(rate x population) / sum(population)                     -> `weighted-mean`
 *   rate, share      sum(numerators) / sum(denominators), where they are published -> `ratio-of-sums`
 *
 * A missing member is never zero: without enough members the result is a gap that names those missing.
 */
import { MEASURE_RULES } from '../model/measure.ts';
import type { Gap, GapCode } from '../model/gap.ts';
import type { Hedge, Qualifier, Stated } from '../uncertainty/hedge.ts';
import {
  addHedges,
  highIsStrict,
  lowIsStrict,
  scaleHedge,
  sharesHedge,
  statedOf,
} from '../uncertainty/hedge.ts';
import type { Additivity, Measure } from '../model/measure.ts';
import { memoizeByObject } from '../memoize.ts';
import { ALL_MEMBERS, SMALL_MEMBERS } from '../default-coverage.ts';
import { significant } from '../number.ts';
import { WITHOUT_FIGURE, type Computation, type Coverage, type IntervalKind } from '../model/observation.ts';

/** One member of a group in one period. Members without a figure are left out of the list. */
export interface Summand {
  readonly member: string;
  readonly hedge: Hedge;
  readonly intervalKind: IntervalKind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** For parts with a shared denominator: the whole that this part belongs to (32 states of one country). */
  readonly whole?: string;
  /** Population of the member in that period; null if none is on file. */
  readonly weight: number | null;
}

/** The sums over the members of one cell; Postgres returns nothing else. */
export interface CombinedTotals {
  readonly low: number;
  readonly high: number;
  /** Null unless every part has a central value. */
  readonly central: number | null;
  readonly words: ReadonlySet<Qualifier>;
  /** Distinct kinds of interval of the parts, without `none`. */
  readonly intervalKinds: readonly IntervalKind[];
  readonly present: readonly string[];
  /** Members with a figure but without a weight. */
  readonly unweighted: readonly string[];
  readonly weight: number;
  /** Null unless every part has both, and null if parts of a whole disagree on its denominator. */
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** What a combined cell should contain. */
export interface Expectation {
  readonly members: readonly string[];
  /** Total weight of all members that have one on file; null if none has, or if no weight applies. */
  readonly weight: number | null;
  /** Members without a weight on file, whether or not they have a figure. */
  readonly unknown?: readonly string[];
  readonly coverage: number;
  /** What `coverage` is a share of; if absent, of the number of members. */
  readonly coverageOf?: 'population';
  /** A reason why these members must not be combined. */
  readonly refused: 'overlap' | 'not-additive' | null;
  /**
   * Whether a rate may be weighted: only if its members are areas. Origins or parts of one area share its
   * population.
   */
  readonly weightable: boolean;
  /** For rates: per how many people, so that a ratio of sums has the same unit as its parts. */
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
 * Whether figures may be combined at all (docs/rules.md#additivity-is-declared). Rates and shares are combined through
 * their numerators and denominators, levels only by the weight that their indicator declares.
 */
export function isCombinable({
  measure,
  additive,
  weight,
}: {
  readonly measure: Measure;
  readonly additive: Additivity;
  readonly weight?: unknown;
}): boolean {
  const { combinedBy, isRatio } = MEASURE_RULES[measure];
  if (combinedBy === 'weighted-mean' && !isRatio) return weight !== undefined;
  return isRatio || additive !== 'none';
}

/**
 * The sums over parts, for a measure. With `shared`, the parts of a whole have one denominator: it is counted
 * once per whole, and only if its parts agree on it.
 * @example 3 of 32 and 9 of 32 of one country -> 12 of 32; beside 2 of 10 of another -> 14 of 42
 */
export function total(measure: Measure, parts: readonly Summand[], shared = false): CombinedTotals {
  const isWeighted = MEASURE_RULES[measure].combinedBy === 'weighted-mean';
  const whole =
    parts.length > 0 && parts.every((part) => part.numerator !== null && part.denominator !== null);
  const ofWhole = new Map(parts.map((part) => [part.whole ?? '', part.denominator ?? 0]));
  const agreed = !shared || parts.every((part) => (part.denominator ?? 0) === ofWhole.get(part.whole ?? ''));
  const denominators = shared ? [...ofWhole.values()] : parts.map((part) => part.denominator ?? 0);
  const add = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const weighted = isWeighted ? parts.filter((part) => part.weight !== null) : parts;
  // A rate counts as often as it has people, a share as often as it has cases.
  const factor = (part: Summand): number | null =>
    isWeighted ? (part.weight ?? 0) : MEASURE_RULES[measure].isRatio ? part.denominator : 1;
  const sum = addHedges(weighted.map((part) => scaleHedge(part.hedge, factor(part) ?? 0)));
  // What goes into no mean says nothing of it.
  const counted = (whole && agreed) || weighted.length === 0 ? parts : weighted;
  return {
    low: sum.low,
    high: sum.high,
    central: sum.central,
    words: addHedges(counted.map((part) => part.hedge)).words,
    intervalKinds: [...new Set(counted.map((part) => part.intervalKind))]
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
 * Turns sums into a figure, or into a gap with its reason. A member without a weight cannot go into a mean:
 * it counts as missing, unless no member has a weight.
 * @example three rates 61.1, 68, 31 with the populations of 2014 -> value 47.85, `weighted-mean`
 */
export function toFigureOrGap(measure: Measure, totals: CombinedTotals, expected: Expectation): Combined {
  const { combinedBy, isRatio } = MEASURE_RULES[measure];
  const isWeighted = combinedBy === 'weighted-mean';
  const ratio = isRatio && totals.numerator !== null && totals.denominator !== null;
  const computed: Computation = ratio ? 'ratio-of-sums' : combinedBy;
  const needsWeights = isWeighted && !ratio && expected.weightable;
  const unweighted = new Set(needsWeights ? totals.unweighted : []);
  const weighted =
    unweighted.size === 0 ? totals.present : totals.present.filter((member) => !unweighted.has(member));
  const present = weighted.length > 0 ? weighted : totals.present;
  const missing = missingFrom(expected.members)(present);
  const coverage: Coverage = {
    present: present.length,
    expected: expected.members.length,
    ...(isWeighted && expected.weightable
      ? populationCoverage(totals.weight, present, expected)
      : { weight: null }),
  };
  const gap = (code: GapCode, of: readonly string[] = []): Combined => ({
    computed,
    ...WITHOUT_FIGURE,
    gap: { code, missing: of },
    coverage,
  });
  if (expected.refused) return gap(expected.refused);
  if (present.length === 0 || !areEnough(coverage, missing, totals.weight, expected))
    return gap('members-missing', missing);
  if (!ratio && isRatio && !(isWeighted && expected.weightable)) return gap('no-parts');
  // A level of origins or of parts has no weight, and levels do not add up.
  if (isWeighted && !isRatio && !expected.weightable) return gap('not-additive');
  if (totals.intervalKinds.length > 1) return gap('not-additive');
  if (needsWeights && weighted.length === 0)
    return gap(
      'no-weight',
      expected.members.filter((member) => present.includes(member)),
    );
  const hedge = ratio
    ? ratioHedge(totals, isWeighted ? (expected.per ?? 1) : null)
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
    coverage: missing.length > 0 ? { ...coverage, missing } : coverage,
  };
}

/**
 * The share of the members' population that is present. If some members have no population on file the share
 * is a bound; if such members are both present and missing, the share is unknown.
 */
function populationCoverage(
  weight: number,
  present: readonly string[],
  expected: Expectation,
): Pick<Coverage, 'weight' | 'weightBound'> {
  if (!expected.weight) return { weight: null };
  const there = new Set(present);
  const sides = new Set((expected.unknown ?? []).map((member) => there.has(member)));
  if (sides.size > 1) return { weight: null };
  const share = { weight: significant(weight / expected.weight) };
  if (sides.size === 0) return share;
  return { ...share, weightBound: sides.has(true) ? 'at-least' : 'at-most' };
}

/** Whether enough of the members, or of their population, are present. */
function areEnough(
  { present, expected, weight }: Coverage,
  missing: readonly string[],
  weightThere: number,
  { coverage, coverageOf, weight: all, unknown = [] }: Expectation,
): boolean {
  if (missing.length === 0) return true;
  if (coverageOf === 'population') return weight !== null && weight >= coverage - 1e-9;
  if (present >= coverage * expected - 1e-9) return true;
  if (coverage !== ALL_MEMBERS || weight === null || all === null) return false;
  // A member without a population on file cannot be called small.
  return !missing.some((member) => unknown.includes(member)) && all - weightThere < SMALL_MEMBERS * all;
}
/** The members that are not present, kept because thousands of cells of a sparse table may lack the same ones. */
const missingFrom = memoizeByObject((members: readonly string[]) =>
  memoizeByObject((present: readonly string[]): readonly string[] => {
    const there = new Set(present);
    return members.filter((member) => !there.has(member));
  }),
);

const EXACT: ReadonlySet<Qualifier> = new Set(['exact']);
const ABOUT: ReadonlySet<Qualifier> = new Set(['about']);

/**
 * A ratio of sums is a point where its parts are, or about if any part is. A share among them that is an interval, such
 * as one of disguised numbers, makes an interval of it: each end is that of the parts, each as often as it has cases.
 */
function ratioHedge(totals: CombinedTotals, per: number | null): Hedge {
  const denominator = totals.denominator ?? 1;
  const value = significant(((totals.numerator ?? 0) / denominator) * (per ?? 1));
  if (per === null && totals.intervalKinds.length > 0) return sharesHedge(totals, value, denominator);
  return { low: value, high: value, central: value, words: totals.words.has('about') ? ABOUT : EXACT };
}

const divided = (totals: CombinedTotals, by: number): Hedge => ({
  low: significant(totals.low / by),
  high: significant(totals.high / by),
  central: totals.central === null ? null : significant(totals.central / by),
  words: totals.words,
});
