/** Steps between periods: the months of a span, the year before, and windows that end with a period. */
import { lastDayOfMonth, monthIndex, monthText } from './calendar.ts';
import type { Period } from './period.ts';
import {
  calendarYear,
  fiscalYear,
  formatPeriod,
  isPartOfYear,
  parsePeriod,
  PARTS_OF_YEAR,
  yearOf,
  type PartOfYear,
} from './period.ts';

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
  return isPartOfYear(period.basis) ? partsBefore(period, (years * 12) / PARTS_OF_YEAR[period.basis]) : null;
}

/** The part of a year that begins with a month. @example partAt('quarter', 24174) is 2014-Q3 */
function partAt(basis: PartOfYear, first: number): Period | null {
  const start = parsePeriod(monthText(first))?.start;
  if (!start) return null;
  return { basis, start, end: lastDayOfMonth(monthText(first + PARTS_OF_YEAR[basis] - 1)) };
}

/**
 * The month, quarter or half year so many of its kind before; null for another basis.
 * @example formatPeriod(partsBefore(2015-01, 1)) === '2014-12'; of 2015-Q1 it is 2014-Q4
 */
export function partsBefore({ basis, start }: Period, parts: number): Period | null {
  if (start === null || !isPartOfYear(basis)) return null;
  return partAt(basis, monthIndex(start) - parts * PARTS_OF_YEAR[basis]);
}

/**
 * The `length` periods that end with this one, in order of time.
 * @example windowOf(2014, 3) -> 2012, 2013, 2014
 */
export function windowOf(period: Period, length: number): Period[] {
  const step = (back: number): Period | null =>
    isPartOfYear(period.basis) ? partsBefore(period, back) : yearsBefore(period, back);
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

/**
 * The months, quarters or half years that make up a period, in order; empty if it is not made up of whole ones.
 * @example stepsIn('quarter', 2014) -> 2014-Q1 to 2014-Q4; of 2014-02/2014-04 there are none
 */
export function stepsIn(basis: PartOfYear, period: Period): string[] {
  const months = monthsOf(period);
  const length = PARTS_OF_YEAR[basis];
  if (length === 1) return months;
  // Each part must begin where one of its kind does, and have all of its months.
  const starts = months.filter((_, i) => i % length === 0).map(monthIndex);
  if (months.length % length !== 0 || starts.some((start) => start % length !== 0)) return [];
  return starts.flatMap((start) => partAt(basis, start) ?? []).map(formatPeriod);
}
