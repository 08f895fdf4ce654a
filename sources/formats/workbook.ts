/**
 * Workbooks (.xlsx): the one place that knows the library. Cells come out as the texts that the file holds,
 * numbers with all their digits, whatever the sheet shows. Merged cells keep their text in the first cell
 * only, as the file does; the header fills them, because there a merged cell speaks for all it covers.
 */
import { readFile, stat } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import { checkArchive, checkPackedSize } from './archive.ts';
import { UnreadableFile, type Line } from './line.ts';

/** Cells that are one in the sheet; counted from 0, both ends in. */
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

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'object') return 'result' in cell ? textOf(cell.result) : JSON.stringify(cell);
  return String(cell).replace(/\s*\r?\n\s*/g, ' ');
}

/** All sheets of a workbook. @throws UnreadableFile past docs/rules.md#file-limits, and for what is no workbook */
export async function readWorkbook(path: string): Promise<Sheet[]> {
  checkPackedSize((await stat(path)).size);
  const bytes = await readFile(path);
  checkArchive(bytes);
  let workbook: Awaited<ReturnType<typeof readXlsx>>;
  try {
    workbook = await readXlsx(bytes);
  } catch (error) {
    throw new UnreadableFile(
      `the workbook cannot be read (${error instanceof Error ? error.message : String(error)})`,
      'open it in a spreadsheet program, save it as .xlsx again, or save the sheet as CSV',
    );
  }
  return workbook.sheets.map(({ name, rows, merges }) => ({
    name,
    lines: rows.map((row, i) => ({ line: i + 1, cells: row.map(textOf) })),
    merges: merges ?? [],
  }));
}

/** The sheet that a recipe names, by its name or its place from 1. @throws UnreadableFile */
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
