/**
 * Shares and rates based on very few cases. One case more or less would change them a lot, so they are not
 * used in headlines.
 */
import type { Indicator } from './catalogue.ts';
import type { Cell } from './observation.ts';

/** With fewer cases than this a share or a rate is not meaningful (docs/rules.md#few-cases). */
const FEW_CASES = 20;

/**
 * Whether a rate is of fewer people than say something, as the catalogue says of its area: in one of 50,000 people a
 * single case is 2 per 100,000.
 */
export function isOfFewPeople(
  { area, counterpart, transform }: Pick<Cell, 'area' | 'counterpart' | 'transform'>,
  { measure }: Pick<Indicator, 'measure'>,
  isSmall: (code: string) => boolean,
): boolean {
  const isRate = transform === 'per-capita' || (measure === 'rate' && transform === undefined);
  return isRate && (isSmall(area) || isSmall(counterpart));
}

/**
 * Whether a share or a rate is of fewer cases than say something: a share of what it is a share of, a rate of what it
 * counts. Where a source does not print the cases, nobody can tell.
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
