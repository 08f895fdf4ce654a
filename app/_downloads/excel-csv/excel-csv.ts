/**
 * CSV that Excel opens right with a double click: a byte order mark, the separator and the decimal sign of the
 * file's language, and no text that Excel would make a date or a number of. The columns are those of CSV.
 */
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import { quote, quoteAlways } from '#stats/csv.ts';
import { guardNumber, markDates } from '#stats/spreadsheet-text.ts';
import { COLUMN_NAMES, DOWNLOAD_COLUMNS, type CsvRow, type DownloadColumn } from '../columns.ts';
import { csvRowOf } from '../csv.ts';
import { rowWriter } from '../row.ts';

const MARK = '\ufeff';

/** As Excel reads lists and decimals in Spain and most of Latin America, and in English. */
const SEPARATORS: Readonly<Record<Language, { readonly list: string; readonly decimal: string }>> = {
  en: { list: ',', decimal: '.' },
  es: { list: ';', decimal: ',' },
};

/** Codes and texts of ours that a spreadsheet leaves alone; what a source printed may look like anything. */
const FREE_TEXTS: readonly (keyof CsvRow)[] = ['locator', 'attributed_to', 'printed', 'note'];

/** Column and value have the same name, which the compiler cannot see across a list of names. */
const columnOf = (name: keyof CsvRow): DownloadColumn<unknown> => DOWNLOAD_COLUMNS[name];

function cellText(name: keyof CsvRow, value: CsvRow[keyof CsvRow], decimal: string): string {
  if (value === null) return '';
  const { format, type } = columnOf(name);
  const text = format(value);
  if (typeof value === 'number') return text.replace('.', decimal);
  // A day is meant to be a date there.
  if (type === 'date' || type === 'boolean') return text;
  if (FREE_TEXTS.includes(name)) return guardNumber(text);
  return markDates(text);
}

/** The whole file. Lines end in CR LF, as Excel writes them. */
export function formatExcelCsv(comparison: Comparison): string {
  const { list, decimal } = SEPARATORS[comparison.language];
  const quoted = (cell: string): string => (cell.includes(list) ? quoteAlways(cell) : quote(cell));
  const toRow = rowWriter(comparison);
  const lines = comparison.cells.map((cell) => {
    const row = csvRowOf(toRow(cell), comparison.language);
    return COLUMN_NAMES.map((name) => quoted(cellText(name, row[name], decimal))).join(list);
  });
  return `${[MARK + COLUMN_NAMES.join(list), ...lines].join('\r\n')}\r\n`;
}
