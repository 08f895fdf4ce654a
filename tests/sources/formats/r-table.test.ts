/** Tables of R, from files that R wrote (`r-files/make.R`), and what bzip2 packs. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unpackBzip2 } from '#sources/formats/bzip2.ts';
import { draftFor } from '../inspect/drafting.ts';
import { describeShared } from '../../setup/shared.ts';
import { CSV, fileOf, readCells } from './opened.ts';

const R = { type: 'r-data' } as const;
const bytesOf = (name: string): Buffer => readFileSync(`tests/sources/formats/r-files/${name}`);

const CELLS = [
  ['place', 'day', 'deaths', 'share', 'known', 'name', 'at', 'row', 'month', 'quarter', 'list'],
  ['Honduras', '2014-10-01', '5936', '0.125', 'TRUE', 'a', '2014-10-01', '1', '2014-10', '2014-Q4', '[list]'],
  ['Belice', '', '', '', '', 'é', '2014-10-01T12:30:00.000Z', '2', '2014-11', '2015-Q1', '[list]'],
  ['', '2015-01-31', '7', '-2.5', 'FALSE', '', '', '3', '', '', '[list]'],
];

test.each(['bzip2.rda', 'gzip-2.rda', 'gzip.rds'])(
  '%s: factors, days, months, missing values',
  async (name) => {
    const { cells, lines } = await readCells(bytesOf(name), R);
    expect(cells).toEqual(CELLS);
    expect(lines).toEqual([1, 2, 3, 4]);
  },
);

test('a recipe for CSV reads a table of R; one for a workbook does not', async () => {
  expect((await readCells(bytesOf('bzip2.rda'), CSV)).cells).toHaveLength(4);
  await expect(readCells(bytesOf('bzip2.rda'), { type: 'xlsx' })).rejects.toThrow(
    'the file is a file of R, and the recipe says xlsx; write format: { type: r-data } in the recipe',
  );
  await expect(readCells('a,b\n', R)).rejects.toThrow('the file is a text, and the recipe says r-data');
});

test('of several data frames the recipe names one, and a file without any says so', async () => {
  await expect(readCells(bytesOf('two.rda'), R)).rejects.toThrow(
    'the file of R has 2 data frames; say which (--inside, or inside under format in the recipe): "t", "places"',
  );
  expect((await readCells(bytesOf('two.rda'), { ...R, inside: 'places' })).cells).toEqual([
    ['place'],
    ['Honduras'],
    ['Belice'],
  ]);
  await expect(readCells(bytesOf('none.rda'), R)).rejects.toThrow('the file of R has no data frame in it');
});

test('a draft of a table of R names its format', async () => {
  const { draft } = await draftFor(fileOf(bytesOf('gzip.rds'), 'deaths.rds'));
  expect(draft).toContain('format: { type: r-data }');
});

test('a file that is cut off or changed is refused, wherever that is', async () => {
  const whole = bytesOf('bzip2.rda');
  const unpacked = Buffer.concat([...unpackBzip2(whole)]);
  for (const length of [20, 60, 200, whole.length - 10])
    await expect(readCells(whole.subarray(0, length), R)).rejects.toThrow(/damaged or cut off/);
  for (let length = 8; length < unpacked.length; length += 37)
    await expect(readCells(unpacked.subarray(0, length), R)).rejects.toThrow(
      /damaged or cut off|is not read|no data frame/,
    );
  // The last byte is partly filled up.
  for (let at = 4; at < whole.length - 1; at += 11) {
    const changed = Uint8Array.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    await expect(readCells(changed, R)).rejects.toThrow(/damaged or cut off/);
  }
});

test('bzip2: nothing, long runs, several streams', () => {
  const packed = (base64: string): string =>
    Buffer.concat([...unpackBzip2(Buffer.from(base64, 'base64'))]).toString();
  // printf '' | bzip2 | base64, the same of twelve letters, and these with another stream behind them.
  const letters = 'QlpoOTFBWSZTWfqhXpoAAAJBAABAIAAgACEAggsXckU4UJD6oV6a';
  const more = 'QlpoOTFBWSZTWZ+5v6kAAAABABgAIAAhAIKxdyRThQkJ+5v6kA==';
  expect(packed('QlpoORdyRThQkAAAAAA=')).toBe('');
  expect(packed(letters)).toBe('a'.repeat(12));
  expect(packed(letters + more)).toBe(`${'a'.repeat(12)}bc`);
});

describeShared('data', 'tables of R from a publisher', (data) => {
  const folder = `${data}/americas-irregular-migration-gdidata-2025`;
  test.each([
    'irreg_mexico_nat',
    'irreg_mexico_exp',
    'irreg_mexico_dmg',
    'irreg_honduras',
    'irreg_honduras_nat',
    'irreg_honduras_dmg',
    'irreg_guatemala',
  ])('%s.rda has the cells of the CSV that was made of it', async (name) => {
    expect(existsSync(`${folder}/rda/${name}.rda`)).toBe(true);
    const own = await readCells(readFileSync(`${folder}/rda/${name}.rda`), R);
    const csv = await readCells(readFileSync(`${folder}/csv/${name}.csv`), CSV);
    expect(own.cells).toEqual(csv.cells);
    expect(own.lines).toEqual(csv.lines);
  });
});
