/** The one rule of quoting in CSV (RFC 4180), for every file that we write. */

/** A field as it stands in a line: quoted where it must be, quotes doubled. @example quoteField('b,c') === '"b,c"' */
export const quoteField = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
