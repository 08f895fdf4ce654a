/**
 * Combines members and parts to one figure (method page: sums, counts, rates, shares, groups, gaps, coverage;
 * rulings 13, 14, 19, 24 and 26).
 */
import type { Computation, Coverage, GapCode, Indicator, IntervalKind, Outcome } from '../book.ts';
import { added, each, leastOf, statedAs, twelve, type Figure } from './figures.ts';

/** A term of a sum: the figure of a member, of a part, or of one of its months. */
export interface Ingredient {
  readonly member: string;
  readonly figure: Figure;
  readonly kind: IntervalKind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The whole that this is a part of, if parts share a denominator. */
  readonly whole: string;
  /** Population of the member; null if it is not on file. */
  readonly people: number | null;
}

/** The requirements of a sum. */
export interface Wanted {
  readonly indicator: Pick<Indicator, 'measure' | 'per' | 'signed'>;
  /** All members that should be present. */
  readonly members: readonly string[];
  /** The members present; these are more than those with rows if a table omits zeros. */
  readonly present: readonly string[];
  /** The population of each member that has one on file. */
  readonly people: ReadonlyMap<string, number>;
  readonly coverage: number;
  readonly coverageOf?: 'population';
  readonly refused: 'overlap' | 'not-additive' | null;
  /** Whether members are areas, which have a population as weight. */
  readonly weighable: boolean;
  readonly sharedDenominator: boolean;
  readonly zeros: Zeros;
}

/** Cells that a table omits because they were zero, and the multiple that they were rounded to. */
export interface Zeros {
  readonly count: number;
  readonly rounding: number;
}
export const NO_ZEROS: Zeros = { count: 0, rounding: 0 };

export interface Combined extends Outcome {
  readonly computed: Computation;
  readonly coverage: Coverage;
}

export const WITHOUT_FIGURE = {
  stated: null,
  lowInclusive: null,
  highInclusive: null,
  intervalKind: 'none',
  numerator: null,
  denominator: null,
} as const;

/** The population of some members, and of all; without any on file it is 0. */
const peopleAmong = ({ members, people }: Wanted, some: readonly string[]): number =>
  members
    .filter((member) => some.includes(member))
    .reduce((sum, member) => sum + (people.get(member) ?? 0), 0);

const isWeighed = ({ indicator, weighable }: Wanted): boolean =>
  (indicator.measure === 'rate' || indicator.measure === 'level') && weighable;

/**
 * Whether enough members are present: the share that the question asks for, of members or of their
 * population. If it asks for none, members with together less than a thousandth of the population may be
 * missing, provided that all populations are known.
 */
function areEnough(there: readonly string[], wanted: Wanted): boolean {
  const { members, people, coverage, coverageOf } = wanted;
  const missing = members.filter((member) => !there.includes(member));
  if (there.length === 0) return false;
  if (missing.length === 0) return true;
  if (coverageOf === 'population') return (sharePresent(there, wanted).weight ?? -1) + 1e-9 >= coverage;
  if (there.length + 1e-9 >= coverage * members.length) return true;
  return (
    coverage === 1 &&
    isWeighed(wanted) &&
    missing.every((member) => people.has(member)) &&
    peopleAmong(wanted, missing) < peopleAmong(wanted, members) / 1000
  );
}

/**
 * The share of the members' population that is present, of that on file. It is a bound if some members have
 * none on file: an upper bound if these are missing, a lower bound if they are present. If some are missing
 * and some present, it is unknown.
 */
function sharePresent(there: readonly string[], wanted: Wanted): Pick<Coverage, 'weight' | 'weightBound'> {
  const all = peopleAmong(wanted, wanted.members);
  if (!isWeighed(wanted) || all === 0) return { weight: null };
  const unknown = wanted.members.filter((member) => !wanted.people.has(member));
  const inside = unknown.filter((member) => there.includes(member)).length;
  if (inside > 0 && inside < unknown.length) return { weight: null };
  const weight = twelve(peopleAmong(wanted, there) / all);
  if (unknown.length === 0) return { weight };
  return { weight, weightBound: inside > 0 ? 'at-least' : 'at-most' };
}

/**
 * A rounded zero is 0 to half of the rounding, and no source printed it. If such zeros could add more than a
 * quarter of what was printed, the sum has no single value: it is "at most" a number, or a range.
 */
export function withZeros(sum: Figure, { count, rounding }: Zeros): Figure {
  if (count * rounding === 0) return sum;
  const high = sum.high + (count * rounding) / 2;
  if (sum.centre !== null && count * rounding * 2 <= sum.centre) return { ...sum, high };
  return { low: sum.low, high, centre: null, words: new Set([...sum.words, 'at-most' as const]) };
}

/** Kinds of interval of the terms: figures of two kinds are not added. */
export const kindsOf = (
  kinds: readonly IntervalKind[],
  { count, rounding }: Zeros,
): readonly IntervalKind[] => [
  ...new Set([
    ...kinds.filter((kind) => kind !== 'none'),
    ...(count * rounding > 0 ? (['rounding'] as const) : []),
  ]),
];

export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Numerators over denominators, if every term has both. Parts that share a denominator have one per whole,
 * and only if they agree on it (ruling 14).
 */
export function ratioOf(ingredients: readonly Ingredient[], shared: boolean): Ratio | null {
  const complete = ingredients.flatMap(({ numerator, denominator, whole }) =>
    numerator === null || denominator === null ? [] : [{ numerator, denominator, whole }],
  );
  if (complete.length === 0 || complete.length < ingredients.length) return null;
  const numerator = complete.reduce((sum, ratio) => sum + ratio.numerator, 0);
  if (!shared) return { numerator, denominator: complete.reduce((sum, ratio) => sum + ratio.denominator, 0) };
  const wholes = new Map(complete.map((ratio) => [ratio.whole, ratio.denominator]));
  if (complete.some((ratio) => wholes.get(ratio.whole) !== ratio.denominator)) return null;
  return { numerator, denominator: [...wholes.values()].reduce((sum, denominator) => sum + denominator, 0) };
}

/** A ratio is a point, or `about` if any term is (ruling 16 of hedges: parts have none of their own). */
export function pointOf({ numerator, denominator }: Ratio, per: number, about: boolean): Figure {
  const n = twelve((numerator / denominator) * per);
  return { low: n, high: n, centre: n, words: new Set([about ? 'about' : 'exact'] as const) };
}

/**
 * Shares of which any is an interval: the ends of each, as often as it has cases, over all cases; a single value only
 * where every share has one.
 */
export function spanOf(
  shares: readonly { readonly figure: Figure; readonly denominator: number | null }[],
  { numerator, denominator }: Ratio,
): Figure {
  const sum = added(shares.map((share) => each(share.figure, (end) => end * (share.denominator ?? 0))));
  const [low, high] = [twelve(sum.low / denominator), twelve(sum.high / denominator)];
  const centre = sum.centre === null ? null : Math.min(Math.max(twelve(numerator / denominator), low), high);
  return { low, high, centre, words: sum.words };
}

/** Each rate times its people, over all those people. */
function weightedMean(ingredients: readonly Ingredient[]): Figure {
  const people = ingredients.reduce((sum, ingredient) => sum + (ingredient.people ?? 0), 0);
  const sum = added(
    ingredients.map((ingredient) => each(ingredient.figure, (end) => end * (ingredient.people ?? 0))),
  );
  return each(sum, (end) => twelve(end / people));
}

/** Members and parts as one figure, or a gap with its reason. Long because it is one rule, read from top to bottom. */
export function combined(all: readonly Ingredient[], wanted: Wanted): Combined {
  const { indicator, members, zeros } = wanted;
  const { measure } = indicator;
  const goesByParts = measure === 'rate' || measure === 'share';
  const ratio = goesByParts ? ratioOf(all, wanted.sharedDenominator) : null;
  const isMean = isWeighed(wanted) && !ratio;
  const weighed = all.filter((ingredient) => ingredient.people !== null);
  // A member without a population on file is not in the mean. If no member has one, the gap gives this
  // reason.
  const ingredients = isMean && weighed.length > 0 ? weighed : all;
  const present = isMean ? ingredients.map((ingredient) => ingredient.member) : wanted.present;
  const coverage: Coverage = {
    present: present.length,
    expected: members.length,
    ...sharePresent(present, wanted),
  };
  const computed =
    measure === 'level'
      ? 'weighted-mean'
      : !goesByParts
        ? 'sum'
        : ratio || measure === 'share'
          ? 'ratio-of-sums'
          : 'weighted-mean';
  const gap = (code: GapCode, of: readonly string[] = []): Combined => ({
    ...WITHOUT_FIGURE,
    computed,
    coverage,
    gap: { code, missing: of },
  });
  const missing = members.filter((member) => !present.includes(member));
  if (wanted.refused) return gap(wanted.refused);
  if (!areEnough(present, wanted)) {
    return gap('members-missing', missing);
  }
  if (goesByParts && !ratio && (measure === 'share' || !wanted.weighable)) return gap('no-parts');
  // Levels do not add up, and only areas have a weight.
  if (measure === 'level' && !wanted.weighable) return gap('not-additive');
  const kinds = kindsOf(
    ingredients.map((ingredient) => ingredient.kind),
    zeros,
  );
  if (kinds.length > 1) return gap('not-additive');
  if (isMean && weighed.length === 0)
    return gap(
      'no-weight',
      members.filter((member) => present.includes(member)),
    );
  const about = ingredients.some((ingredient) => ingredient.figure.words.has('about'));
  const figure =
    ratio && measure === 'share' && kinds.length > 0
      ? spanOf(ingredients, ratio)
      : ratio
        ? pointOf(ratio, measure === 'rate' ? (indicator.per ?? 1) : 1, about)
        : measure === 'rate' || measure === 'level'
          ? weightedMean(ingredients)
          : each(withZeros(added(ingredients.map((ingredient) => ingredient.figure)), zeros), twelve);
  const said = statedAs(figure, leastOf(indicator), kinds[0] ?? 'stated');
  if (!said) return gap('not-additive');
  return {
    ...said,
    computed,
    coverage: missing.length > 0 ? { ...coverage, missing } : coverage,
    numerator: ratio && twelve(ratio.numerator),
    denominator: ratio && twelve(ratio.denominator),
    gap: null,
  };
}
