/**
 * Converts between cells and intervals for arithmetic: the interval that a cell states, and the figure of a
 * cell for an interval.
 */
import { significant } from '../number.ts';
import type { Hedge, Stated } from '../uncertainty/hedge.ts';
import { hedgeOf, highIsStrict, lowIsStrict, statedOf } from '../uncertainty/hedge.ts';
import { interval } from '../uncertainty/interval.ts';
import type { Cell } from './observation.ts';

/**
 * The interval of a cell of an answer. A cell has one qualifier, and flags that tell whether its ends are
 * included: arithmetic needs both. "Less than about 5" may have been nearly about 5, so its low end is
 * unknown.
 */
export function hedgeOfCell(
  cell: Pick<Cell, 'lowInclusive' | 'highInclusive'> & { readonly stated: Stated },
  floor: number,
): Hedge {
  const { stated } = cell;
  const { qualifier, value, low } = stated;
  const hedge = hedgeOf(stated, floor);
  const words = new Set(hedge.words);
  if (cell.lowInclusive === false && !lowIsStrict(words)) words.add('more-than');
  if (cell.highInclusive === false && !highIsStrict(words)) words.add('less-than');
  const unknown = qualifier === 'about' && value === null && low === null;
  return { ...hedge, low: unknown ? -Infinity : hedge.low, words };
}

/** A figure as a cell states it: its qualifier and ends, and whether the ends are included. */
export interface FinishedInterval {
  readonly stated: Stated;
  readonly lowInclusive: boolean | null;
  readonly highInclusive: boolean | null;
}

/**
 * The figure for an interval, rounded to the digits that are published; null if the interval allows every
 * value that the measure can have.
 * @example toStated(0 to infinity, 0, Infinity) === null
 */
export function toStated(hedge: Hedge, floor: number, ceiling: number): FinishedInterval | null {
  if (hedge.low <= floor && hedge.high >= ceiling && hedge.low < hedge.high) return null;
  const central = hedge.central === null ? null : significant(hedge.central);
  const { words, ...ends } = interval(significant(hedge.low), significant(hedge.high), central, hedge.words);
  const stated = statedOf({ words, ...ends }, floor);
  return (
    stated && {
      stated,
      lowInclusive: stated.low === null ? null : !lowIsStrict(words),
      highInclusive: stated.high === null ? null : !highIsStrict(words),
    }
  );
}
