/**
 * Canonical rows as lines of text, in order, a batch at a time: the input of releases, their differences and
 * the database, so that a table may be larger than memory. A line is a whole row with its line feed.
 */
import { createReadStream, existsSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { CANONICAL_COLUMNS, CANONICAL_HEADER, type CanonicalRow } from '#stats/model/canonical-row.ts';

/** Some lines, in the order of their keys. */
export type Batch = readonly string[];
export type ReleaseLines = AsyncIterable<Batch>;

/**
 * Columns before this one are the key of a row; the columns from here to the next constant are its figure:
 * the number, its hedge, its gap.
 */
const KEYS = CANONICAL_COLUMNS.indexOf('of_basis');
const FIGURE_ENDS = CANONICAL_COLUMNS.indexOf('edition');

function afterCells(line: string, count: number, from = 0): number {
  let at = from;
  for (let i = 0; i < count; i++) at = line.indexOf(',', at) + 1;
  return at;
}

const DATES = ',0000-00-00,0000-00-00'.length;
const FISCAL_YEAR = ',us-fiscal-year';

/** The key columns of a line. */
const keyCells = (line: string): string => line.slice(0, afterCells(line, KEYS) - 1);

/**
 * The key of a line, as `rowKey` makes it. Codes and periods contain no character below the comma, so keys sort as
 * text in the same order as `compareCanonicalRows` sorts rows column by column.
 */
export function keyOfLine(line: string): string {
  const cells = keyCells(line);
  const year = cells.length - DATES;
  return cells.startsWith(FISCAL_YEAR, year - FISCAL_YEAR.length)
    ? `${cells.slice(0, year)},${cells.slice(-10, -6)}`
    : cells;
}

/** Whether two lines with one key have the same days. */
export const sameDays = (a: string, b: string): boolean => keyCells(a) === keyCells(b);

/** The figure columns of a line; they are never quoted. */
export function figureOfLine(line: string): string {
  const from = afterCells(line, KEYS);
  return line.slice(from, afterCells(line, FIGURE_ENDS - KEYS, from) - 1);
}

const isWhole = (line: string): boolean => {
  let quotes = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 0;
};

/** Cuts a stream of text into whole lines; a line feed inside quotes is part of its line. */
async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + piece;
    const batch: string[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      const line = text.slice(from, end + 1);
      if (line.includes('"') && !isWhole(line)) continue;
      batch.push(line);
      from = end + 1;
    }
    rest = text.slice(from);
    if (batch.length > 0) yield batch;
  }
  if (rest !== '') yield [`${rest}\n`];
}

/**
 * The rows of a file with our header, packed (`.gz`) or not; nothing if neither exists.
 * @throws SyntaxError
 */
export async function* readLines(path: string): AsyncGenerator<string[]> {
  const plain = existsSync(path);
  if (!plain && !existsSync(`${path}.gz`)) return;
  const file = createReadStream(plain ? path : `${path}.gz`, { highWaterMark: 1 << 16 });
  const text = plain ? file : file.pipe(createGunzip({ chunkSize: 1 << 16 }));
  // A file's error does not propagate to the stream that it is piped into.
  if (text !== file) file.on('error', (error) => text.destroy(error));
  text.setEncoding('utf8');
  let header = true;
  try {
    for await (const batch of splitLines(text as AsyncIterable<string>)) {
      if (!header) {
        yield batch;
        continue;
      }
      if (batch[0]?.replace('\r\n', '\n') !== CANONICAL_HEADER) {
        throw new SyntaxError(`${path}: line 1: the columns must be ${CANONICAL_COLUMNS.join(',')}`);
      }
      header = false;
      if (batch.length > 1) yield batch.slice(1);
    }
  } finally {
    file.destroy();
  }
}

/** Rows in memory, as lines. */
export async function* linesOf(lines: Iterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for (const line of lines) {
    batch.push(line);
    if (batch.length < 1000) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield await Promise.resolve(batch);
}

/** A cell with its comma or the end of the line: quoted, with inner quotes doubled, or unquoted. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^",]*))(,|$)/y;

/**
 * The cells of a line, parsed here because csv-parse takes eight times as long for single lines.
 * @throws SyntaxError
 */
function cellsOf(line: string): readonly string[] {
  const text = line.endsWith('\n') ? line.slice(0, -1) : line;
  if (!text.includes('"')) return text.split(',');
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (;;) {
    const match = CELL.exec(text);
    if (!match) throw new SyntaxError(`a quote is not closed, or text follows it: ${text.slice(0, 200)}`);
    const [, quoted, plain = '', end] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') return cells;
  }
}

/** Parses a line as a row. @throws SyntaxError if its quotes are not closed */
export function rowOfLine(line: string): CanonicalRow {
  const cells = cellsOf(line);
  return Object.fromEntries(CANONICAL_COLUMNS.map((name, i) => [name, cells[i] ?? ''])) as CanonicalRow;
}
