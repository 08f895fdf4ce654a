/**
 * A hedge is stored as data, and its word is derived from it (docs/rules.md#hedge-is-data). A printed "more
 * than 20,000" is an interval that is open above. Sums of such figures are again intervals, and their
 * qualifier follows from the result.
 *
 *   printed          low    high   central
 *   exact 5          5      5      5
 *   about 5          5      5      5        (approximate: the width is not claimed)
 *   more-than 5      5      inf    none     low end strict
 *   at-least 5       5      inf    none
 *   just-over 5      5      inf    none     low end strict; the high end is near, but unknown
 *   less-than 5      floor  5      none     high end strict
 *   at-most 5        floor  5      none
 *   nearly 5         -inf   5      none     high end strict; the low end is near, but unknown: not 0
 *   range 4 to 5     4      5      none
 *
 * The floor is the least value that the measure can have: 0, or minus infinity if it is signed.
 */
import { significant } from '../number.ts';
export const QUALIFIERS = [
  'exact',
  'about',
  'more-than',
  'at-least',
  'just-over',
  'less-than',
  'at-most',
  'nearly',
  'range',
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** A figure as its source states it: a value, or the ends of a range. */
export interface Stated {
  readonly qualifier: Qualifier;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A single number for a figure, for its position on an axis or in an order: its value, or the end that was
 * printed.
 */
export const printedEnd = ({ value, low, high }: Stated): number => value ?? low ?? high ?? 0;

/**
 * A figure for arithmetic. `words` contains the qualifiers of all its terms; they decide which ends are
 * strict.
 */
export interface Hedge {
  readonly low: number;
  readonly high: number;
  readonly central: number | null;
  readonly words: ReadonlySet<Qualifier>;
}

export const lowIsStrict = (words: ReadonlySet<Qualifier>): boolean =>
  words.has('more-than') || words.has('just-over');
export const highIsStrict = (words: ReadonlySet<Qualifier>): boolean =>
  words.has('less-than') || words.has('nearly');

/** The least value of a measure. @example floorOf(true) === -Infinity */
export const floorOf = (signed: boolean): number => (signed ? -Infinity : 0);

/** The interval of a printed figure. Ends that are not stated come from the table above. */
export function hedgeOf(stated: Stated, floor: number): Hedge {
  const { qualifier, value } = stated;
  const words = new Set([qualifier]);
  const opensAbove = qualifier === 'more-than' || qualifier === 'at-least' || qualifier === 'just-over';
  const low = stated.low ?? value ?? (qualifier === 'nearly' ? -Infinity : floor);
  const high = stated.high ?? (opensAbove ? Infinity : (value ?? Infinity));
  return { low, high, central: value, words };
}

/**
 * The qualifier for an interval, with the ends to show. Null if the hedges leave no end at all (more than 5
 * plus nearly 5): then there is nothing to state.
 * @example statedOf(addHedges([range 4000 to 5000, about 4000]), 0) -> about, low 8000, high 9000
 */
export function statedOf(hedge: Hedge, floor: number): Stated | null {
  const { words, central } = hedge;
  const about = words.has('about');
  const low = hedge.low > -Infinity ? hedge.low : null;
  const high = hedge.high < Infinity ? hedge.high : null;
  if (central !== null) {
    const point = low === central && high === central;
    const ends = point ? { low: null, high: null } : { low, high };
    return { qualifier: about ? 'about' : 'exact', value: central, ...ends };
  }
  if (low === null && high === null) return null;
  if (high === null) {
    // "Just over 5" plus "4 to 5" is not "just over 9": the word is kept only if all other terms are points.
    const nearAbove = [...words].every((word) => ['just-over', 'exact', 'about'].includes(word));
    const word = !lowIsStrict(words) ? 'at-least' : nearAbove ? 'just-over' : 'more-than';
    return { qualifier: about ? 'about' : word, value: null, low, high };
  }
  if (low === null || (low === floor && words.has('range') === false && upperWord(words) !== null)) {
    const word =
      words.has('nearly') && low === null ? 'nearly' : highIsStrict(words) ? 'less-than' : 'at-most';
    return { qualifier: about ? 'about' : word, value: null, low: null, high };
  }
  return { qualifier: about ? 'about' : 'range', value: null, low, high };
}

/** The upper-bound qualifier among the parts, if any part is only bounded above. */
const upperWord = (words: ReadonlySet<Qualifier>): Qualifier | null =>
  words.has('less-than')
    ? 'less-than'
    : words.has('at-most')
      ? 'at-most'
      : words.has('nearly')
        ? 'nearly'
        : null;

/** Sum of intervals: ends are added, strict if any part is; central only if every part has one. */
export function addHedges(parts: readonly Hedge[]): Hedge {
  const words = new Set<Qualifier>();
  let [low, high] = [0, 0];
  let central: number | null = 0;
  for (const part of parts) {
    low += part.low;
    high += part.high;
    central = central === null || part.central === null ? null : central + part.central;
    for (const word of part.words) words.add(word);
  }
  return { low, high, central, words };
}

/** An interval times a positive factor (a weight). */
export const scaleHedge = (hedge: Hedge, factor: number): Hedge => ({
  low: hedge.low * factor,
  high: hedge.high * factor,
  central: hedge.central === null ? null : hedge.central * factor,
  words: hedge.words,
});

/** The hedge of shares together, from the sums of their ends, each times its cases. */
export function sharesHedge(sums: Hedge, value: number, cases: number): Hedge {
  const [low, high] = [significant(sums.low / cases), significant(sums.high / cases)];
  const central = sums.central === null ? null : Math.min(Math.max(value, low), high);
  return { low, high, central, words: sums.words };
}
