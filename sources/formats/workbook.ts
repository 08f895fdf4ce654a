/**
 * Workbooks (.xlsx); only this file uses the library. Cells are the texts in the file, numbers with all their
 * digits, whatever format the sheet displays. Merged cells have their text only in the first cell, as in the
 * file; the header code fills them, because a merged header applies to all cells it covers.
 */
import { readFile, stat } from 'node:fs/promises';
import { readXls, readXlsx } from 'hucre/xlsx';
import type { Cell } from 'hucre/xlsx';
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

const RAISED = new Map([...'0123456789'].map((digit, i) => [digit, [...'⁰¹²³⁴⁵⁶⁷⁸⁹'][i] ?? digit]));

/**
 * A text whose superscript runs become superscript characters, with a blank between two marks.
 * @example 121 and a superscript 1,2 -> `121¹ ²`
 */
function withRaised(runs: NonNullable<Cell['richText']>): string {
  const texts = runs.map(({ text, font }) =>
    font?.vertAlign === 'superscript'
      ? [...text].map((letter) => RAISED.get(letter) ?? (letter === ',' ? ' ' : letter)).join('')
      : text,
  );
  return texts.join('').replace(/\s+/g, ' ').trim();
}

/** A date in the precision of its format: `yyyy` is a year, `mmm-yy` a month. */
function asShown(day: Date, format: string): string {
  const letters = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  const shows = (letter: string): boolean => letters.includes(letter);
  const length = !shows('y') || shows('d') || shows('h') ? 10 : shows('m') ? 7 : 4;
  return day.toISOString().slice(0, length);
}

/** What a cell contains besides its value; null if nothing. */
function beside(cell: Cell): string | null {
  if (cell.richText?.some(({ font }) => font?.vertAlign === 'superscript')) return withRaised(cell.richText);
  if (cell.formula !== undefined && (cell.formulaResult ?? cell.value ?? null) === null)
    return `=${cell.formula}`;
  if (cell.value instanceof Date && cell.style?.numFmt) return asShown(cell.value, cell.style.numFmt);
  return null;
}

/** The first bytes of a compound document, in which Excel 97 stored its workbooks. It is not compressed. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const isExcel97 = (bytes: Uint8Array): boolean => COMPOUND.every((byte, at) => bytes[at] === byte);

const cellsBelow = (sheet: string): UnreadableFile =>
  new UnreadableFile(
    `sheet ${JSON.stringify(sheet)} has cells below row ${MOST_ROWS}`,
    'delete those cells, or save the sheet as CSV, which may have any length',
  );

/**
 * All sheets of a workbook.
 * @throws UnreadableFile past docs/rules.md#file-limits, and if the file is not a workbook
 */
export async function readWorkbook(path: string): Promise<Sheet[]> {
  checkPackedSize((await stat(path)).size);
  const bytes = await readFile(path);
  const old = isExcel97(bytes);
  if (!old) checkArchive(bytes);
  let workbook: Awaited<ReturnType<typeof readXlsx>>;
  try {
    workbook = await (old ? readXls(bytes) : readXlsx(bytes, { readStyles: true, maxRows: MOST_ROWS + 1 }));
  } catch (error) {
    const name = /^Sheet "(.*)" spans \d{6,} rows/s.exec(error instanceof Error ? error.message : '')?.[1];
    if (name !== undefined) throw cellsBelow(name);
    throw new UnreadableFile(
      `the workbook cannot be read (${error instanceof Error ? error.message : String(error)})`,
      'open it in a spreadsheet program, save it as .xlsx again, or save the sheet as CSV',
    );
  }
  const long = workbook.sheets.find(({ rows }) => rows.length > MOST_ROWS);
  if (long) throw cellsBelow(long.name);
  return workbook.sheets.map(({ name, rows, merges, cells }) => ({
    name,
    // An empty row of an .xls is a hole in the array, and `map` would keep the hole.
    lines: Array.from(rows, (row: (typeof rows)[number] | undefined, i) => ({
      line: i + 1,
      cells: Array.from(row ?? [], (value, at) => {
        const cell = cells?.get(`${i},${at}`);
        return (cell && beside(cell)) ?? textOf(value);
      }),
    })),
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
