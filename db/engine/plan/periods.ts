/**
 * Which periods of an answer are made of months, and which months a source left out because they were zero.
 * A span is a year or the one interval that is asked for; a month is a span of itself where members are added
 * up that a sparse table leaves out.
 */
import { basesToSum } from '../../../stats/query/time-bases.ts';
import type { Tabulation } from '../../../stats/aggregate/months.ts';
import type { Basis, Period } from '../../../stats/time/period.ts';
import { tabulationsOf } from '../../../stats/aggregate/tabulation.ts';
import { memoizeByObject } from '../../../stats/memoize.ts';
import { boundsOf, intervalOf } from '../../../stats/time/time-range.ts';
import type { Catalogue } from '../../../stats/model/catalogue.ts';
import { combines, type Plan } from './plan.ts';
import { monthsOf } from '../../../stats/time/months.ts';

/** Tabulated months by indicator and source, as a release's catalogue has them. */
const tabulatedMonths = memoizeByObject((_: Catalogue) => new Map<string, readonly Tabulation[]>());

/** What a source published by months. */
export function monthsOnFile(catalogue: Catalogue, indicator: string, source: string): readonly Tabulation[] {
  const bySource = tabulatedMonths(catalogue);
  const key = `${indicator} ${source}`;
  const tables = bySource.get(key) ?? tabulationsOf(catalogue, { indicator, source, basis: 'month' });
  bySource.set(key, tables);
  return tables;
}

/** A month of a source that leaves zeros out: its first day. */
export interface ZeroMonth {
  readonly source: string;
  readonly day: string;
}

/** Months in which a missing row means zero, within the time of the query. */
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

/** To the nearest how many a source rounded what it left out as zero; 0 where a zero is a zero. */
export const roundingOf = (catalogue: Catalogue, indicator: string, source: string): number =>
  Math.max(0, ...monthsOnFile(catalogue, indicator, source).map((table) => table.rounding ?? 0));

/** A basis whose periods are added up, and how many months make one. */
export interface SummedBasis {
  readonly basis: Basis;
  readonly months: number;
}

/** The bases of a plan that its second branch answers; `monthsOf` the interval says how long that is. */
export function summedBases(plan: Plan, catalogue: Catalogue): readonly SummedBasis[] {
  const { query, indicator } = plan;
  const interval = intervalOf(query.time);
  const months = interval ? monthsOf(interval).length : 12;
  // An interval that is not of whole months is answered by whoever printed it.
  const summed = months === 0 ? [] : basesToSum(query, indicator).map((basis) => ({ basis, months }));
  const sparse =
    query.basis.includes('month') &&
    ['count', 'estimate'].includes(indicator.measure) &&
    combines(plan) &&
    zeroMonths(plan, catalogue).length > 0;
  return sparse ? [...summed, { basis: 'month', months: 1 }] : summed;
}

/** The months of a span that are zero where they are not in the table; all are needed for a whole zero. */
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
