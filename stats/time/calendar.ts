/** Days and months of the calendar as ISO 8601 texts. All arithmetic with dates is based on this file. */

const DAY_MS = 86_400_000;
const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** A year as it is written in a date. @example yearText(988) === '0988' */
export const yearText = (year: number): string => pad(year, 4);

/** The month of a day or month text, counted from year 0. @example monthIndex('2014-10-01') === 24177 */
export const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The inverse of `monthIndex`. @example monthText(24177) === '2014-10' */
export const monthText = (index: number): string =>
  `${yearText(Math.floor(index / 12))}-${pad((index % 12) + 1)}`;

/** The number of days in the month of a day. @example daysInMonth('2024-02-10') === 29 */
export const daysInMonth = (day: string): number =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();

/** The last day of the month of a day. @example lastDayOfMonth('2014-02') === '2014-02-28' */
export const lastDayOfMonth = (day: string): string => `${day.slice(0, 7)}-${pad(daysInMonth(day))}`;

/**
 * The number of days from the first to the last, both included.
 * @example daysFrom('2014-10-01', '2014-10-31') === 31
 */
export const daysFrom = (first: string, last: string): number =>
  Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS) + 1;
