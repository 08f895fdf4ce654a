/** How a CSV cell is quoted (RFC 4180); all files that we write use this. */

/** A cell in quotes, with its own quotes doubled. @example quoteAlways('a "b"') === '"a ""b"""' */
export const quoteAlways = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A cell in quotes if it needs them. @example quote('b,c') === '"b,c"' */
export const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? quoteAlways(cell) : cell);
