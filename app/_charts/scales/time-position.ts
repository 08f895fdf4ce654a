/** Where a period lies on a time axis of its own basis, as a whole number: the next period is one more. */
import { monthIndex } from '#stats/time/calendar.ts';
import { yearOf, type Period } from '#stats/time/period.ts';

/**
 * The year of a year, and a month counted from year 0; null for a period of any other basis.
 * @example timePosition(parsePeriod('FY2014')) === 2014
 * @example timePosition(parsePeriod('2014-10')) === 24177
 */
const timePosition = (period: Period): number | null =>
  period.basis === 'month' && period.start !== null ? monthIndex(period.start) : yearOf(period);

/** The same for a figure that is known to lie on the axis. */
export const positionOf = ({ period }: { readonly period: Period }): number => timePosition(period) ?? 0;
