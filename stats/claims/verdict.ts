/**
 * Whether a figure bears out a stated number. Every number that the figure may be is judged, and all of them must
 * agree: `holds`, `holds-after-rounding` (some hold only when they are rounded to the last digit of the number that
 * was stated), `fails`, or `undetermined` where the hedge leaves both open. Nothing is decided by a central value.
 *
 * @example 2.84 is at least 3 -> holds-after-rounding; 2.41 is nearly 2 -> fails
 * @example more than 90,000 is at least 70,000 -> holds; 4,000 to 5,000 is at least 4,500 -> undetermined
 */
import { hedgeOfCell } from '../model/cell.ts';
import type { Gap } from '../model/gap.ts';
import type { Cell } from '../model/observation.ts';
import { significant } from '../number.ts';
import { floorOf, highIsStrict, lowIsStrict, type Hedge } from '../uncertainty/hedge.ts';
import type { Relation, StatedRelation } from './relation.ts';

export const CLAIM_VERDICTS = ['holds', 'holds-after-rounding', 'fails', 'undetermined'] as const;
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

/** How far `about` and `nearly` reach: a tenth of the stated number. */
export const ABOUT_SHARE = 0.1;

/** A judged claim, with the numbers that the figure may be. */
export interface JudgedClaim {
  readonly verdict: ClaimVerdict;
  /** The ends of the figure; null where there is none. Infinite where it is open. */
  readonly low: number | null;
  readonly high: number | null;
  readonly lowInclusive: boolean;
  readonly highInclusive: boolean;
  /** The figure itself is approximate: its ends are not claimed to the last digit. */
  readonly approximate: boolean;
  /** Why nothing was judged. */
  readonly gap: Gap | null;
}

/** A stretch of numbers, with or without its ends. */
interface Stretch {
  readonly low: number;
  readonly high: number;
  readonly lowInclusive: boolean;
  readonly highInclusive: boolean;
}

const from = (low: number, lowInclusive: boolean): Stretch => ({
  low,
  lowInclusive,
  high: Infinity,
  highInclusive: false,
});
const upTo = (high: number, highInclusive: boolean): Stretch => ({
  low: -Infinity,
  lowInclusive: false,
  high,
  highInclusive,
});

/**
 * The numbers that bear out a relation, and those that do so once they are rounded. A number that lies half-way is
 * rounded away from zero, so 2.5 is 3 and 3.5 is 4.
 */
function stretchesOf({ relation, number }: StatedRelation): { exactly: Stretch; rounded: Stretch } {
  const { value, step } = number;
  const [below, above] = [significant(value - step / 2), significant(value + step / 2)];
  // Half a step towards zero is rounded to the number; half a step away from it to the next.
  const [takesBelow, takesAbove] = [value > 0, value < 0];
  const round: Stretch = { low: below, lowInclusive: takesBelow, high: above, highInclusive: takesAbove };
  const reach = significant(Math.abs(value) * ABOUT_SHARE);
  const [nearest, farthest] = [significant(value - reach), significant(value + reach)];
  const stretches: Readonly<Record<Relation, { exactly: Stretch; rounded: Stretch }>> = {
    equals: {
      exactly: { low: value, high: value, lowInclusive: true, highInclusive: true },
      rounded: round,
    },
    about: {
      exactly: { low: nearest, high: farthest, lowInclusive: true, highInclusive: true },
      rounded: union({ low: nearest, high: farthest, lowInclusive: true, highInclusive: true }, round),
    },
    'at-least': { exactly: from(value, true), rounded: from(below, takesBelow) },
    // What is rounded to the number is not more than it.
    'more-than': { exactly: from(value, false), rounded: from(value, false) },
    'at-most': { exactly: upTo(value, true), rounded: upTo(above, takesAbove) },
    'less-than': { exactly: upTo(value, false), rounded: upTo(value, false) },
    nearly: {
      exactly: { low: nearest, high: value, lowInclusive: true, highInclusive: false },
      rounded: union(
        { low: nearest, high: value, lowInclusive: true, highInclusive: false },
        { ...round, high: value, highInclusive: false },
      ),
    },
  };
  return stretches[relation];
}

/** Both of two stretches that overlap, as one. */
function union(a: Stretch, b: Stretch): Stretch {
  const low = Math.min(a.low, b.low);
  const high = Math.max(a.high, b.high);
  return {
    low,
    high,
    lowInclusive: [a, b].some((stretch) => stretch.low === low && stretch.lowInclusive),
    highInclusive: [a, b].some((stretch) => stretch.high === high && stretch.highInclusive),
  };
}

/** Whether every number of one stretch lies in another. */
const isWithin = (inner: Stretch, outer: Stretch): boolean =>
  (inner.low > outer.low ||
    (inner.low === outer.low && (outer.lowInclusive || !inner.lowInclusive || inner.low === -Infinity))) &&
  (inner.high < outer.high ||
    (inner.high === outer.high && (outer.highInclusive || !inner.highInclusive || inner.high === Infinity)));

/** Whether no number lies in both. */
const isApart = (a: Stretch, b: Stretch): boolean =>
  a.high < b.low ||
  b.high < a.low ||
  (a.high === b.low && !(a.highInclusive && b.lowInclusive)) ||
  (b.high === a.low && !(b.highInclusive && a.lowInclusive));

/** The numbers that a hedge leaves. A low end that is unknown is no lower than the floor of the measure. */
function stretchOf(hedge: Hedge, floor: number): Stretch {
  const low = Math.max(hedge.low, floor);
  const isPoint = low === hedge.high;
  const isUnknown = hedge.low === -Infinity;
  return {
    low,
    high: hedge.high,
    lowInclusive: low > -Infinity && (isPoint || (!isUnknown && !lowIsStrict(hedge.words))),
    highInclusive: hedge.high < Infinity && (isPoint || !highIsStrict(hedge.words)),
  };
}

/** Judges a figure for arithmetic. `floor` is the least that its measure can be. */
export function judgeHedge(hedge: Hedge, stated: StatedRelation, floor: number): JudgedClaim {
  const figure = stretchOf(hedge, floor);
  const { exactly, rounded } = stretchesOf(stated);
  const verdict = isWithin(figure, exactly)
    ? 'holds'
    : isWithin(figure, rounded)
      ? 'holds-after-rounding'
      : isApart(figure, rounded)
        ? 'fails'
        : 'undetermined';
  return { verdict, ...figure, approximate: hedge.words.has('about'), gap: null };
}

/**
 * Judges a cell of an answer, a ratio among them. A cell without a figure is undetermined, with its gap.
 * @example judgeCell(2.84, { relation: 'at-least', number: 3 }, false).verdict === 'holds-after-rounding'
 */
export function judgeCell(
  cell: Pick<Cell, 'stated' | 'gap' | 'lowInclusive' | 'highInclusive'>,
  claim: StatedRelation,
  signed: boolean,
): JudgedClaim {
  const { stated, gap, lowInclusive, highInclusive } = cell;
  const floor = floorOf(signed);
  if (stated) return judgeHedge(hedgeOfCell({ stated, lowInclusive, highInclusive }, floor), claim, floor);
  const none = { low: null, high: null, lowInclusive: false, highInclusive: false };
  return { verdict: 'undetermined', ...none, approximate: false, gap };
}
