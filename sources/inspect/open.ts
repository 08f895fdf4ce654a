/** Opens a file of unknown kind: finds its kind and reads its first lines as cells. */
import { openContainer, type TableBytes } from '../formats/container.ts';
import type { TableWords } from '../formats/cube.ts';
import { guessEncoding, labelOf } from '../formats/encoding.ts';
import { parseJson } from '../formats/document.ts';
import { isJsonStat } from '../formats/json-stat.ts';
import { columnLetters, type Line } from '../formats/line.ts';
import { openFile, withoutHidden, type Format } from '../formats/open.ts';
import type { Merge } from '../formats/workbook/raw-sheet.ts';
import { readWorkbook, type Sheet } from '../formats/workbook/workbook.ts';
import { guessDelimiter } from './delimiter.ts';

export interface Unknown {
  readonly format: Format;
  readonly bom: boolean;
  /** The file that was read in an archive; null if the file is no archive. */
  readonly inside: string | null;
  /** The tables of an archive. */
  readonly tables: readonly string[];
  /** The sheets of a workbook; empty for anything else. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly lines: readonly Line[];
  readonly merges: readonly Merge[];
  /** What the sheet hides, in words: `row 7 ("Total")`. */
  readonly hidden: readonly string[];
  /** False if the file continues after `lines`. */
  readonly whole: boolean;
  /** What the file itself says of its table. */
  readonly about?: TableWords;
}

/** What a person says of a file before it is looked at. */
export interface OpenWish {
  readonly sheet?: string | undefined;
  readonly inside?: string | undefined;
}

const MOST_LINES = 100_000;

async function linesOf(
  path: string,
  format: Format,
): Promise<Pick<Unknown, 'about' | 'whole'> & { lines: Line[] }> {
  const lines: Line[] = [];
  const opened = await openFile(path, format);
  const about = opened.about && { about: opened.about };
  for await (const batch of opened.lines) {
    for (const line of batch) {
      if (lines.length === MOST_LINES) return { lines, whole: false, ...about };
      lines.push(line);
    }
  }
  return { lines, whole: true, ...about };
}

/** The sheet with the most rows of several cells, because a title page is not the table. */
const fullest = (lines: readonly Line[]): number =>
  lines.filter((l) => l.cells.filter((cell) => cell !== '').length > 1).length;

/** What a sheet hides, with the first text of each row and column. */
function hiddenIn({ lines, hiddenColumns }: Sheet): string[] {
  const textOf = (cells: readonly string[]): string => {
    const text = cells.find((cell) => cell.trim() !== '');
    return text === undefined ? '' : ` (${JSON.stringify(text.slice(0, 40))})`;
  };
  const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');
  const rows = lines.filter(({ isHidden, cells }) => isHidden && isFilled(cells));
  const columns = [...hiddenColumns].map((at) => ({ at, cells: lines.map(({ cells }) => cells[at] ?? '') }));
  return [
    ...rows.map(({ line, cells }) => `row ${line}${textOf(cells)}`),
    ...columns
      .filter(({ cells }) => isFilled(cells))
      .map(({ at, cells }) => `column ${columnLetters(at)}${textOf(cells)}`),
  ];
}

async function openWorkbook(
  table: TableBytes,
  wanted: string | undefined,
): Promise<Partial<Unknown> & Pick<Unknown, 'format'>> {
  const sheets = await readWorkbook(table);
  const chosen =
    sheets.find((s) => s.name === wanted) ??
    [...sheets].sort((a, b) => fullest(b.lines) - fullest(a.lines))[0];
  const { name = '', lines = [], merges = [], hiddenColumns = new Set<number>() } = chosen ?? {};
  const hidden = chosen ? hiddenIn(chosen) : [];
  return {
    format: { type: 'xlsx', sheet: name, ...(hidden.length > 0 && { hidden: 'leave-out' as const }) },
    sheets: sheets.map((s) => s.name),
    sheet: name,
    lines: hidden.length > 0 ? withoutHidden(lines, hiddenColumns) : lines,
    merges,
    hidden,
  };
}

/** @throws UnreadableFile if the file cannot be read at all */
export async function openUnknown(path: string, { sheet, inside }: OpenWish = {}): Promise<Unknown> {
  const table = await openContainer(path, inside);
  const common = {
    bom: false,
    inside: table.inside,
    tables: table.tables,
    sheets: [],
    sheet: null,
    merges: [],
    hidden: [],
    lines: [],
    whole: true,
  };
  // A recipe names the table of an archive only if there is a choice.
  const packed = inside === undefined ? {} : { inside };
  if (table.kind === 'workbook') {
    const book = await openWorkbook(table, sheet);
    return { ...common, ...book, format: { ...book.format, ...packed } };
  }
  const { encoding, bom } = guessEncoding(table.head);
  const text = new TextDecoder(labelOf(encoding, table.head)).decode(table.head);
  const format: Format = { ...(await formatOf(table, text, encoding)), ...packed };
  const read = await linesOf(path, format);
  const cells = format.type === 'csv' ? brokenWidth(read.lines) : null;
  if (format.type !== 'csv' || cells === null) return { ...common, bom, format, ...read };
  const joined: Format = { ...format, cells };
  return { ...common, bom, format: joined, ...(await linesOf(path, joined)) };
}

/**
 * How many cells each record has, if records are broken over lines: all lines then make records of that many cells,
 * and each begins with at least two of them. Null if no record is broken.
 */
function brokenWidth(lines: readonly Line[]): number | null {
  const filled = lines.filter(({ cells }) => cells.length > 1 || cells[0]?.trim() !== '');
  const width = Math.max(0, ...filled.slice(0, 5000).map(({ cells }) => cells.length));
  if (width < 3 || filled.every(({ cells }) => cells.length === width)) return null;
  let open = 0;
  for (const { cells } of filled) {
    if (open === 0 && cells.length < 2) return null;
    const length = open === 0 ? cells.length : open + cells.length - 1;
    if (length > width) return null;
    open = length === width ? 0 : length;
  }
  return open === 0 ? width : null;
}

async function formatOf(
  table: TableBytes,
  text: string,
  encoding: ReturnType<typeof guessEncoding>['encoding'],
): Promise<Format> {
  if (table.kind === 'parquet' || table.kind === 'pc-axis' || table.kind === 'r-data')
    return { type: table.kind };
  const json = table.kind === 'json' ? await jsonFormat(table, text) : null;
  if (json) return json;
  return { type: 'csv', encoding, ...(await guessDelimiter(text)) };
}

/** Which JSON a text is; null if it is a table of text that begins with a bracket. */
async function jsonFormat(table: TableBytes, text: string): Promise<Format | null> {
  const [first = '', second = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (isRecord(first) && isRecord(second)) return { type: 'json-lines' };
  if (
    /^\s*\{/.test(text) &&
    /"(dimension|dataset|collection)"/.test(text) &&
    isJsonStat(await parseJson(table))
  )
    return { type: 'json-stat' };
  const path = listPath(text);
  return path === null ? null : { type: 'json', path };
}

function isRecord(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The path of a list of records in a JSON text, found from its start. */
function listPath(text: string): string | null {
  if (/^\s*\[\s*\{[^]*?\}\s*,\s*\[/.test(text)) return '1';
  if (/^\s*\[/.test(text)) return '';
  return /^\s*\{[^]*?"([^"]+)"\s*:\s*\[\s*[{[]/.exec(text)?.[1] ?? null;
}
