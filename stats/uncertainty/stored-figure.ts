/**
 * A figure as PostgreSQL holds it: its value, and ends that are null where they equal the value and infinite
 * where they are open. Every reader of stored rows makes the stated figure here.
 */
import { highIsStrict, lowIsStrict, statedOf, type Qualifier, type Stated } from './hedge.ts';

export interface StoredFigure {
  /** The qualifier of the row. */
  readonly words: ReadonlySet<Qualifier>;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** A suppressed figure may have ends, which sums use. Readers see a gap. */
  readonly isGap: boolean;
}

export interface StatedOfStored {
  readonly stated: Stated | null;
  readonly lowInclusive: boolean | null;
  readonly highInclusive: boolean | null;
}

/**
 * @example statedOfStored(more-than, low 5, high Infinity) -> { qualifier: 'more-than', low: 5 }, low not included
 */
export function statedOfStored(
  { words, value, low, high, isGap }: StoredFigure,
  floor: number,
): StatedOfStored {
  const [word] = words;
  const hedge = { low: low ?? value ?? -Infinity, high: high ?? value ?? Infinity, central: value, words };
  const derived = isGap ? null : statedOf(hedge, floor);
  // The source's own qualifier is kept, whatever the ends would suggest.
  const stated = derived && word ? { ...derived, qualifier: word } : derived;
  return {
    stated,
    lowInclusive: stated?.low == null ? null : !lowIsStrict(words),
    highInclusive: stated?.high == null ? null : !highIsStrict(words),
  };
}
