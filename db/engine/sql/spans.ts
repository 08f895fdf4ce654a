// The spans that months are added up to (a calendar year, a fiscal year, the interval of the query), in SQL.

import type { SummedBasis } from '../plan/periods.ts';

/** Fiscal years before FY1977 begin in July, and the transition quarter is in none. */
const ofFiscalYear = (
  day: string,
  plus: { readonly fromOctober: string; readonly fromJuly: string },
): string =>
  `case when ${day} >= '1976-10-01' then (date_trunc('year', ${day}::timestamp + interval '3 months') ${plus.fromOctober})::date
    when ${day} < '1976-07-01' then (date_trunc('year', ${day}::timestamp + interval '6 months') ${plus.fromJuly})::date end`;

const startOfHalf = (day: string): string =>
  `(date_trunc('year', ${day}::timestamp) + case when extract(month from ${day}) > 6 then interval '6 months' else interval '0' end)`;

const perBasis = (
  column: string,
  bases: readonly SummedBasis[],
  expression: (basis: SummedBasis['basis']) => string,
): string => {
  const [first] = bases;
  if (bases.length === 1 && first) return expression(first.basis);
  return `case ${column} ${bases.map(({ basis }) => `when '${basis}' then ${expression(basis)}`).join(' ')} end`;
};

/**
 * The first day of the span that contains a month, null if none does; `from` is the first day of the
 * interval.
 */
export const startOf = (
  column: string,
  day: string,
  from: string | null,
  bases: readonly SummedBasis[],
): string =>
  perBasis(column, bases, (basis) => {
    if (basis === 'calendar-year') return `date_trunc('year', ${day}::timestamp)::date`;
    if (basis === 'us-fiscal-year')
      return ofFiscalYear(day, { fromOctober: `- interval '3 months'`, fromJuly: `- interval '6 months'` });
    if (basis === 'quarter') return `date_trunc('quarter', ${day}::timestamp)::date`;
    if (basis === 'half-year') return `${startOfHalf(day)}::date`;
    return basis === 'interval' ? `${from}` : day;
  });

/** Its last day; `to` is the last day of the interval. */
export const endOf = (
  column: string,
  day: string,
  to: string | null,
  bases: readonly SummedBasis[],
): string =>
  perBasis(column, bases, (basis) => {
    if (basis === 'calendar-year')
      return `(date_trunc('year', ${day}::timestamp) + interval '1 year - 1 day')::date`;
    if (basis === 'us-fiscal-year')
      return ofFiscalYear(day, {
        fromOctober: `+ interval '9 months - 1 day'`,
        fromJuly: `+ interval '6 months - 1 day'`,
      });
    if (basis === 'quarter')
      return `(date_trunc('quarter', ${day}::timestamp) + interval '3 months - 1 day')::date`;
    if (basis === 'half-year') return `(${startOfHalf(day)} + interval '6 months - 1 day')::date`;
    return basis === 'interval' ? `${to}` : `(${day}::timestamp + interval '1 month - 1 day')::date`;
  });

/** Whether a month may be in no span: those of the transition quarter are in no fiscal year. */
export const mayLieInNone = (bases: readonly SummedBasis[]): boolean =>
  bases.some(({ basis }) => basis === 'us-fiscal-year');
