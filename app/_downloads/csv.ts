/**
 * A comparison as CSV version 1. Numbers are plain (no grouping, a point, no exponent), shares 0 to 1;
 * only `Entity` and `note` depend on the language.
 */
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import { quote } from '#stats/csv.ts';
import { COLUMN_NAMES, DOWNLOAD_COLUMNS, type DownloadColumn, type CsvRow } from './columns.ts';
import { formatLine, parseLines } from './csv-text.ts';
import { noteText, rowWriter, type DownloadRow } from './row.ts';

/** A row with its notes as one text. */
export const csvRowOf = (row: DownloadRow, language: Language): CsvRow => ({
  ...row,
  note: noteText(row.note, language),
});

/** Column and value have the same name, which the compiler cannot see across a list of names. */
const columnOf = (name: keyof CsvRow): DownloadColumn<unknown> => DOWNLOAD_COLUMNS[name];

/** Texts that a column remembers; most stand in many rows of a file. */
const MOST_TEXTS = 10_000;

/** Writes one column, each text once. Plain numbers never need quotes. */
export function cellWriter(name: keyof CsvRow): (row: CsvRow) => string {
  const { format } = columnOf(name);
  const written = new Map<string, string>();
  return (row) => {
    const value = row[name];
    if (value === null) return '';
    if (typeof value === 'number') return format(value);
    if (typeof value !== 'string') return quote(format(value));
    const known = written.get(value);
    if (known !== undefined) return known;
    const cell = quote(format(value));
    if (written.size < MOST_TEXTS) written.set(value, cell);
    return cell;
  };
}

/** The first line of every file. */
export const CSV_HEADER = formatLine(COLUMN_NAMES);

/** The whole file. @example formatCsv(comparison).startsWith('Entity,Code,Year,') */
export function formatCsv(comparison: Comparison): string {
  const toRow = rowWriter(comparison);
  const writers = COLUMN_NAMES.map(cellWriter);
  const lines = comparison.cells.map((cell) => {
    const row = csvRowOf(toRow(cell), comparison.language);
    return `${writers.map((write) => write(row)).join(',')}\n`;
  });
  return CSV_HEADER + lines.join('');
}

/** The last of the columns that every file has; those after it were appended since. */
const FIRST_COLUMNS = COLUMN_NAMES.indexOf('release') + 1;

/**
 * The rows of such a file; undoes `formatCsv` as far as the file holds it. Columns are only ever appended: those
 * that an older file does not have yet are empty, and those after ours are left alone. Throws a plain Error for
 * a file that is not version 1.
 */
export function parseCsv(text: string): CsvRow[] {
  const [header = [], ...lines] = parseLines(text);
  const known = COLUMN_NAMES.slice(0, Math.max(header.length, FIRST_COLUMNS));
  if (!known.every((name, i) => header[i] === name)) throw new Error('csv: not the columns of version 1');
  return lines.map((cells, at) => {
    if (cells.length !== header.length) throw new Error(`csv: row ${at + 1} has ${cells.length} cells`);
    const entries = COLUMN_NAMES.map((name, i) => [name, columnOf(name).parse(cells[i] ?? '')]);
    return Object.fromEntries(entries) as CsvRow;
  });
}
