// The spans that months are added up to (a calendar year, a fiscal year, the interval that is asked for), in SQL.

import type { SummedBasis } from '../plan/periods.ts';

const perBasis = (
  column: string,
  bases: readonly SummedBasis[],
  expression: (basis: SummedBasis['basis']) => string,
): string => {
  const [first] = bases;
  if (bases.length === 1 && first) return expression(first.basis);
  return `case ${column} ${bases.map(({ basis }) => `when '${basis}' then ${expression(basis)}`).join(' ')} end`;
};

/** The first day of the span that a month belongs to; `from` is that of the interval. */
export const startOf = (
  column: string,
  day: string,
  from: string | null,
  bases: readonly SummedBasis[],
): string =>
  perBasis(column, bases, (basis) => {
    if (basis === 'calendar-year') return `date_trunc('year', ${day}::timestamp)::date`;
    if (basis === 'us-fiscal-year')
      return `(date_trunc('year', ${day}::timestamp + interval '3 months') - interval '3 months')::date`;
    return basis === 'interval' ? `${from}` : day;
  });

/** Its last day; `to` is that of the interval. */
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
      return `(date_trunc('year', ${day}::timestamp + interval '3 months') + interval '9 months - 1 day')::date`;
    return basis === 'interval' ? `${to}` : `(${day}::timestamp + interval '1 month - 1 day')::date`;
  });
