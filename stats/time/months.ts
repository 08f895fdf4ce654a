/** Steps between periods: the months of a span, the year before, and windows that end with a period. */
import { monthIndex, monthText } from './calendar.ts';
import type { Period } from './period.ts';
import { calendarYear, fiscalYear, parsePeriod, yearOf } from './period.ts';

/**
 * The same period `years` years before; null if the basis does not repeat every year.
 * @example formatPeriod(yearsBefore(FY2014, 1)) === 'FY2013'
 */
export function yearsBefore(period: Period, years: number): Period | null {
  const year = yearOf(period);
  if (year !== null) {
    const before = year - years;
    if (before < 2) return null;
    return period.basis === 'us-fiscal-year' ? fiscalYear(before) : calendarYear(before);
  }
  return period.basis === 'month' ? monthsBefore(period, years * 12) : null;
}

/** The month `months` months before. @example formatPeriod(monthsBefore(2015-01, 1)) === '2014-12' */
export function monthsBefore(period: Period, months: number): Period | null {
  if (period.start === null) return null;
  return parsePeriod(monthText(monthIndex(period.start) - months));
}

/**
 * The `length` periods that end with this one, in order of time.
 * @example windowOf(2014, 3) -> 2012, 2013, 2014
 */
export function windowOf(period: Period, length: number): Period[] {
  const step = (back: number): Period | null =>
    period.basis === 'month' ? monthsBefore(period, back) : yearsBefore(period, back);
  return Array.from({ length }, (_, i) => step(length - 1 - i)).filter((period) => period !== null);
}

/**
 * The whole months of a period, in order; empty if it does not begin and end with whole months.
 * @example monthsOf(FY2015) -> 2014-10 to 2015-09
 */
export function monthsOf(period: Period): string[] {
  if (period.start === null || period.end === null) return [];
  const [first, last] = [period.start.slice(0, 7), period.end.slice(0, 7)];
  if (parsePeriod(first)?.start !== period.start || parsePeriod(last)?.end !== period.end) return [];
  const from = monthIndex(first);
  return Array.from({ length: monthIndex(last) - from + 1 }, (_, i) => monthText(from + i));
}
