/**
 * Every format and interface, read by somebody else's program: the same numbers with the same hedges. The table
 * that is printed at the end has a line for each. A program that is not installed is named as absent.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FORMAT_NAMES, FORMATS } from '#app/_answers/http/formats.ts';
import { closeReader } from '#app/_data/pool.ts';
import { serve } from '#server.ts';
import { citationReaders } from './readers/citations.ts';
import { BULK_READERS } from './readers/bulk.ts';
import { fileReaders } from './readers/files.ts';
import { INTERFACE_READERS } from './readers/interfaces.ts';
import { data, ofRows, text, type StrangerReader, type ReaderSite, type RowRead } from './readers/reader.ts';
import { testDatabase } from './setup/database.ts';

await testDatabase();
const server = await serve({ port: 0, host: '127.0.0.1' }, () =>
  Promise.resolve({ handle: () => Promise.resolve(), close: () => Promise.resolve() }),
);
const folder = mkdtempSync(join(tmpdir(), 'readers-'));
const table: (readonly [what: string, reader: string, equal: string])[] = [];
afterAll(async () => {
  const wide = [0, 1, 2].map((column) => Math.max(...table.map((line) => line[column]!.length)));
  const lines = [['format or interface', 'reader', 'numbers equal'], ...table].map((line) =>
    line.map((cell, column) => cell.padEnd(wide[column]!)).join(' | '),
  );
  console.log(lines.join('\n'));
  rmSync(folder, { recursive: true, force: true });
  await server.close();
  await closeReader();
});

/** What every reader must find: the JSON of the same question. */
const { rows: truth } = JSON.parse(await text(server, data('json'))) as { rows: RowRead[] };
const EXPECTED = ofRows(truth);
const site: ReaderSite = { address: server.address, folder, truth };

const READERS: readonly StrangerReader[] = [
  ...fileReaders(EXPECTED),
  ...BULK_READERS,
  ...citationReaders(),
  ...INTERFACE_READERS,
];

test('the question has figures', () => {
  expect(EXPECTED).toHaveLength(9);
  expect(EXPECTED[0]).toMatch(/^GTM 2012 \d+\.\d+ exact$/);
});

test('every format of an answer that is no picture has a reader', () => {
  const read = new Set(READERS.map(({ ending }) => ending));
  expect(FORMAT_NAMES.filter((name) => !FORMATS[name].isDrawn && !read.has(name))).toEqual([]);
});

test.each(READERS.map((reader) => [`${reader.what}, read by ${reader.reader}`, reader] as const))(
  '%s, has the same numbers',
  { timeout: 120_000 },
  async (_name, { what, reader, isHere = true, read, expected = EXPECTED }) => {
    if (!isHere) {
      table.push([what, reader, 'absent']);
      return;
    }
    const figures = await read(site);
    table.push([what, reader, String(figures.join() === expected.join())]);
    expect(figures).toEqual(expected);
  },
);
