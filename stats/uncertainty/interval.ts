/**
 * Arithmetic of intervals in which one term counts the other way round. `stats/uncertainty/hedge.ts` adds and
 * scales; here a figure is divided by another or subtracted from it. The ends of the second change places,
 * and so do its qualifiers: 1 divided by "more than 10" is "less than a tenth".
 *
 *   open end      a limit that is known: 5 divided by more than 10 is anything above 0
 *   near end      unknown (`nearly`, `just-over`): the result has no end on that side either
 *   central       only if every term has one and both ends are known
 *
 * The arguments of each function are independent figures. A term that occurs twice in a formula is a single
 * figure: rewrite the formula so that it occurs once (an index is a quotient, a change in percent is a
 * quotient minus one).
 */
import type { Hedge, Qualifier } from './hedge.ts';

const OPPOSITE: Readonly<Record<Qualifier, Qualifier>> = {
  exact: 'exact',
  about: 'about',
  range: 'range',
  'more-than': 'less-than',
  'less-than': 'more-than',
  'at-least': 'at-most',
  'at-most': 'at-least',
  'just-over': 'nearly',
  nearly: 'just-over',
};

/**
 * Whether an open end is open because it is near, not because it may be far. Only if all other terms are
 * points, as in `statedOf`.
 */
const openIsNear = (words: ReadonlySet<Qualifier>): boolean =>
  [...words].every((word) => ['just-over', 'nearly', 'exact', 'about'].includes(word));

/**
 * The qualifiers of a result, from those of one figure and the reversed ones of a second, which is subtracted
 * from it or divides it. 5 minus "just over 3" is "nearly 2"; "4 to 5" minus "just over 3" is only "less than
 * 2".
 * @example opposed({exact}, {more-than}) -> {exact, less-than}
 */
export function opposed(words: ReadonlySet<Qualifier>, other: ReadonlySet<Qualifier>): Set<Qualifier> {
  const both = new Set([...words, ...[...other].map((word) => OPPOSITE[word])]);
  if (!openIsNear(both) && other.has('just-over') && !words.has('nearly')) {
    both.delete('nearly');
    both.add('less-than');
  }
  return both;
}

/**
 * The low end of a quotient whose divisor is open above. It approaches 0, unless the divisor is just over its
 * low end: then the quotient is near its own high end.
 */
export const farEnd = (low: number, words: ReadonlySet<Qualifier>): number =>
  low !== 0 && openIsNear(words) ? -Infinity : 0;

/** A figure without a hedge. @example exactly(100) -> 100 to 100 */
export const exactly = (value: number): Hedge => ({
  low: value,
  high: value,
  central: value,
  words: new Set<Qualifier>(['exact']),
});

/** An interval from its ends. If both ends are equal it is a point, which has no strict end. */
export function interval(
  low: number,
  high: number,
  central: number | null,
  words: ReadonlySet<Qualifier>,
): Hedge {
  if (low === high) {
    const about = words.has('about') ? 'about' : 'exact';
    return { low, high, central: low, words: new Set<Qualifier>([about]) };
  }
  return { low, high, central: low > -Infinity && high < Infinity ? central : null, words };
}

/**
 * a / b, times a factor, for figures that cannot be negative. If b may be 0 the upper end is open; null if b
 * can only be 0.
 * @example quotient(exact 5, less-than 2, 100) -> more than 250
 * @example quotient(exact 5, more-than 10, 100) -> less than 50
 */
export function quotient(a: Hedge, b: Hedge, factor = 1): Hedge | null {
  if (b.high <= 0) return null;
  const words = opposed(a.words, b.words);
  const far = b.high === Infinity ? farEnd(a.low, words) : (a.low / b.high) * factor;
  const low = a.low === -Infinity ? -Infinity : far;
  const high = a.high === 0 ? 0 : b.low <= 0 ? Infinity : (a.high / b.low) * factor;
  const central =
    a.central !== null && b.central !== null && b.central > 0 ? (a.central / b.central) * factor : null;
  return interval(low, high, central, words);
}

/** a - b. @example difference(exact 5, more-than 3) -> less than 2 */
export const difference = (a: Hedge, b: Hedge): Hedge =>
  interval(
    a.low - b.high,
    a.high - b.low,
    a.central !== null && b.central !== null ? a.central - b.central : null,
    opposed(a.words, b.words),
  );

/** The interval shifted by a known number. @example shifted(150 to 200, -100) -> 50 to 100 */
export const shifted = (hedge: Hedge, by: number): Hedge =>
  interval(hedge.low + by, hedge.high + by, hedge.central === null ? null : hedge.central + by, hedge.words);
