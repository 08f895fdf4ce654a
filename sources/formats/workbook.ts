/**
 * Workbooks (.xlsx); only this file uses the library. Cells are the texts in the file, numbers with all their
 * digits, whatever format the sheet displays. Merged cells have their text only in the first cell, as in the
 * file; the header code fills them, because a merged header applies to all cells it covers.
 */
import { readFile, stat } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import { checkArchive, checkPackedSize } from './archive.ts';
import { UnreadableFile, type Line } from './line.ts';

/** Merged cells of a sheet, counted from 0, both ends included. */
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

export interface Sheet {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly merges: readonly Merge[];
}

/** The library makes every row above the last one: one stray cell in row 1,048,576 took seconds and 800 MB. */
const MOST_ROWS = 200_000;

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'object') return 'result' in cell ? textOf(cell.result) : JSON.stringify(cell);
  return String(cell).replace(/\s*\r?\n\s*/g, ' ');
}

/**
 * All sheets of a workbook. @throws UnreadableFile beyond docs/rules.md#file-limits, and for a file that is
 * not a workbook
 */
export async function readWorkbook(path: string): Promise<Sheet[]> {
  checkPackedSize((await stat(path)).size);
  const bytes = await readFile(path);
  checkArchive(bytes);
  let workbook: Awaited<ReturnType<typeof readXlsx>>;
  try {
    workbook = await readXlsx(bytes, { maxRows: MOST_ROWS + 1 });
  } catch (error) {
    throw new UnreadableFile(
      `the workbook cannot be read (${error instanceof Error ? error.message : String(error)})`,
      'open it in a spreadsheet program, save it as .xlsx again, or save the sheet as CSV',
    );
  }
  const long = workbook.sheets.find(({ rows }) => rows.length > MOST_ROWS);
  if (long) {
    throw new UnreadableFile(
      `sheet ${JSON.stringify(long.name)} has cells below row ${MOST_ROWS}`,
      'delete what stands there, or save the sheet as CSV, which is read at any length',
    );
  }
  return workbook.sheets.map(({ name, rows, merges }) => ({
    name,
    lines: rows.map((row, i) => ({ line: i + 1, cells: row.map(textOf) })),
    merges: merges ?? [],
  }));
}

/** The sheet that a recipe names, by name or by number from 1. @throws UnreadableFile */
export function pickSheet(sheets: readonly Sheet[], wanted: string | number | undefined): Sheet {
  const found =
    typeof wanted === 'string'
      ? sheets.find((s) => s.name.trim() === wanted.trim())
      : sheets[(wanted ?? 1) - 1];
  if (found) return found;
  throw new UnreadableFile(
    `the workbook has no sheet ${JSON.stringify(wanted)}`,
    `its sheets are ${sheets.map((s) => JSON.stringify(s.name)).join(', ')}; correct sheet under format in the recipe`,
  );
}
