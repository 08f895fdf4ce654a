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
const FORMULA = /^'*[\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Puts an apostrophe before a text that would run as a formula. @example guard('=1+1') === "'=1+1" */
export const guard = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Undoes `guard`. @example unguard("'=1+1") === '=1+1' */
export const unguard = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;

/** A cell as it stands in a line. @example quote('b,c') === '"b,c"' */
export const quote = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** An unquoted cell; sticky, so that reading a file is linear in its length. */
const PLAIN = /[^,\r\n"]*/y;

/** One line of a file, with its end. @example formatLine(['a', 'b,c']) === 'a,"b,c"\n' */
export const formatLine = (cells: readonly string[]): string => `${cells.map(quote).join(',')}\n`;

/**
 * The cells of a file, line by line; undoes `formatLine`. Reads LF and CRLF.
 * Throws a plain Error for a quote that is not closed or stands inside an unquoted cell.
 */
export function parseLines(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      let end = at + 1;
      while (end < text.length && (text[end] !== '"' || text[end + 1] === '"'))
        end += text[end] === '"' ? 2 : 1;
      if (end >= text.length) throw new Error(`csv: the quote at character ${at} is not closed`);
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      PLAIN.lastIndex = at;
      const end = at + (PLAIN.exec(text)?.[0].length ?? 0);
      if (text[end] === '"') throw new Error(`csv: a quote inside a cell at character ${end}`);
      cell = text.slice(at, end);
      at = end;
    }
    cells.push(cell);
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) cells.push('');
      else continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    if (at < text.length && text[at] !== '\n') throw new Error(`csv: unexpected text at character ${at}`);
    at += 1;
    lines.push(cells);
    cells = [];
  }
  return lines;
}
