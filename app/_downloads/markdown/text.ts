/** Texts as Markdown (CommonMark with the tables and footnotes of GitHub). */

/** Characters that would be read as markup or would end a cell. */
const MARKUP = /[\\`*_[\]<>|~#]/g;

/**
 * A text that is shown as it stands, on one line.
 * @example plainText('a|b <i>') === 'a\\|b \\<i\\>'
 */
export const plainText = (text: string): string =>
  text
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .replace(MARKUP, '\\$&');

/** A link; characters that would end its address are escaped. */
export const linkTo = (text: string, address: string): string =>
  `[${plainText(text)}](${address.replace(/[()<>\s\\]/g, encodeURIComponent).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'))})`;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table; the cells are Markdown already. `numeric` columns are set to the right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: (column: number) => boolean,
): string {
  const rule = head.map((_, column) => (numeric(column) ? '--:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

export const bulletList = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** Sections with their headings; empty ones are left out. */
export const sections = (parts: readonly (readonly [heading: string, text: string])[]): string =>
  parts
    .filter(([, text]) => text !== '')
    .map(([heading, text]) => (heading === '' ? text : `## ${heading}\n\n${text}`))
    .join('\n\n');
