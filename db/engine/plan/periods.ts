/**
 * Which periods of an answer are made from months, and which months a source omitted because they were zero.
 * A span is a year or the interval of the query. Where a sparse table omits members that are added up, each
 * month is a span of its own.
 */
import { basesToSum, lengthInSteps, stepOf } from '../../../stats/query/time-bases.ts';
import type { Tabulation } from '../../../stats/aggregate/months.ts';
import type { Basis, Period } from '../../../stats/time/period.ts';
import { tabulationsOf } from '../../../stats/aggregate/tabulation.ts';
import { memoizeByObject } from '../../../stats/memoize.ts';
import { boundsOf, intervalOf } from '../../../stats/time/time-range.ts';
import type { Catalogue } from '../../../stats/model/catalogue.ts';
import { combines, type Plan } from './plan.ts';
import { monthsOf, stepsIn } from '../../../stats/time/months.ts';

/** The tabulated months of a release, by indicator and source. */
const tabulatedMonths = memoizeByObject((_: Catalogue) => new Map<string, readonly Tabulation[]>());

/** The months that a source published. */
export function monthsOnFile(catalogue: Catalogue, indicator: string, source: string): readonly Tabulation[] {
  const bySource = tabulatedMonths(catalogue);
  const key = `${indicator} ${source}`;
  const tables = bySource.get(key) ?? tabulationsOf(catalogue, { indicator, source, basis: 'month' });
  bySource.set(key, tables);
  return tables;
}

/** The first day of a month of a source that omits zeros. */
export interface ZeroMonth {
  readonly source: string;
  readonly day: string;
}

/** Months within the query's time in which a missing row means zero. */
export function zeroMonths(plan: Plan, catalogue: Catalogue): readonly ZeroMonth[] {
  const { query, indicator } = plan;
  const { start, end } = boundsOf(query.time);
  return indicator.sources
    .filter((source) => query.source.length === 0 || query.source.includes(source))
    .flatMap((source) =>
      monthsOnFile(catalogue, indicator.id, source)
        .filter((table) => table.absent === 'zero')
        .map((table) => ({ source, day: table.period.start ?? '' }))
        .filter(({ day }) => (start === null || day >= start) && (end === null || day <= end)),
    );
}

/** The multiple to which a source rounded its omitted zeros; 0 if it did not round them. */
export const roundingOf = (catalogue: Catalogue, indicator: string, source: string): number =>
  Math.max(0, ...monthsOnFile(catalogue, indicator, source).map((table) => table.rounding ?? 0));

/** A basis whose periods are added up from months (or quarters, or half years), and how many are in each. */
export interface SummedBasis {
  readonly basis: Basis;
  readonly steps: number;
}

/** The bases that the branch of months answers. */
export function summedBases(plan: Plan, catalogue: Catalogue): readonly SummedBasis[] {
  const { query, indicator } = plan;
  const step = stepOf(indicator) ?? 'month';
  const interval = intervalOf(query.time);
  // An interval that does not consist of whole months can only be answered by a source that printed it.
  const summed = basesToSum(query, indicator)
    .map((basis) => ({
      basis,
      steps: interval ? stepsIn(step, interval).length : lengthInSteps(basis, step),
    }))
    .filter(({ steps }) => steps > 0);
  const sparse =
    query.basis.includes('month') &&
    ['count', 'estimate'].includes(indicator.measure) &&
    combines(plan) &&
    zeroMonths(plan, catalogue).length > 0;
  return sparse ? [...summed, { basis: 'month', steps: 1 }] : summed;
}

/**
 * The months of a span in which a missing row is zero. If these are all its months, the whole span is zero.
 */
export const zerosOf = (
  catalogue: Catalogue,
  indicator: string,
  source: string,
  span: Period,
): ReadonlySet<string> => {
  const names = new Set(monthsOf(span));
  return new Set(
    monthsOnFile(catalogue, indicator, source)
      .filter((table) => table.absent === 'zero')
      .map((table) => table.period.start?.slice(0, 7) ?? '')
      .filter((name) => names.has(name)),
  );
};
