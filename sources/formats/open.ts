/** Opens a file as lines of cells, in the format that a recipe names. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { decode, type TextEncoding } from './encoding.ts';
import { splitRecords } from './delimited.ts';
import { readDocument } from './document.ts';
import type { TextLines, ReadProgress } from './line.ts';
import { pickSheet, readWorkbook, type Merge } from './workbook.ts';

export type Format =
  | {
      readonly type: 'csv';
      readonly delimiter: string;
      readonly encoding: TextEncoding;
      readonly quotes: boolean;
    }
  | { readonly type: 'xlsx'; readonly sheet?: string | number | undefined }
  | { readonly type: 'json'; readonly path: string };

export interface Opened {
  readonly lines: TextLines;
  readonly sheet: string | null;
  readonly merges: readonly Merge[];
}

async function* chunksOf(path: string, progress: ReadProgress): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  for await (const chunk of createReadStream(path, {
    highWaterMark: 64 * 1024,
  }) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    yield chunk;
    progress(bytes);
  }
}

async function* once<T>(batch: readonly T[]): AsyncGenerator<readonly T[], void, undefined> {
  yield batch;
}

/** Opens a file. @throws UnreadableFile if the file does not have the stated format */
export async function openFile(
  path: string,
  format: Format,
  progress: ReadProgress = () => {},
): Promise<Opened> {
  switch (format.type) {
    case 'csv': {
      const text = decode(chunksOf(path, progress), format.encoding);
      return { lines: splitRecords(text, format), sheet: null, merges: [] };
    }
    case 'xlsx': {
      const { name, lines, merges } = pickSheet(await readWorkbook(path), format.sheet);
      return { lines: once(lines), sheet: name, merges };
    }
    case 'json':
      return { lines: once(await readDocument(path, format.path)), sheet: null, merges: [] };
  }
}

/** SHA-256 of a file's bytes. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) hash.update(chunk);
  return hash.digest('hex');
}
