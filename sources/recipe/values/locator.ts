/** The place of a figure in its source, from a template such as `{file}: Year {Year} (line {line})`. */
import { columnLetters } from '../../formats/line.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';

export type LocatorOf = (row: SourceRow, column: string, placeInFile: number | null) => string;

/**
 * A template with column names in braces, prepared for rows; unknown names are recorded as problems of the
 * columns.
 */
export function locatorFrom(
  template: string,
  columns: HeaderColumns,
  file: string,
  sheet: string | null,
): LocatorOf {
  const parts = template.split(/(\{[^{}]+\})/).map((part): LocatorOf => {
    if (!/^\{.+\}$/.test(part)) return () => part;
    const name = part.slice(1, -1);
    switch (name) {
      case 'file':
        return () => file;
      case 'sheet':
        return () => sheet ?? '';
      case 'line':
        return (row) => String(row.line);
      case 'column':
        return (_row, column) => column;
      case 'cell':
        return (row, _column, at) => `${at === null ? '' : columnLetters(at)}${row.line}`;
      default: {
        const at = columns.find(name);
        return (row) => row.cells[at] ?? '';
      }
    }
  });
  return (row, column, at) => parts.map((part) => part(row, column, at)).join('');
}

/** The locator if a recipe gives no template. */
export const defaultLocator = (sheet: string | null): string =>
  sheet === null ? '{file}: line {line}, {column}' : '{file}: sheet {sheet}, cell {cell}';
