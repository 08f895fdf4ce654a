/** Formats of records and cubes: JSON lines, JSON-stat, PC-Axis, Parquet. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { readCells } from './opened.ts';

test('JSON lines: the columns are the fields of all lines', async () => {
  const content = '{"iso":"HND","y":{"2014":5936}}\n\n{"iso":"SLV","note":"provisional"}\n';
  const { cells, lines } = await readCells(content, { type: 'json-lines' });
  expect(cells).toEqual([
    ['iso', 'y.2014', 'note'],
    ['HND', '5936', ''],
    ['SLV', '', 'provisional'],
  ]);
  expect(lines).toEqual([0, 1, 3]);
  await expect(readCells('{"a":1}\n[2]\n', { type: 'json-lines' })).rejects.toThrow(
    'the line is not a record',
  );
});

const STAT = {
  version: '2.0',
  class: 'dataset',
  id: ['geo', 'time'],
  size: [2, 2],
  dimension: {
    geo: { label: 'Country', category: { index: ['DE', 'FR'], label: { DE: 'Germany', FR: 'France' } } },
    time: { category: { index: { '2013': 0, '2014': 1 } } },
  },
  value: [0.8, 0.9, 1.1, null],
  status: { 1: 'p', 3: ':' },
};

test('JSON-stat: labels and codes, the last dimension fastest, and the status', async () => {
  const { cells } = await readCells(JSON.stringify(STAT), { type: 'json-stat' });
  expect(cells).toEqual([
    ['Country', 'Country code', 'time', 'value', 'status'],
    ['Germany', 'DE', '2013', '0.8', ''],
    ['Germany', 'DE', '2014', '0.9', 'p'],
    ['France', 'FR', '2013', '1.1', ''],
    ['France', 'FR', '2014', '', ':'],
  ]);
});

test('JSON-stat: a sparse list of numbers, and one that is too short', async () => {
  const sparse = { ...STAT, value: { 2: 1.1 }, status: undefined };
  expect((await readCells(JSON.stringify(sparse), { type: 'json-stat' })).cells.slice(1)).toEqual([
    ['France', 'FR', '2013', '1.1'],
  ]);
  const short = { ...STAT, value: [0.8, 0.9] };
  await expect(readCells(JSON.stringify(short), { type: 'json-stat' })).rejects.toThrow(
    'has 2 numbers for 4 cells',
  );
  const two = { version: '2.0', class: 'collection', link: { item: [STAT, STAT] } };
  await expect(readCells(JSON.stringify(two), { type: 'json-stat' })).rejects.toThrow('has 2 tables in it');
});

const PX = `CHARSET="ANSI";
AXIS-VERSION="2000";
CODEPAGE="windows-1252";
LANGUAGE="sv";
CONTENTS="Homicides";
CONTENTS[en]="Homicides in English";
TITLE="Homicides by region"
" and year";
STUB="region";
HEADING="year";
VALUES("region")="Norge","Åland";
CODES("region")="NO","AX";
VALUES("year")="2013","2014";
TIMEVAL("year")=TLIST(A1),"2013","2014";
NOTE("region")="A note; with a semicolon";
DATA=
111 45
"..""-";
`;

test('PC-Axis: dimensions with their codes, the name of the contents, symbols, its encoding', async () => {
  const { cells } = await readCells(Buffer.from(PX, 'latin1'), { type: 'pc-axis' });
  expect(cells).toEqual([
    ['region', 'region code', 'year', 'Homicides'],
    ['Norge', 'NO', '2013', '111'],
    ['Norge', 'NO', '2014', '45'],
    ['Åland', 'AX', '2013', '..'],
    ['Åland', 'AX', '2014', '-'],
  ]);
  await expect(readCells(PX.replace('111 45', '111'), { type: 'pc-axis' })).rejects.toThrow(
    'has 3 numbers for 4 cells',
  );
  await expect(
    readCells(PX.replace('LANGUAGE', 'KEYS("region")=CODES;\nLANGUAGE'), { type: 'pc-axis' }),
  ).rejects.toThrow('lists only some of its cells');
});

test('Parquet: text, numbers of every size, days, and what is absent', async () => {
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: 'iso', data: ['HND', 'SLV', null], type: 'STRING' },
      { name: 'deaths', data: [5936n, 3942n, null], type: 'INT64' },
      { name: 'rate', data: [66.9, 62.4, 0.5], type: 'DOUBLE' },
      { name: 'day', data: [new Date('2014-10-01'), null, null], type: 'TIMESTAMP' },
    ],
  });
  const { cells, lines } = await readCells(new Uint8Array(buffer), { type: 'parquet' });
  expect(cells).toEqual([
    ['iso', 'deaths', 'rate', 'day'],
    ['HND', '5936', '66.9', '2014-10-01'],
    ['SLV', '3942', '62.4', ''],
    ['', '', '0.5', ''],
  ]);
  expect(lines).toEqual([0, 1, 2, 3]);
  await expect(readCells(new Uint8Array(buffer).subarray(0, 60), { type: 'parquet' })).rejects.toThrow(
    'the Parquet file cannot be read',
  );
});
