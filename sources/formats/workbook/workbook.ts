/**
 * Workbooks: .xlsx and .xls by the spreadsheet library, which only this file uses, and .ods. Cells are the texts in
 * the file, numbers with all their digits, and what a person sees besides the value (./workbook-cell.ts). Merged
 * cells have their text only in the first cell, as in the file; who reads them fills them.
 */
import { readXls, readXlsx } from 'hucre/xlsx';
import type { Cell } from 'hucre/xlsx';
import { checkArchive, tooLarge, WORKBOOK_LIMITS } from './archive.ts';
import { wholeOf, type TableBytes } from '../container.ts';
import { readMarks, type SheetMarks } from './excel-97.ts';
import { UnreadableFile, type Line } from '../line.ts';
import { readOpenDocument } from './open-document.ts';
import type { Merge, RawSheet } from './raw-sheet.ts';
import { ON_THE_LINE, textOfCell, type Struck, type CellRun, type WorkbookCell } from './workbook-cell.ts';

export interface Sheet {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly merges: readonly Merge[];
  readonly hiddenColumns: ReadonlySet<number>;
}

/** The library makes every row above the last one: one stray cell in row 1,048,576 took seconds and 800 MB. */
const MOST_ROWS = 200_000;

/** The first bytes of a compound document, in which Excel 97 stored its workbooks. It is not compressed. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const isExcel97 = (bytes: Uint8Array): boolean => COMPOUND.every((byte, at) => bytes[at] === byte);

/** The first file of an OpenDocument archive is `mimetype`, not compressed. */
const isOpenDocument = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 30, 80).startsWith('mimetypeapplication/vnd.oasis.opendocument');

type Font = NonNullable<NonNullable<Cell['richText']>[number]['font']>;

const formattingOf = (font: Font | undefined): WorkbookCell['whole'] => {
  const { vertAlign, strikethrough } = font ?? {};
  const position = vertAlign === 'superscript' ? 'raised' : vertAlign === 'subscript' ? 'lowered' : 'line';
  return position === 'line' && !strikethrough ? ON_THE_LINE : { position, isStruck: strikethrough === true };
};

const PLAIN = { runs: null, whole: ON_THE_LINE, format: null, formula: null } as const;

/** The value of a cell of the library: a text, a number, a day; a formula has its stored result. */
const valueOf = (value: Cell['value'] | undefined): WorkbookCell['value'] =>
  value === undefined || value === null || typeof value !== 'object' || value instanceof Date
    ? (value ?? null)
    : JSON.stringify(value);

function cellOf(value: Cell['value'] | undefined, cell: Cell | undefined): WorkbookCell {
  if (!cell) return { ...PLAIN, value: valueOf(value) };
  const result = cell.formulaResult ?? cell.value ?? value ?? null;
  const runs = cell.richText?.map(({ text, font }): CellRun => ({ text, ...formattingOf(font) }));
  return {
    value: valueOf(cell.formula === undefined ? value : result),
    runs: runs?.some(({ position, isStruck }) => position !== 'line' || isStruck) ? runs : null,
    whole: formattingOf(cell.style?.font),
    format: cell.style?.numFmt ?? null,
    formula: cell.formula !== undefined && result === null ? cell.formula : null,
  };
}

const EMPTY: SheetMarks = { cells: new Map(), hiddenRows: new Set(), hiddenColumns: new Set() };

type LibrarySheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number];

function rawSheet(
  { name, rows, cells, merges, rowDefs, columns }: LibrarySheet,
  marks: SheetMarks,
): RawSheet {
  function* rawRows(): Generator<readonly WorkbookCell[]> {
    for (let row = 0; row < rows.length; row++) {
      // An empty row of an .xls is a hole in the array.
      const values = rows[row] ?? [];
      yield Array.from(values, (value, column) => {
        const key = `${row},${column}`;
        const mark = marks.cells.get(key);
        return mark ? { ...PLAIN, value: valueOf(value), ...mark } : cellOf(value, cells?.get(key));
      });
    }
  }
  const hiddenRows = [...(rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? row : []));
  const hiddenColumns = (columns ?? []).flatMap((column, at) => (column?.hidden ? at : []));
  return {
    name,
    rows: { [Symbol.iterator]: rawRows },
    merges: merges ?? [],
    hiddenRows: new Set([...hiddenRows, ...marks.hiddenRows]),
    hiddenColumns: new Set([...hiddenColumns, ...marks.hiddenColumns]),
  };
}

const cellsBelow = (sheet: string): UnreadableFile =>
  new UnreadableFile(
    `sheet ${JSON.stringify(sheet)} has cells below row ${MOST_ROWS}`,
    'delete those cells, or save the sheet as CSV, which may have any length',
  );

async function rawSheetsOf(bytes: Buffer): Promise<RawSheet[]> {
  if (isExcel97(bytes)) {
    const marks = readMarks(bytes);
    return (await readXls(bytes)).sheets.map((sheet, i) => rawSheet(sheet, marks[i] ?? EMPTY));
  }
  checkArchive(bytes);
  if (isOpenDocument(bytes)) return readOpenDocument(bytes, MOST_ROWS);
  const { sheets } = await readXlsx(bytes, { readStyles: true, maxRows: MOST_ROWS + 1 });
  return sheets.map((sheet) => rawSheet(sheet, EMPTY));
}

function sheetOf({ name, rows, merges, hiddenRows, hiddenColumns }: RawSheet, struck: Struck): Sheet {
  const lines: Line[] = [];
  for (const cells of rows) {
    const line = lines.length + 1;
    if (line > MOST_ROWS) throw cellsBelow(name);
    const texts = cells.map((cell) => textOfCell(cell, struck));
    lines.push({ line, cells: texts, ...(hiddenRows.has(line - 1) && { isHidden: true }) });
  }
  return { name, lines, merges, hiddenColumns };
}

/**
 * All sheets of a workbook.
 * @throws UnreadableFile past docs/rules.md#file-limits, and if the file is not a workbook
 */
export async function readWorkbook(table: TableBytes, struck: Struck = 'refuse'): Promise<Sheet[]> {
  const bytes = await wholeOf(table, WORKBOOK_LIMITS.packed, tooLarge);
  try {
    return (await rawSheetsOf(bytes)).map((sheet) => sheetOf(sheet, struck));
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const name = /^Sheet "(.*)" spans \d{6,} rows/s.exec(error instanceof Error ? error.message : '')?.[1];
    if (name !== undefined) throw cellsBelow(name);
    throw new UnreadableFile(
      `the workbook cannot be read (${error instanceof Error ? error.message : String(error)})`,
      'open it in a spreadsheet program, save it as .xlsx again, or save the sheet as CSV',
    );
  }
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
