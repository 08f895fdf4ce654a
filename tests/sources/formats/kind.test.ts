/** A file of a kind that is not read is named by its first bytes, with the way on. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { draftFor } from '../inspect/drafting.ts';
import { readCells, CSV, fileOf } from './opened.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const bytes = (...values: number[]): Uint8Array =>
  Uint8Array.from([...values, ...new Array<number>(600).fill(7)]);

test.each([
  ['%PDF-1.7 ...', 'is a PDF, which is not read; ask the publisher for the table'],
  ['$FL2@(#) SPSS DATA FILE', 'is an SPSS file (.sav), which is not read; save it in SPSS or in PSPP'],
  ['<stata_dta><header>', 'is a Stata file (.dta), which is not read; write it with export delimited'],
  ['SQLite format 3\0', 'is an SQLite database'],
  ['ARROW1\0\0', 'is an Arrow or Feather file'],
  ['RDA3\nA\n3\n', 'is a file of R in an old or an unusual form, which is not read; write the table in R'],
  ['{\\rtf1 ...', 'is a document (RTF)'],
  ['<!DOCTYPE html><title>404</title>', 'is a web page (HTML), whatever its name says'],
  ['<table><tr><td>Honduras</td></tr></table>', 'is a web page (HTML)'],
  ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', 'the XML of Excel 2003'],
  ['<?xml version="1.0"?><mes:StructureSpecificData xmlns="">', 'is SDMX-ML'],
  ['<?xml version="1.0"?><a/>', 'is XML'],
  ['version https://git-lfs.github.com/spec/v1\noid', 'is a pointer of Git LFS'],
  ['', 'the file is empty'],
  [bytes(0x28, 0xb5, 0x2f, 0xfd), 'is packed with zstd, which is not read; unpack it'],
  [bytes(0xfd, 0x37, 0x7a, 0x58, 0x5a), 'is packed with xz'],
  [bytes(0x37, 0x7a, 0xbc, 0xaf), 'is a 7z archive'],
  [bytes(0x89, 0x50, 0x4e, 0x47), 'is a picture'],
  [bytes(1, 2, 3, 4), 'is no text and of no kind that is known here'],
  [zipSync({ 'word/document.xml': text('<a/>') }), 'is a document of Word'],
])('%#: %s', async (content, message) => {
  await expect(readCells(content, CSV)).rejects.toThrow(message);
  await expect(draftFor(fileOf(content, 'unknown'))).rejects.toThrow(message);
});

test('a file of another kind than its recipe says is named, with what to write', async () => {
  await expect(readCells('a,b\n1,2\n', { type: 'xlsx' })).rejects.toThrow(
    'the file is a text, and the recipe says xlsx; write format: { type: csv } in the recipe',
  );
  await expect(readCells('a,b\n1,2\n', { type: 'parquet' })).rejects.toThrow('the recipe says parquet');
});
