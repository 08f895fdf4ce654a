/**
 * A figure keeps its hedge (method page; rulings 18, 19 and 25). A figure is a range of possible values, from
 * `low` to `high`, with the qualifiers of all its terms; `centre` is its single value, if it has one.
 *
 *   about 4                     4, of no claimed width
 *   more than, at least 4       4 and all above
 *   just over 4                 above 4; how far is not known
 *   less than, at most 4        below 4, down to the least that the measure can be
 *   nearly 4                    below 4; how far is not known
 *   4 to 5                      both ends, and no middle
 */
import type { IntervalKind, Outcome, Printed, Word } from '../book.ts';

export interface Figure {
  readonly low: number;
  readonly high: number;
  readonly centre: number | null;
  readonly words: ReadonlySet<Word>;
}

/** The least value of a measure. */
export const leastOf = ({ signed }: { readonly signed: boolean }): number => (signed ? -Infinity : 0);

/** Computed numbers are rounded to twelve digits. */
export const twelve = (n: number): number => (Number.isFinite(n) ? Number(n.toPrecision(12)) : n);

const any = (words: ReadonlySet<Word>, ...some: Word[]): boolean => some.some((word) => words.has(word));
/** Whether the end itself is excluded: more than 5 is not 5. */
const leavesLow = (words: ReadonlySet<Word>): boolean => any(words, 'more-than', 'just-over');
const leavesHigh = (words: ReadonlySet<Word>): boolean => any(words, 'less-than', 'nearly');
const onlyOf = (words: ReadonlySet<Word>, ...all: Word[]): boolean =>
  [...words].every((word) => all.includes(word));

/** All values that a printed figure may have. */
export function behind({ qualifier, value, low, high }: Printed, least: number): Figure {
  const lowest = qualifier === 'nearly' ? -Infinity : least;
  const openAbove = ['more-than', 'at-least', 'just-over'].includes(qualifier);
  return {
    low: low ?? value ?? lowest,
    high: high ?? (openAbove ? Infinity : (value ?? Infinity)),
    centre: value,
    words: new Set([qualifier]),
  };
}

/** The qualifier and the ends to show; null if there is nothing to state. */
export function inWords({ low, high, centre, words }: Figure, least: number): Printed | null {
  const about = words.has('about');
  const say = (word: Word, from: number | null, to: number | null): Printed => ({
    qualifier: about ? 'about' : word,
    value: null,
    low: from,
    high: to,
  });
  const finite = (end: number): number | null => (Number.isFinite(end) ? end : null);
  if (centre !== null) {
    const point = low === centre && high === centre;
    const qualifier = about ? 'about' : 'exact';
    return { qualifier, value: centre, low: point ? null : finite(low), high: point ? null : finite(high) };
  }
  if (low === -Infinity && high === Infinity) return null;
  if (high === Infinity) {
    const near = onlyOf(words, 'just-over', 'exact', 'about');
    return say(leavesLow(words) ? (near ? 'just-over' : 'more-than') : 'at-least', low, null);
  }
  const downToLeast = low === least && !words.has('range') && any(words, 'less-than', 'at-most', 'nearly');
  if (low > -Infinity && !downToLeast) return say('range', low, high);
  if (low === -Infinity && words.has('nearly')) return say('nearly', null, high);
  return say(leavesHigh(words) ? 'less-than' : 'at-most', null, high);
}

/** The fields of a cell for a figure: its printed form, and whether its ends are included. */
export function statedAs(
  figure: Figure,
  least: number,
  kind: IntervalKind,
): Pick<Outcome, 'stated' | 'lowInclusive' | 'highInclusive' | 'intervalKind'> | null {
  const stated = inWords(figure, least);
  if (!stated) return null;
  const { low, high } = stated;
  return {
    stated,
    lowInclusive: low === null ? null : !leavesLow(figure.words),
    highInclusive: high === null ? null : !leavesHigh(figure.words),
    intervalKind: low === null && high === null ? 'none' : kind,
  };
}

/**
 * The figure of a cell, for further calculation. "Less than about 5" may have been nearly about 5: its low
 * end is unknown.
 */
export function ofCell(
  cell: Pick<Outcome, 'lowInclusive' | 'highInclusive'> & { stated: Printed },
  least: number,
): Figure {
  const { stated, lowInclusive, highInclusive } = cell;
  const figure = behind(stated, least);
  const words = new Set(figure.words);
  if (lowInclusive === false && !leavesLow(words)) words.add('more-than');
  if (highInclusive === false && !leavesHigh(words)) words.add('less-than');
  const unknown = stated.qualifier === 'about' && stated.value === null && stated.low === null;
  return { ...figure, words, low: unknown ? -Infinity : figure.low };
}

/**
 * If both ends are equal it is a point, which has no strict end; without both ends there is no single value.
 */
export function settled({ low, high, centre, words }: Figure): Figure {
  if (low === high)
    return { low, high, centre: low, words: new Set([words.has('about') ? 'about' : 'exact'] as const) };
  return { low, high, centre: Number.isFinite(low) && Number.isFinite(high) ? centre : null, words };
}

export const exactly = (n: number): Figure => ({
  low: n,
  high: n,
  centre: n,
  words: new Set(['exact'] as const),
});

/** Lower ends are added to lower ends, upper to upper; there is a single value only if every part has one. */
export function added(figures: readonly Figure[]): Figure {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const centres = figures.flatMap(({ centre }) => (centre === null ? [] : [centre]));
  return {
    low: sum(figures.map((figure) => figure.low)),
    high: sum(figures.map((end) => end.high)),
    centre: centres.length === figures.length ? sum(centres) : null,
    words: new Set(figures.flatMap((figure) => [...figure.words])),
  };
}

/** Applies a rule to each end and to the single value. */
export const each = (figure: Figure, rule: (n: number) => number): Figure => ({
  low: rule(figure.low),
  high: rule(figure.high),
  centre: figure.centre === null ? null : rule(figure.centre),
  words: figure.words,
});

const TURNED: Readonly<Partial<Record<Word, Word>>> = {
  'more-than': 'less-than',
  'less-than': 'more-than',
  'at-least': 'at-most',
  'at-most': 'at-least',
  'just-over': 'nearly',
  nearly: 'just-over',
};
const isNear = (words: ReadonlySet<Word>): boolean => onlyOf(words, 'just-over', 'nearly', 'exact', 'about');

/** The qualifiers of a figure combined with those of another that is subtracted from it, or divides it. */
export function against(words: ReadonlySet<Word>, other: ReadonlySet<Word>): ReadonlySet<Word> {
  const all = new Set([...words, ...[...other].map((word) => TURNED[word] ?? word)]);
  // "4 to 5" minus "just over 3" is not "nearly 2", only "less than 2".
  if (isNear(all) || !other.has('just-over') || words.has('nearly')) return all;
  all.delete('nearly');
  return all.add('less-than');
}

/** The low end of a quotient whose divisor has no upper end: 0, or unknown if that end is near. */
export const towardsNothing = (low: number, words: ReadonlySet<Word>): number =>
  low !== 0 && isNear(words) ? -Infinity : 0;

/** One figure divided by another, neither of them negative; null if the divisor can only be 0. */
export function divided(a: Figure, b: Figure, times: number): Figure | null {
  if (b.high <= 0) return null;
  const words = against(a.words, b.words);
  const low = b.high === Infinity ? towardsNothing(a.low, words) : (a.low / b.high) * times;
  return settled({
    low: a.low === -Infinity ? -Infinity : low,
    high: a.high === 0 ? 0 : b.low <= 0 ? Infinity : (a.high / b.low) * times,
    centre: a.centre !== null && b.centre !== null && b.centre > 0 ? (a.centre / b.centre) * times : null,
    words,
  });
}

/** One figure minus another. */
export const less = (a: Figure, b: Figure): Figure =>
  settled({
    low: a.low - b.high,
    high: a.high - b.low,
    centre: a.centre !== null && b.centre !== null ? a.centre - b.centre : null,
    words: against(a.words, b.words),
  });

/** Whether a figure is certainly greater than another, certainly not, or possibly. */
export function isGreater(a: Figure, b: Figure, least: number): 'surely' | 'never' | 'maybe' {
  const [lowA, lowB] = [Math.max(a.low, least), Math.max(b.low, least)];
  const point = (figure: Figure): boolean => figure.low === figure.high;
  if (point(a) && point(b)) return a.low > b.low ? 'surely' : 'never';
  if (!(a.high > lowB)) return 'never';
  if (lowA < b.high) return 'maybe';
  // The ranges touch in at most one number: it counts if neither excludes it.
  const reachesLow = lowA !== -Infinity && (point(a) || !leavesLow(a.words));
  const reachesHigh = b.high !== Infinity && (point(b) || !leavesHigh(b.words));
  return lowA === b.high && reachesLow && reachesHigh ? 'maybe' : 'surely';
}
