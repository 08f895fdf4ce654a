/** Opens a file of unknown kind: finds its kind and reads its first lines as cells. */
import { open as openHandle } from 'node:fs/promises';
import { guessEncoding } from '../formats/encoding.ts';
import type { Line } from '../formats/line.ts';
import { openFile, type Format } from '../formats/open.ts';
import { readWorkbook, type Merge } from '../formats/workbook.ts';
import { guessDelimiter } from './delimiter.ts';

export interface Unknown {
  readonly format: Format;
  readonly bom: boolean;
  /** The sheets of a workbook; empty for anything else. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly lines: readonly Line[];
  readonly merges: readonly Merge[];
  /** False if the file continues after `lines`. */
  readonly whole: boolean;
}

const HEAD_BYTES = 256 * 1024;
const MOST_LINES = 100_000;

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await openHandle(path);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function linesOf(path: string, format: Format): Promise<{ lines: Line[]; whole: boolean }> {
  const lines: Line[] = [];
  for await (const batch of (await openFile(path, format)).lines) {
    for (const line of batch) {
      if (lines.length === MOST_LINES) return { lines, whole: false };
      lines.push(line);
    }
  }
  return { lines, whole: true };
}

/** The sheet with the most rows of several cells, because a title page is not the table. */
const fullest = (lines: readonly Line[]): number =>
  lines.filter((l) => l.cells.filter((cell) => cell !== '').length > 1).length;

/** @throws UnreadableFile if the file cannot be read at all */
export async function openUnknown(path: string, wanted?: string): Promise<Unknown> {
  const head = await headOf(path);
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const sheets = await readWorkbook(path);
    const chosen =
      sheets.find((s) => s.name === wanted) ??
      [...sheets].sort((a, b) => fullest(b.lines) - fullest(a.lines))[0];
    const { name = '', lines = [], merges = [] } = chosen ?? {};
    const format: Format = { type: 'xlsx', sheet: name };
    return { format, bom: false, sheets: sheets.map((s) => s.name), sheet: name, lines, merges, whole: true };
  }
  const { encoding, bom } = guessEncoding(head);
  const text = new TextDecoder(encoding === 'latin-1' ? 'windows-1252' : encoding).decode(head);
  const json = /^\s*[[{]/.test(text) ? listPath(text) : null;
  const common = { bom, sheets: [], sheet: null, merges: [] };
  if (json !== null) {
    const format: Format = { type: 'json', path: json };
    return { ...common, format, ...(await linesOf(path, format)) };
  }
  const { delimiter, quotes } = await guessDelimiter(text);
  const format: Format = { type: 'csv', delimiter, encoding, quotes };
  return { ...common, format, ...(await linesOf(path, format)) };
}

/** The path of a list of records in a JSON text, found from its start. */
function listPath(text: string): string | null {
  if (/^\s*\[\s*\{[^]*?\}\s*,\s*\[/.test(text)) return '1';
  if (/^\s*\[/.test(text)) return '';
  return /^\s*\{[^]*?"([^"]+)"\s*:\s*\[\s*\{/.exec(text)?.[1] ?? null;
}
