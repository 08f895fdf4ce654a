/** Opens a file as lines of cells, in the format that a recipe names. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { openContainer, wholeOf, type TableBytes } from './container.ts';
import { cubeLines, type Cube, type TableWords } from './cube.ts';
import { joinBroken, splitRecords } from './delimited.ts';
import { parseJson, recordsAt } from './document.ts';
import { decode, withLineFeeds, type TextEncoding } from './encoding.ts';
import { readJsonLines } from './json-lines.ts';
import { readJsonStat } from './json-stat.ts';
import type { ReadKind } from './kind.ts';
import { UnreadableFile, type Line, type ReadProgress, type TextLines } from './line.ts';
import { readParquet } from './parquet.ts';
import { readPcAxis } from './pc-axis.ts';
import { readRTable } from './r-table.ts';
import type { Merge } from './workbook/raw-sheet.ts';
import { pickSheet, readWorkbook } from './workbook/workbook.ts';

/** What may be done with rows and columns that a workbook hides, and with struck-out text. */
export type Unseen = 'read' | 'leave-out';

/** In an archive, the table; `*` stands for any letters. In a file of R, the data frame. */
interface Packed {
  readonly inside?: string | undefined;
}

export type Format = Packed &
  (
    | {
        readonly type: 'csv';
        readonly delimiter: string;
        readonly encoding: TextEncoding;
        readonly quotes: boolean;
        /** How many cells each record has, where records are broken over lines. */
        readonly cells?: number | undefined;
      }
    | {
        readonly type: 'xlsx';
        readonly sheet?: string | number | undefined;
        readonly hidden?: Unseen | undefined;
        readonly struck?: Unseen | undefined;
      }
    | { readonly type: 'json'; readonly path: string }
    | { readonly type: 'json-lines' }
    | { readonly type: 'json-stat' }
    | { readonly type: 'pc-axis' }
    | { readonly type: 'parquet' }
    | { readonly type: 'r-data' }
  );

export interface Opened {
  readonly lines: TextLines;
  readonly sheet: string | null;
  readonly merges: readonly Merge[];
  /** Columns that a workbook hides, from 0. */
  readonly hiddenColumns: ReadonlySet<number>;
  /** What the file itself says of its table; most kinds say nothing. */
  readonly about?: TableWords;
}

async function* once<T>(batch: readonly T[]): AsyncGenerator<readonly T[], void, undefined> {
  yield batch;
}

const NONE_HIDDEN: ReadonlySet<number> = new Set();

/** The kind that each format reads. */
const KIND_OF: Readonly<Record<Format['type'], ReadKind>> = {
  csv: 'text',
  xlsx: 'workbook',
  json: 'json',
  'json-lines': 'json',
  'json-stat': 'json',
  'pc-axis': 'pc-axis',
  parquet: 'parquet',
  'r-data': 'r-data',
};

const FORMAT_OF: Readonly<Record<TableBytes['kind'], string>> = {
  text: 'csv',
  workbook: 'xlsx',
  json: 'json',
  'pc-axis': 'pc-axis',
  parquet: 'parquet',
  'r-data': 'r-data',
};

/** What kinds that are no text are called. */
const NO_TEXT: Partial<Record<ReadKind, string>> = {
  workbook: 'a workbook',
  parquet: 'Parquet',
  'r-data': 'a file of R',
};

/**
 * A recipe for CSV also reads a table of R, whose cells are the same: what a publisher has as .rda was often turned
 * into CSV by hand before.
 * @throws UnreadableFile if the file is of another kind than its recipe says
 */
function checkKind({ kind }: TableBytes, { type }: Format): void {
  // A text that begins with a bracket may be CSV; JSON and PC-Axis say themselves what is wrong with a text.
  const isText = NO_TEXT[KIND_OF[type]] === undefined;
  const isTextFile = NO_TEXT[kind] === undefined;
  if (isText === isTextFile && (isText || KIND_OF[type] === kind)) return;
  if (kind === 'r-data' && type === 'csv') return;
  throw new UnreadableFile(
    `the file is ${NO_TEXT[kind] ?? 'a text'}, and the recipe says ${type}`,
    `write format: { type: ${FORMAT_OF[kind]} } in the recipe, or give the right file`,
  );
}

const PC_AXIS_BYTES = 100 * 1024 * 1024;

/** Opens a file. @throws UnreadableFile if the file does not have the stated format */
export async function openFile(
  path: string,
  format: Format,
  progress: ReadProgress = () => {},
): Promise<Opened> {
  const table = await openContainer(path, format.inside);
  checkKind(table, format);
  const plain = (lines: TextLines): Opened => ({
    lines,
    sheet: null,
    merges: [],
    hiddenColumns: NONE_HIDDEN,
  });
  const ofCube = (cube: Cube): Opened => ({ ...plain(cubeLines(cube)), about: cube.about });
  const rTable = async (): Promise<Opened> => plain(once(await readRTable(table, format.inside)));
  switch (format.type) {
    case 'csv': {
      if (table.kind === 'r-data') return rTable();
      const text = withLineFeeds(decode(table.stream(progress), format.encoding));
      const lines = splitRecords(text, format);
      return plain(format.cells === undefined ? lines : joinBroken(lines, format.cells));
    }
    case 'xlsx':
      return openSheet(table, format);
    case 'json':
      return plain(once(recordsAt(await parseJson(table), format.path)));
    case 'json-lines':
      return plain(readJsonLines(table, progress));
    case 'json-stat':
      return ofCube(readJsonStat(await parseJson(table)));
    case 'pc-axis': {
      const tooMuch = (): UnreadableFile =>
        new UnreadableFile(
          'the file has more than the 100 MB of PC-Axis that are taken',
          'get the table as CSV',
        );
      return ofCube(readPcAxis(await wholeOf(table, PC_AXIS_BYTES, tooMuch)));
    }
    case 'parquet':
      return plain(readParquet(path, table, progress));
    case 'r-data':
      return rTable();
  }
}

async function openSheet(table: TableBytes, format: Extract<Format, { type: 'xlsx' }>): Promise<Opened> {
  const sheets = await readWorkbook(table, format.struck ?? 'refuse');
  const { name, lines, merges, hiddenColumns } = pickSheet(sheets, format.sheet);
  const { hidden } = format;
  if (hidden === undefined) return { lines: once(lines), sheet: name, merges, hiddenColumns };
  const seen = hidden === 'read' ? lines : withoutHidden(lines, hiddenColumns);
  return {
    lines: once(seen.map(({ line, cells }) => ({ line, cells }))),
    sheet: name,
    merges,
    hiddenColumns: NONE_HIDDEN,
  };
}

/** The rows that a workbook shows; hidden columns become empty, so that the others keep their letters. */
export const withoutHidden = (lines: readonly Line[], hiddenColumns: ReadonlySet<number>): Line[] =>
  lines
    .filter((line) => !line.isHidden)
    .map((line) => ({ ...line, cells: line.cells.map((cell, at) => (hiddenColumns.has(at) ? '' : cell)) }));

/** SHA-256 of a file's bytes. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
}
