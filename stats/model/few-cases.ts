/**
 * Shares and rates based on very few cases. One case more or less would change them a lot, so they are not
 * used in headlines.
 */
import type { Indicator } from './catalogue.ts';
import type { Cell } from './observation.ts';

/** With fewer cases than this a share or a rate is not meaningful (docs/rules.md#few-cases). */
export const FEW_CASES = 20;

/**
 * Whether a share or a rate is based on too few cases: for a share its denominator is tested, for a rate its
 * numerator. Unknown, and so false, if the source does not print the cases.
 * @example isOfFewCases({ numerator: 5, denominator: 5 }, { measure: 'share' }) === true
 */
export function isOfFewCases(
  { numerator, denominator, transform }: Pick<Cell, 'numerator' | 'denominator' | 'transform'>,
  { measure }: Pick<Indicator, 'measure'>,
): boolean {
  if (transform === 'share-of-total') return false;
  if (transform === 'per-capita') return numerator !== null && numerator < FEW_CASES;
  if (measure === 'share') return denominator !== null && denominator < FEW_CASES;
  return measure === 'rate' && numerator !== null && numerator < FEW_CASES;
}
