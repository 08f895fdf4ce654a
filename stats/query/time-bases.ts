/**
 * The bases of time that a query about an indicator may name, and those that are computed. Months (or quarters, or half
 * years, where there are no months) can be added up to years: an indicator published by months can be queried by
 * quarters, half years, calendar years and US fiscal years even if no source printed them, provided that its figures may be added over time (counts, estimates) or
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
import type { Catalogue, Indicator } from '../model/catalogue.ts';
import type { Basis, PartOfYear } from '../time/period.ts';
import { PARTS_OF_YEAR, YEAR_BASES } from '../time/period.ts';
import type { TimeSpan } from '../time/time-range.ts';
import { intervalOf } from '../time/time-range.ts';

type Kind = Pick<Indicator, 'bases' | 'measure' | 'additive'>;

const BY_LENGTH: readonly PartOfYear[] = ['month', 'quarter', 'half-year'];

/**
 * The shortest part of a year by which an indicator is published: what its longer periods are added up from. Null if
 * it has none.
 */
export const stepOf = ({ bases }: Pick<Indicator, 'bases'>): PartOfYear | null =>
  BY_LENGTH.find((part) => bases.includes(part)) ?? null;

/** The same for an indicator by its id; a month if nothing else is known. */
export function stepOfIndicator(id: string, { indicators }: Pick<Catalogue, 'indicators'>): PartOfYear {
  const indicator = indicators.find((candidate) => candidate.id === id);
  return (indicator && stepOf(indicator)) ?? 'month';
}

/** The bases that so long a step can be added up to. A US fiscal year is no sum of half years. */
const BEYOND: Readonly<Record<PartOfYear, readonly Basis[]>> = {
  month: [...YEAR_BASES, 'quarter', 'half-year'],
  quarter: [...YEAR_BASES, 'half-year'],
  'half-year': ['calendar-year'],
};

/** The bases that an indicator's months or quarters can be added up to. @example of a stock: none */
const basesOfSteps = (kind: Kind): readonly Basis[] => {
  const { combinedBy } = MEASURE_RULES[kind.measure];
  const adds = combinedBy === 'ratio-of-sums' || (combinedBy === 'sum' && kind.additive === 'flow');
  const step = stepOf(kind);
  return step !== null && adds ? BEYOND[step] : [];
};

/** How many steps a period of a basis has. @example lengthInSteps('calendar-year', 'quarter') === 4 */
export const lengthInSteps = (basis: Basis, step: PartOfYear): number =>
  (basis === 'quarter' || basis === 'half-year' ? PARTS_OF_YEAR[basis] : 12) / PARTS_OF_YEAR[step];

/** Every basis that a query may name: the published ones, main one first, then those made from months. */
export const askableBases = (indicator: Kind): readonly Basis[] => [
  ...new Set([...indicator.bases, ...basesOfSteps(indicator)]),
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
  const step = stepOf(indicator);
  if (step === null || MEASURE_RULES[indicator.measure].combinedBy === 'weighted-mean') return [];
  if (intervalOf(query.time)) return ['interval'];
  if (query.basis.includes(step)) return [];
  return basesOfSteps(indicator).filter((basis) => query.basis.includes(basis));
}
