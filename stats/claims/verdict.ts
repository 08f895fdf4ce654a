/**
 * Whether a figure supports a stated number. Every number that the figure may be is tested, and all must
 * agree: `holds`, `holds-after-rounding` (some hold only after rounding to the last digit of the stated
 * number), `fails`, or `undetermined` if the hedge allows both. The central value alone never decides.
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
const ABOUT_SHARE = 0.1;

/** The verdict on a claim, with the range of the figure. */
export interface JudgedClaim {
  readonly verdict: ClaimVerdict;
  /** The ends of the figure; null without a figure, infinite if open. */
  readonly low: number | null;
  readonly high: number | null;
  readonly lowInclusive: boolean;
  readonly highInclusive: boolean;
  /** The figure itself is approximate, so its ends are not exact to the last digit. */
  readonly approximate: boolean;
  /** Why there is no verdict. */
  readonly gap: Gap | null;
}

/** A range of numbers, with or without its ends. */
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
 * The numbers that satisfy a relation, and those that do so after rounding. Halves are rounded away from
 * zero, so 2.5 becomes 3 and 3.5 becomes 4.
 */
function stretchesOf({ relation, number }: StatedRelation): { exactly: Stretch; rounded: Stretch } {
  const { value, step } = number;
  const [below, above] = [significant(value - step / 2), significant(value + step / 2)];
  // Half a step nearer to zero rounds to the number; half a step further from it rounds to the next.
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
    // A value that rounds to the number is not more than it.
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

/** The union of two ranges that overlap. */
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

/** Whether every number of one range lies in another. */
const isWithin = (inner: Stretch, outer: Stretch): boolean =>
  (inner.low > outer.low || (inner.low === outer.low && (outer.lowInclusive || !inner.lowInclusive))) &&
  (inner.high < outer.high || (inner.high === outer.high && (outer.highInclusive || !inner.highInclusive)));

/** Whether two ranges have no number in common. */
const isApart = (a: Stretch, b: Stretch): boolean =>
  a.high < b.low ||
  b.high < a.low ||
  (a.high === b.low && !(a.highInclusive && b.lowInclusive)) ||
  (b.high === a.low && !(b.highInclusive && a.lowInclusive));

/** The range that a hedge allows. An unknown low end is not below the floor of the measure. */
function stretchOf(hedge: Hedge, floor: number): Stretch {
  const low = Math.max(hedge.low, floor);
  const isPoint = low === hedge.high;
  const isUnknown = hedge.low === -Infinity;
  return {
    low,
    high: hedge.high,
    lowInclusive: isPoint || (!isUnknown && !lowIsStrict(hedge.words)),
    highInclusive: hedge.high < Infinity && (isPoint || !highIsStrict(hedge.words)),
  };
}

/** Judges a hedge. `floor` is the least value that its measure can have. */
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
 * Judges a cell of an answer, including ratios. A cell without a figure is undetermined, with its gap.
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
