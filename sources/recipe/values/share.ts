/** A share from its numerator and denominator, each of which may have a hedge or be disguised. */
import type { Hedge, Qualifier, Stated } from '#stats/uncertainty/hedge.ts';
import { hedgeOf, statedOf } from '#stats/uncertainty/hedge.ts';
import { interval, quotient } from '#stats/uncertainty/interval.ts';
import type { IntervalKind } from '#stats/model/observation.ts';
import { significant } from '#stats/number.ts';
import { numberColumns, type Amount } from './amount.ts';
import type { FigureRecipe } from '../schema/shape.ts';
import { statedAs } from './stated.ts';

/** Whether the numerator is one of the columns that the denominator is added up from. */
export function isPart({ numerator, denominator }: FigureRecipe): boolean {
  if (numerator === undefined || denominator === undefined) return false;
  const { own } = numberColumns(numerator);
  return own !== null && numberColumns(denominator).parts.includes(own);
}

const hedgeOfAmount = ({ value, qualifier, range }: Amount): Hedge =>
  hedgeOf(range ? { qualifier: 'range', value: null, ...range } : statedAs(value ?? 0, qualifier), 0);

/** The ends of a share of disguised counts. If the whole contains the part, both vary together. */
function disguisedEnds(part: Amount, whole: Amount, together: boolean): { low: number; high: number } {
  const [n, d] = [part.value ?? 0, whole.value ?? 0];
  const { low, high } = part.disguised ?? { low: n, high: n };
  const all = whole.disguised ?? { low: d, high: d };
  const share = (top: number, bottom: number): number => (bottom <= 0 ? 0 : Math.min(1, top / bottom));
  if (!together) return { low: significant(share(low, all.high)), high: significant(share(high, all.low)) };
  const rest = { low: Math.max(0, all.low - low), high: Math.max(0, all.high - high) };
  const [from, to] = [share(low, low + rest.high), share(high, high + rest.low)];
  return { low: significant(Math.min(from, n / d)), high: significant(Math.max(to, n / d)) };
}

/**
 * @param together whether the numerator is one of the parts of the denominator
 * @param word the qualifier of the share itself in the recipe
 * @example less than 5 of 200 -> less than 0.025; 3 of more than 100 -> less than 0.03
 * @example 5 of 15, where 5 means 1 to 9 of a whole that contains it -> 0.333 (0.0909 to 0.474)
 */
export function shareOf(
  numerator: Amount,
  denominator: Amount,
  together: boolean,
  word: Qualifier,
): { readonly stated: Stated | null; readonly intervalKind: IntervalKind } {
  const isHedged = numerator.qualifier !== 'exact' || denominator.qualifier !== 'exact';
  if (isHedged) {
    const ratio = quotient(hedgeOfAmount(numerator), hedgeOfAmount(denominator));
    // A share is never above 1, whatever its hedges allow.
    const within = ratio && interval(ratio.low, Math.min(1, ratio.high), ratio.central, ratio.words);
    const stated =
      within && statedOf({ ...within, low: significant(within.low), high: significant(within.high) }, 0);
    const isHidden = numerator.hidden || denominator.hidden;
    return { stated, intervalKind: stated && isPoint(stated) ? 'none' : isHidden ? 'suppression' : 'stated' };
  }
  const point = significant((numerator.value ?? 0) / (denominator.value ?? 1));
  const stated = statedAs(point, word);
  if (stated.value === null || (!numerator.disguised && !denominator.disguised))
    return { stated, intervalKind: 'none' };
  const ends = disguisedEnds(numerator, denominator, together);
  if (ends.low === ends.high) return { stated, intervalKind: 'none' };
  return { stated: { ...stated, ...ends }, intervalKind: 'disclosure' };
}

const isPoint = ({ low, high }: Stated): boolean => low === null && high === null;
