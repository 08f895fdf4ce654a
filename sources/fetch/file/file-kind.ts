/**
 * Whether an answer is the kind of file that a recipe reads, by its first bytes. Servers answer with a web page
 * for a file that has moved, and call it anything; the recipe would find the mistake only later.
 */
import { FetchFault } from '../fault.ts';
import type { Format } from '../../formats/open.ts';
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
};

const NAMES: Readonly<Record<FileKind, string>> = {
  csv: 'a CSV',
  xlsx: 'a workbook',
  json: 'JSON',
  parquet: 'Parquet',
};

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
/** Excel 97, in an OLE compound file. */
const isOldWorkbook = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);

/** The record that ends a ZIP archive; it is in the last bytes, before a comment of 64 KB at most. */
const hasZipEnd = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(-65_557)).includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]));

function kindOf(bytes: Uint8Array, text: string): FileKind | 'page' | 'other' {
  if (isZip(bytes) || isOldWorkbook(bytes)) return 'xlsx';
  if (text.startsWith('PAR1')) return 'parquet';
  if (text.startsWith('<')) return 'page';
  if (/^[[{]/.test(text)) return 'json';
  return startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || text.includes('\0') ? 'other' : 'csv';
}

/**
 * The extension of the file, for its name.
 * @param byHand what to do if it is something else
 * @throws FetchFault if the bytes are not of that kind
 */
export function assertKind(bytes: Uint8Array, kind: FileKind, byHand: string): string {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 4096)).trimStart();
  if (bytes.length === 0) throw new FetchFault('the answer is empty', 'try later', { passing: true });
  const is = kindOf(bytes, text);
  if (is === 'page') {
    throw new FetchFault(`the answer is a web page ("${pageTitle(text)}"), not ${NAMES[kind]}`, byHand);
  }
  if (is !== kind) {
    const what = is === 'other' ? 'another kind of file' : NAMES[is];
    throw new FetchFault(`the answer is ${what}, not ${NAMES[kind]}`, byHand);
  }
  if (isZip(bytes) && !hasZipEnd(bytes)) {
    throw new FetchFault(`the workbook is cut short after ${bytes.length} bytes`, 'try later', {
      passing: true,
    });
  }
  return isOldWorkbook(bytes) ? 'xls' : kind;
}
