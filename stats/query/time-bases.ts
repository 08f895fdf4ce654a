/**
 * Which bases of time a question about an indicator may name, and which of them are computed. Months make years:
 * an indicator that is published by months can be asked for calendar years and US fiscal years though nobody
 * printed them, where its figures may be added over time (counts, estimates) or go by their parts (shares).
 *
 * Years are computed where years are asked for and months are not: with the months beside them their sum would
 * say nothing new, and an address without `basis=` shows what is on file. A year that the source printed itself
 * stands, and is not computed again; its months are added where they are asked for as an interval.
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

/** The year bases that an indicator's months can be added to. @example of a stock: none */
const basesOfMonths = ({ bases, measure, additive }: Kind): readonly Basis[] => {
  const { combinedBy } = MEASURE_RULES[measure];
  const adds = combinedBy === 'ratio-of-sums' || (combinedBy === 'sum' && additive === 'flow');
  return bases.includes('month') && adds ? YEAR_BASES : [];
};

/** Every basis that a query may name: those that are published, the main one first, then those that months make. */
export const askableBases = (indicator: Kind): readonly Basis[] => [
  ...new Set([...indicator.bases, ...basesOfMonths(indicator)]),
];

/**
 * The bases of a query whose periods are made of months where no source prints them. The months of one interval
 * are looked at for stocks and prices too: a reader who named it is told why there is no figure. Rates are not.
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
