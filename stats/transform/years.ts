/** Steps in time that a transform takes: the year before, and windows that end with a period. */
import type { Period } from '../time/period.ts';
import { calendarYear, fiscalYear, parsePeriod, yearOf } from '../time/period.ts';

/**
 * The same period `years` years before; null where a basis does not repeat by the year.
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
  const at = Number(period.start.slice(0, 4)) * 12 + Number(period.start.slice(5, 7)) - 1 - months;
  const text = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  return parsePeriod(text);
}

/**
 * The `length` periods that end with this one, in order of time.
 * @example windowOf(2014, 3) -> 2012, 2013, 2014
 */
export function windowOf(period: Period, length: number): Period[] {
  const step = (back: number): Period | null =>
    period.basis === 'month' ? monthsBefore(period, back) : yearsBefore(period, back);
  return Array.from({ length }, (_, i) => step(length - 1 - i)).filter((one) => one !== null);
}
