/**
 * Texts that a spreadsheet keeps as they are when it opens a CSV file. It would make a date of `2014-10` and a
 * number of `68.0`; both have a form here that it leaves alone, and that is read back.
 */

const DATED = /(\d{4})-(\d{2})(?:-(\d{2}))?/g;
const MARKED = /(\d{4})-M(\d{2})(?:-D(\d{2}))?/g;

/** @example markDates('2014-10/2015-04') === '2014-M10/2015-M04' */
export const markDates = (text: string): string =>
  text.replace(DATED, (_, year: string, month: string, day: string | undefined) =>
    day === undefined ? `${year}-M${month}` : `${year}-M${month}-D${day}`,
  );

/** Undoes `markDates`. @example unmarkDates('2018-M10-D19') === '2018-10-19' */
export const unmarkDates = (text: string): string =>
  text.replace(MARKED, (_, year: string, month: string, day: string | undefined) =>
    day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`,
  );

/** A short text with a digit at either end may be a number, a date, a time or a fraction in some language. */
const NUMBER_LIKE = /^'*(?:\p{Nd}.{0,24}|.{0,24}\p{Nd}|true|false|verdadero|falso)$/isu;

/** Puts an apostrophe before a text that may be read as a number or a date. @example guardNumber('68.0') === "'68.0" */
export const guardNumber = (text: string): string => (NUMBER_LIKE.test(text) ? `'${text}` : text);

/** Undoes `guardNumber`. @example unguardNumber("'68.0") === '68.0' */
export const unguardNumber = (text: string): string =>
  text.startsWith("'") && NUMBER_LIKE.test(text) ? text.slice(1) : text;
