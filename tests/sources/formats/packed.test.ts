/** Text that is packed, of another encoding, or with other line ends. */
import { gzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeXlsx } from 'hucre/xlsx';
import { readCells, CSV } from './opened.ts';

const TABLE = 'Country,Homicides\nHonduras,5936\n';
const ROWS = [
  ['Country', 'Homicides'],
  ['Honduras', '5936'],
];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['a .gz', gzipSync(bytes(TABLE))],
  ['a .zip with one table', zipSync({ 'homicides.csv': bytes(TABLE) })],
  ['a .zip that stores its table as it is', zipSync({ 'homicides.csv': bytes(TABLE) }, { level: 0 })],
  [
    'a .zip with the table and what is said about it',
    zipSync({
      'API_VC.csv': bytes(TABLE),
      'Metadata_Country_API_VC.csv': bytes('Code,Region\nHND,LCN\n'),
      'readme.txt': bytes('Read me.'),
      '__MACOSX/._API_VC.csv': bytes('x'),
    }),
  ],
])('%s is read as what is in it', async (_what, content) => {
  expect((await readCells(content, CSV)).cells).toEqual(ROWS);
});

test('a workbook in a .zip', async () => {
  const book = await writeXlsx({
    sheets: [
      {
        name: 'Table',
        rows: [
          ['Country', 'Homicides'],
          ['Honduras', 5936],
        ],
      },
    ],
  });
  expect((await readCells(zipSync({ 'table.xlsx': book }), { type: 'xlsx' })).cells).toEqual(ROWS);
});

test('of several tables the recipe names one', async () => {
  const content = zipSync({
    '2014/a.csv': bytes(TABLE),
    '2015/b.csv': bytes('Country,Homicides\nBelize,121\n'),
  });
  await expect(readCells(content, CSV)).rejects.toThrow(
    'the archive has 2 tables; say which (--inside, or inside under format in the recipe): "2014/a.csv", "2015/b.csv"',
  );
  expect((await readCells(content, { ...CSV, inside: '2014/*' })).cells).toEqual(ROWS);
  await expect(readCells(content, { ...CSV, inside: 'c.csv' })).rejects.toThrow(
    'the archive has no file "c.csv"',
  );
});

test.each([
  ['a .gz that is cut off', gzipSync(bytes(TABLE.repeat(1000))).subarray(0, 60)],
  ['a .zip that is cut off', zipSync({ 'a.csv': bytes(TABLE) }).subarray(0, 60)],
])('%s is refused', async (_what, content) => {
  await expect(readCells(content, CSV)).rejects.toThrow(/damaged or cut off/);
});

const utf16 = (text: string, order: 'le' | 'be'): Buffer => {
  const little = Buffer.from(text, 'utf16le');
  return order === 'le' ? little : little.swap16();
};

test.each([
  ['little end first, with a mark', utf16(`\ufeff${TABLE}`, 'le')],
  ['big end first, with a mark', utf16(`\ufeff${TABLE}`, 'be')],
  ['little end first, without a mark', utf16(TABLE, 'le')],
  ['big end first, without a mark', utf16(TABLE, 'be')],
])('UTF-16, %s', async (_what, content) => {
  expect((await readCells(content, { ...CSV, encoding: 'utf-16' })).cells).toEqual(ROWS);
});

test('lines that end with a carriage return alone', async () => {
  const { cells, lines } = await readCells(TABLE.replaceAll('\n', '\r'), CSV);
  expect(cells).toEqual(ROWS);
  expect(lines).toEqual([1, 2]);
});

test('records that are broken over lines are joined where the recipe says how many cells they have', async () => {
  const broken = 'Country,Year,Cause of\ndeath,Deaths\nHonduras,2014,Heart\nfailure,5\nBelize,2014,Other,7\n';
  const { cells, lines } = await readCells(broken, { ...CSV, cells: 4 });
  expect(cells).toEqual([
    ['Country', 'Year', 'Cause of death', 'Deaths'],
    ['Honduras', '2014', 'Heart failure', '5'],
    ['Belize', '2014', 'Other', '7'],
  ]);
  expect(lines).toEqual([1, 3, 5]);
});
