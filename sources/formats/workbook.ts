/**
 * Workbooks (.xlsx, and .xls of Excel 97): the one place that knows the library. Cells come out as the texts that the file holds,
 * numbers with all their digits, whatever the sheet shows. Merged cells keep their text in the first cell
 * only, as the file does; the header fills them, because there a merged cell speaks for all it covers.
 */
import { readFile, stat } from 'node:fs/promises';
import { readXls, readXlsx } from 'hucre/xlsx';
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

/** The first bytes of a compound document, in which Excel 97 kept its workbooks. It packs nothing. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const isExcel97 = (bytes: Uint8Array): boolean => COMPOUND.every((byte, at) => bytes[at] === byte);

/** All sheets of a workbook. @throws UnreadableFile past the limits of ruling 34, and for what is no workbook */
export async function readWorkbook(path: string): Promise<Sheet[]> {
  checkPackedSize((await stat(path)).size);
  const bytes = await readFile(path);
  const old = isExcel97(bytes);
  if (!old) checkArchive(bytes);
  let workbook: Awaited<ReturnType<typeof readXlsx>>;
  try {
    workbook = await (old ? readXls : readXlsx)(bytes);
  } catch (error) {
    throw new UnreadableFile(
      `the workbook cannot be read (${error instanceof Error ? error.message : String(error)})`,
      'open it in a spreadsheet program, save it as .xlsx again, or save the sheet as CSV',
    );
  }
  return workbook.sheets.map(({ name, rows, merges }) => ({
    name,
    // An empty row of an .xls is a hole in the list, which map would leave one.
    lines: Array.from(rows, (row: (typeof rows)[number] | undefined, i) => ({
      line: i + 1,
      cells: Array.from(row ?? [], textOf),
    })),
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
