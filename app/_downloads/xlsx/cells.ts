/** Cells of a worksheet as SpreadsheetML. */

/** Positions in the list of styles of `workbook.ts`. */
const STYLES = { plain: 0, head: 1, date: 2, percent: 3, quoted: 4, wrapped: 5 } as const;

export type XlsxCell =
  | string
  | number
  | boolean
  | null
  /** A day; days before March 1900 are texts, because Excel counts a day that never was. */
  | { readonly day: string }
  /** A share from 0 to 1. */
  | { readonly share: number }
  | { readonly head: string }
  /** A long text that breaks into lines. */
  | { readonly wrapped: string };

/** `A`, `B`, ... `AA`. @example columnName(27) === 'AB' */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Characters that XML cannot hold, and texts that look like their escapes. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A text in XML; what XML cannot hold is escaped as Office does. */
export const xmlText = (text: string): string =>
  text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(
      UNWRITABLE,
      (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    )
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
    // A carriage return that is not escaped is read as a line feed.
    .replaceAll('\r', '_x000D_');

/** Texts that a spreadsheet would compute if they were typed; they keep a mark that says they are texts. */
const FORMULA = /^[\s\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

const FIRST_DAY = Date.UTC(1899, 11, 30);
const MARCH_1900 = '1900-03-01';

function dayCell(at: string, day: string): string {
  if (day < MARCH_1900) return textCell(at, day, STYLES.plain);
  const serial = (Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / 86_400_000;
  return `<c r="${at}" s="${STYLES.date}"><v>${serial}</v></c>`;
}

/** A cell at an address such as `B2`; empty for null. */
export function cellXml(at: string, cell: XlsxCell): string {
  if (cell === null) return '';
  switch (typeof cell) {
    case 'number':
      return `<c r="${at}"><v>${cell}</v></c>`;
    case 'boolean':
      return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    case 'string':
      return textCell(at, cell, FORMULA.test(cell) ? STYLES.quoted : STYLES.plain);
    default:
      if ('day' in cell) return dayCell(at, cell.day);
      if ('share' in cell) return `<c r="${at}" s="${STYLES.percent}"><v>${cell.share}</v></c>`;
      if ('head' in cell) return textCell(at, cell.head, STYLES.head);
      return textCell(at, cell.wrapped, STYLES.wrapped);
  }
}
