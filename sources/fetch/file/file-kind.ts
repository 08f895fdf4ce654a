/**
 * Whether an answer is the kind of file that a recipe reads. Servers answer with a web page for a file that has
 * moved, and call it anything; the recipe would find the mistake only later.
 */
import { kindOf, type ReadKind } from '../../formats/kind.ts';
import { UnreadableFile } from '../../formats/line.ts';
import type { Format } from '../../formats/open.ts';
import { isWorkbook, readZipDirectory } from '../../formats/zip-directory.ts';
import { FetchFault } from '../fault.ts';
import { pageTitle } from '../page.ts';

export type FileKind = 'csv' | 'xlsx' | 'json' | 'parquet';

/** The kind of file of each format of a recipe. */
export const KIND_OF_FORMAT: Readonly<Record<Format['type'], FileKind>> = {
  csv: 'csv',
  'pc-axis': 'csv',
  xlsx: 'xlsx',
  json: 'json',
  'json-lines': 'json',
  'json-stat': 'json',
  parquet: 'parquet',
  'r-data': 'csv',
};

const NAMES: Readonly<Record<FileKind, string>> = {
  csv: 'a CSV',
  xlsx: 'a workbook',
  json: 'JSON',
  parquet: 'Parquet',
};

/** What packs any kind of file; its reader finds out which. */
type Packing = 'zip' | 'gzip' | 'bzip2';

/** What the bytes are. A recipe for CSV reads tables of R too. */
const KIND_OF_BYTES: Readonly<Record<Exclude<ReadKind, Packing>, FileKind>> = {
  text: 'csv',
  'pc-axis': 'csv',
  'r-data': 'csv',
  workbook: 'xlsx',
  json: 'json',
  parquet: 'parquet',
};

/** Kinds of bytes whose files are not named after what the recipe wants. */
const EXTENSION_OF: Readonly<Partial<Record<ReadKind, string>>> = { workbook: 'xls', 'r-data': 'rda' };

/** @throws FetchFault for a kind that is not read, such as a web page or a PDF */
function readKindOf(bytes: Uint8Array, wanted: FileKind, byHand: string): ReadKind {
  if (bytes.length === 0) throw new FetchFault('the answer is empty', 'try later', { passing: true });
  try {
    return kindOf(bytes.subarray(0, 65_536));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 4096)).trimStart();
    const rule = /^<(?!\?xml)/.test(text)
      ? `the answer is a web page ("${pageTitle(text)}"), not ${NAMES[wanted]}`
      : error.rule.replace(/^the file/, 'the answer');
    throw new FetchFault(rule, byHand);
  }
}

/** Whether an archive is a workbook. @throws FetchFault if it has no end */
async function isZippedWorkbook(bytes: Uint8Array): Promise<boolean> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    return isWorkbook(
      await readZipDirectory(
        (from, length) => Promise.resolve(whole.subarray(from, from + length)),
        bytes.length,
      ),
    );
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new FetchFault(`the archive or workbook is cut short after ${bytes.length} bytes`, 'try later', {
      passing: true,
    });
  }
}

/**
 * The extension of the file, for its name.
 * @param byHand what to do if it is something else
 * @throws FetchFault if the bytes are not of that kind
 */
export async function assertKind(bytes: Uint8Array, wanted: FileKind, byHand: string): Promise<string> {
  const read = readKindOf(bytes, wanted, byHand);
  if (read === 'gzip') return 'gz';
  if (read === 'bzip2') return 'bz2';
  const kind = read === 'zip' && (await isZippedWorkbook(bytes)) ? 'workbook' : read;
  if (kind === 'zip') return 'zip';
  const is = KIND_OF_BYTES[kind];
  if (is !== wanted) throw new FetchFault(`the answer is ${NAMES[is]}, not ${NAMES[wanted]}`, byHand);
  return EXTENSION_OF[read] ?? wanted;
}
