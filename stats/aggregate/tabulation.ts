/**
 * The periods that a source published. The catalogue states a first and a last period; here they are expanded
 * into all the periods between. A table that omits zeros can only be added up with this list.
 *
 * @example { from: '2013-10', to: '2013-12', basis: 'month' } -> 2013-10, 2013-11, 2013-12
 */
import type { Catalogue, Tabulated } from '../model/catalogue.ts';
import type { Tabulation } from './months.ts';
import type { Basis, Period } from '../time/period.ts';
import { calendarYear, fiscalYear, parsePeriod } from '../time/period.ts';
import { monthsOf } from '../time/months.ts';

/** Bases whose periods follow one another, so that a first and a last period define all those between. */
export const TABULATED_BASES = ['calendar-year', 'us-fiscal-year', 'month'] as const satisfies Basis[];

/** Every period of a tabulation, in order; empty if its ends are not periods of its basis. */
export function periodsOf({ basis, from, to }: Pick<Tabulated, 'basis' | 'from' | 'to'>): Period[] {
  const [first, last] = [parsePeriod(from), parsePeriod(to)];
  if (first?.basis !== basis || last?.basis !== basis) return [];
  if (basis === 'month') {
    const months = monthsOf({ basis: 'interval', start: first.start, end: last.end });
    return months.flatMap((month) => parsePeriod(month) ?? []);
  }
  if (basis !== 'calendar-year' && basis !== 'us-fiscal-year') return [];
  const [a, b] = [Number(first.end?.slice(0, 4)), Number(last.end?.slice(0, 4))];
  const year = basis === 'calendar-year' ? calendarYear : fiscalYear;
  return Array.from({ length: Math.max(0, b - a + 1) }, (_, i) => year(a + i));
}

/** The periods that a source published for an indicator on one basis. */
export const tabulationsOf = (
  catalogue: Pick<Catalogue, 'tabulations'>,
  key: Pick<Tabulated, 'indicator' | 'source' | 'basis'>,
): Tabulation[] =>
  (catalogue.tabulations ?? [])
    .filter(
      (tabulation) =>
        tabulation.indicator === key.indicator &&
        tabulation.source === key.source &&
        tabulation.basis === key.basis,
    )
    .flatMap((tabulation) =>
      periodsOf(tabulation).map((period) => ({
        period,
        absent: tabulation.absent,
        provisional: tabulation.provisional,
        ...(tabulation.rounding === undefined ? {} : { rounding: tabulation.rounding }),
      })),
    );
