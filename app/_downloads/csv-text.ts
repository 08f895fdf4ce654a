/**
 * The text of a CSV file (RFC 4180): commas, quotes doubled, one header row, UTF-8 without a mark.
 *
 * Lines end in LF. RFC 4180's own CRLF leaves a stray carriage return on the last column (`release`) in
 * `cut`, `awk` and `grep`, changes hashes where git normalises line ends, and is not what COPY writes;
 * every spreadsheet and statistics package reads both.
 *
 * A text cell that a spreadsheet would take for a formula gets an apostrophe in front. `unguard` takes it
 * away again, so the guard loses nothing; numbers are never guarded. Marks that nobody sees may stand before the
 * formula: some spreadsheets pass over them.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { quote } from '#stats/csv.ts';

const FORMULA = /^'*[\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Puts an apostrophe before a text that would run as a formula. @example guard('=1+1') === "'=1+1" */
export const guard = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Undoes `guard`. @example unguard("'=1+1") === '=1+1' */
export const unguard = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;

/** One line of a file, with its end. @example formatLine(['a', 'b,c']) === 'a,"b,c"\n' */
export const formatLine = (cells: readonly string[]): string => `${cells.map(quote).join(',')}\n`;

/**
 * The cells of a file, line by line; undoes `formatLine`. Reads LF and CRLF.
 * Throws a plain Error for a quote that is not closed or stands inside an unquoted cell.
 */
export function parseLines(text: string): string[][] {
  try {
    return parse(text, { record_delimiter: ['\n', '\r\n'], relax_column_count: true });
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`csv: ${error.message}`, { cause: error });
    throw error;
  }
}
