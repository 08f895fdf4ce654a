/** How a cell stands in a line of CSV (RFC 4180): the one rule of all files that we write. */

/** A cell in quotes, with its own quotes doubled. @example quoteAlways('a "b"') === '"a ""b"""' */
export const quoteAlways = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A cell in quotes where it needs them. @example quote('b,c') === '"b,c"' */
export const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? quoteAlways(cell) : cell);
