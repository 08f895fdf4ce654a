/**
 * Members and parts to one figure (method page: sums, counts, rates, shares, groups, gaps, coverage; rulings 13,
 * 14, 19, 24 and 26). Rules that issue 10 changes are functions of their own here; README.md lists them.
 */
import type { Computation, Coverage, GapCode, Indicator, IntervalKind, Outcome } from '../book.ts';
import { added, each, leastOf, statedAs, twelve, type Figure } from './figures.ts';

/** What went in: a member's figure, or a part's, or that of one month of it. */
export interface Ingredient {
  readonly member: string;
  readonly figure: Figure;
  readonly kind: IntervalKind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** What this is a part of, where parts share a denominator. */
  readonly whole: string;
  /** People of the member; null where they are not on file. */
  readonly people: number | null;
}

/** What is asked of a sum. */
export interface Wanted {
  readonly indicator: Pick<Indicator, 'measure' | 'per' | 'signed'>;
  /** Everybody who should be there. */
  readonly members: readonly string[];
  /** Who is there; more than have rows where a table leaves zeros out. */
  readonly present: readonly string[];
  /** People of all members; null where those of any are unknown. */
  readonly people: number | null;
  readonly coverage: number;
  readonly refused: 'overlap' | 'not-additive' | null;
  /** Whether members are areas, which have people to weigh them by. */
  readonly weighable: boolean;
  readonly sharedDenominator: boolean;
  readonly zeros: Zeros;
}

/** Cells that are not in a table because they were zero, and to the nearest how many they had been rounded. */
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

/** CHANGES WITH ISSUE 10, ITEM 10. How many members are enough: all of them, or the share that was asked for. */
const areEnough = (present: number, expected: number, coverage: number): boolean =>
  present > 0 && present + 1e-9 >= coverage * expected;

/** CHANGES WITH ISSUE 10, ITEM 10. Members with a rate and without people: they leave the group without a rate. */
const blockedBy = (ingredients: readonly Ingredient[], { members }: Wanted): readonly string[] => {
  const without = new Set(
    ingredients.filter((ingredient) => ingredient.people === null).map((ingredient) => ingredient.member),
  );
  return members.filter((member) => without.has(member));
};

/** CHANGES WITH ISSUE 10, ITEM 10. The share of all members' people that went in; unknown where any of it is. */
const peopleIn = (
  ingredients: readonly Ingredient[],
  { indicator, people, weighable }: Wanted,
): number | null =>
  indicator.measure === 'rate' && weighable && people
    ? twelve(ingredients.reduce((sum, ingredient) => sum + (ingredient.people ?? 0), 0) / people)
    : null;

/** CHANGES WITH ISSUE 10, ITEM 1. A zero that was rounded is 0 to half of that; the single value stays what it was. */
export const withZeros = (sum: Figure, { count, rounding }: Zeros): Figure =>
  count * rounding === 0 ? sum : { ...sum, high: sum.high + (count * rounding) / 2 };

/** Kinds of interval that went in: figures of two kinds are not added. */
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
 * Numerators over denominators, where every ingredient has both. Parts that share a denominator have one between
 * them for each whole, and only where they agree on it (ruling 14).
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

/** A ratio is a point, or about if anything that went in is (ruling 16 of hedges: parts bear none of their own). */
export function pointOf({ numerator, denominator }: Ratio, per: number, about: boolean): Figure {
  const n = twelve((numerator / denominator) * per);
  return { low: n, high: n, centre: n, words: new Set([about ? 'about' : 'exact'] as const) };
}

/** Each rate times its people, over all those people. */
function weightedMean(ingredients: readonly Ingredient[]): Figure {
  const people = ingredients.reduce((sum, ingredient) => sum + (ingredient.people ?? 0), 0);
  const sum = added(
    ingredients.map((ingredient) => each(ingredient.figure, (end) => end * (ingredient.people ?? 0))),
  );
  return each(sum, (end) => twelve(end / people));
}

/** Members and parts as one figure, or the gap that says why there is none. */
export function combined(ingredients: readonly Ingredient[], wanted: Wanted): Combined {
  const { indicator, members, present, zeros } = wanted;
  const { measure } = indicator;
  const goesByParts = measure === 'rate' || measure === 'share';
  const ratio = goesByParts ? ratioOf(ingredients, wanted.sharedDenominator) : null;
  const coverage: Coverage = {
    present: present.length,
    expected: members.length,
    weight: peopleIn(ingredients, wanted),
  };
  const computed = !goesByParts ? 'sum' : ratio || measure === 'share' ? 'ratio-of-sums' : 'weighted-mean';
  const gap = (code: GapCode, missing: readonly string[] = []): Combined => ({
    ...WITHOUT_FIGURE,
    computed,
    coverage,
    gap: { code, missing },
  });
  if (wanted.refused) return gap(wanted.refused);
  if (!areEnough(present.length, members.length, wanted.coverage)) {
    return gap(
      'members-missing',
      members.filter((member) => !present.includes(member)),
    );
  }
  if (goesByParts && !ratio && (measure === 'share' || !wanted.weighable)) return gap('no-parts');
  const kinds = kindsOf(
    ingredients.map((ingredient) => ingredient.kind),
    zeros,
  );
  if (kinds.length > 1) return gap('not-additive');
  const blocked = measure === 'rate' && !ratio ? blockedBy(ingredients, wanted) : [];
  if (blocked.length > 0) return gap('no-weight', blocked);
  const about = ingredients.some((ingredient) => ingredient.figure.words.has('about'));
  const figure = ratio
    ? pointOf(ratio, measure === 'rate' ? (indicator.per ?? 1) : 1, about)
    : measure === 'rate'
      ? weightedMean(ingredients)
      : each(withZeros(added(ingredients.map((ingredient) => ingredient.figure)), zeros), twelve);
  const said = statedAs(figure, leastOf(indicator), kinds[0] ?? 'stated');
  if (!said) return gap('not-additive');
  return {
    ...said,
    computed,
    coverage,
    numerator: ratio && twelve(ratio.numerator),
    denominator: ratio && twelve(ratio.denominator),
    gap: null,
  };
}
