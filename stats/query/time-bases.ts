/**
 * The bases of time that a query about an indicator may name, and those that are computed. Months can be
 * added up to years: an indicator published by months can be queried by calendar years and US fiscal years
 * even if no source printed them, provided that its figures may be added over time (counts, estimates) or
 * have numerators and denominators (shares).
 *
 * Years are computed if the query names years but not months: next to the months themselves, their sum would
 * add nothing, and a URL without `basis=` shows what is on file. A year that the source printed itself is
 * used as it is; its months are added up only if the query names them as an interval.
 *
 * @example border-encounters is published by months: basis=us-fiscal-year gives sums of twelve
 * @example time=2013-10/2014-09 gives the sum of the months even where FY2014 is printed
 */
import { MEASURE_RULES } from '../model/measure.ts';
import type { Indicator } from '../model/catalogue.ts';
import type { Basis } from '../time/period.ts';
import { YEAR_BASES } from '../time/period.ts';
import type { TimeSpan } from '../time/time-range.ts';
import { intervalOf } from '../time/time-range.ts';

type Kind = Pick<Indicator, 'bases' | 'measure' | 'additive'>;

/** The year bases that an indicator's months can be added up to. @example of a stock: none */
const basesOfMonths = ({ bases, measure, additive }: Kind): readonly Basis[] => {
  const { combinedBy } = MEASURE_RULES[measure];
  const adds = combinedBy === 'ratio-of-sums' || (combinedBy === 'sum' && additive === 'flow');
  return bases.includes('month') && adds ? YEAR_BASES : [];
};

/** Every basis that a query may name: the published ones, main one first, then those made from months. */
export const askableBases = (indicator: Kind): readonly Basis[] => [
  ...new Set([...indicator.bases, ...basesOfMonths(indicator)]),
];

/**
 * The bases of a query whose periods are made from months if no source prints them. For an interval, months
 * of stocks and prices are examined too, so that the reader learns why there is no figure. Months of rates
 * are not.
 */
export function basesToSum(
  query: { readonly basis: readonly Basis[]; readonly time: TimeSpan },
  indicator: Kind,
): readonly Basis[] {
  if (!indicator.bases.includes('month') || MEASURE_RULES[indicator.measure].combinedBy === 'weighted-mean')
    return [];
  if (intervalOf(query.time)) return ['interval'];
  if (query.basis.includes('month')) return [];
  return basesOfMonths(indicator).filter((basis) => query.basis.includes(basis));
}
