/** Where a period lies on a time axis of its own basis, as a whole number: the next period is one more. */
import { monthIndex } from '#stats/time/calendar.ts';
import { isPartOfYear, PARTS_OF_YEAR, yearOf, type Period } from '#stats/time/period.ts';

/**
 * The year of a year, and a month (or a quarter, or a half year) counted from year 0; null for a period of any other
 * basis.
 * @example timePosition(parsePeriod('FY2014')) === 2014
 * @example timePosition(parsePeriod('2014-10')) === 24177
 */
const timePosition = (period: Period): number | null =>
  isPartOfYear(period.basis) && period.start !== null
    ? Math.floor(monthIndex(period.start) / PARTS_OF_YEAR[period.basis])
    : yearOf(period);

/** The same for a figure that is known to lie on the axis. */
export const positionOf = ({ period }: { readonly period: Period }): number => timePosition(period) ?? 0;
