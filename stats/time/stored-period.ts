/** Periods as PostgreSQL holds them: a side that is open or unknown is an infinite day. */
import type { Basis, Period } from './period.ts';

/** @example storedPeriod('since', '2018-10-19', 'infinity') -> { basis: 'since', start: '2018-10-19', end: null } */
export const storedPeriod = (basis: Basis, start: string, end: string): Period => ({
  basis,
  start: start === '-infinity' ? null : start,
  end: end === 'infinity' ? null : end,
});
