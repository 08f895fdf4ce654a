/** Files at publishers' own addresses: kept as they came, asked for again with a condition, refused if wrong. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sidecarOf } from '#sources/fetch/download-target.ts';
import { fetchFile, type FileErrand, type FileSource } from '#sources/fetch/file/fetch-file.ts';
import { newFolder, testClock } from './errand.ts';
import { pageWith, startMirror, type MirrorServer } from './mirror-server.ts';

const SAMPLES = 'tests/sources/samples/files';
const csv = readFileSync(`${SAMPLES}/nationwide-encounters-fy23-fy26-nov-state.csv`);
const workbook = readFileSync(`${SAMPLES}/KHSM Encounters (USBP) fy25m11.xlsx`);

let server: MirrorServer;
let folder: string;
beforeEach(async () => {
  server = await startMirror();
  folder = newFolder();
});
afterEach(() => server.close());

const FIXED: FileSource = {
  sources: ['a-source'],
  publisher: 'An office',
  kind: 'csv',
  recipe: null,
  at: { address: new URL('https://office.test/data/table.csv') },
  byHand: 'open https://office.test in a browser',
};
const LINKED: FileSource = {
  ...FIXED,
  at: { page: new URL('https://office.test/stats'), link: '^nationwide-encounters-.*-state\\.csv$' },
};

const errand = (source: FileSource): FileErrand => ({
  source,
  folder: folder.slice(0, -1),
  mirror: new URL(server.base),
  web: { userAgent: 'Cotejo/test', timeoutMs: 5_000, mostBytes: 1e7 },
  clock: testClock(),
  pauseMs: 0,
  tellWait: () => undefined,
});
const complaintOf = (source: FileSource): Promise<string> =>
  fetchFile(errand(source)).then(
    () => 'no complaint',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
const statuses = (): number[] => server.asked.map(({ status }) => status);

it('a file is kept byte for byte, with its hash, address and the day on which the publisher changed it', async () => {
  server.files.set('office.test/data/table.csv', { body: csv, changed: '2025-12-16T14:00:00Z' });
  const { file, unchanged } = await fetchFile(errand(FIXED));
  expect(unchanged).toBe(false);
  expect(readFileSync(file).equals(csv)).toBe(true);
  expect(basename(file)).toBe('table@2025-12-16.csv');
  expect(JSON.parse(readFileSync(sidecarOf(file), 'utf8'))).toMatchObject({
    sources: ['a-source'],
    address: 'https://office.test/data/table.csv',
    edition: {
      vintage: '2025-12-16',
      accessed: '2026-11-22',
      sha256: createHash('sha256').update(csv).digest('hex'),
    },
    vintageFrom: "the publisher's Last-Modified",
  });
});

it.each([
  { name: 'If-Modified-Since', served: { body: csv, changed: '2025-12-16T14:00:00Z' }, status: 304 },
  { name: 'If-None-Match', served: { body: csv }, status: 304 },
  { name: 'no condition, but the same bytes', served: { body: csv, plain: true }, status: 200 },
])('an unchanged file is not kept twice: $name', async ({ served, status }) => {
  server.files.set('office.test/data/table.csv', served);
  const first = await fetchFile(errand(FIXED));
  const again = await fetchFile(errand(FIXED));
  expect(again).toMatchObject({ unchanged: true, file: first.file });
  expect(statuses()).toEqual([200, status]);
  expect(readdirSync(folder)).toHaveLength(2);
});

it('a changed file stands beside the older one', async () => {
  server.files.set('office.test/data/table.csv', { body: csv, changed: '2025-12-16' });
  const first = await fetchFile(errand(FIXED));
  server.files.set('office.test/data/table.csv', { body: `${csv.toString()}\n`, changed: '2026-01-15' });
  const second = await fetchFile(errand(FIXED));
  expect([first, second].map(({ file }) => basename(file))).toEqual([
    'table@2025-12-16.csv',
    'table@2026-01-15.csv',
  ]);
});

it('a kept file that is no longer as it came is fetched again', async () => {
  server.files.set('office.test/data/table.csv', { body: csv, changed: '2025-12-16' });
  const { file } = await fetchFile(errand(FIXED));
  writeFileSync(file, 'spoilt');
  expect(await complaintOf(FIXED)).toMatch(/table@2025-12-16.csv already exists with different content/);
  expect(statuses()).toEqual([200, 200]);
});

it('of the links of a page, the one in the folder of the latest month is followed', async () => {
  const [old, newest] = [
    '/sites/files/assets/documents/2023-Nov/nationwide-encounters-fy20-fy23-state.csv',
    'https://office.test/sites/files/2025-12/nationwide-encounters-fy23-fy26-nov-state.csv',
  ];
  const other = '/sites/files/2026-01/nationwide-encounters-fy23-fy26-nov-aor.csv';
  server.files.set('office.test/stats', { body: pageWith(old, other, newest) });
  server.files.set(new URL(newest).href.slice('https://'.length), { body: csv });
  const { file } = await fetchFile(errand(LINKED));
  expect(basename(file)).toBe('nationwide-encounters-fy23-fy26-nov-state@2026-11-22.csv');
});

it.each([
  { links: ['/a.csv'], says: /none of the 2 links of the page is named like .*; open https:\/\/office.test/ },
  {
    links: ['/2025-12/nationwide-encounters-a-state.csv', '/2025-12/nationwide-encounters-b-state.csv'],
    says: /the page links to several files like/,
  },
  {
    links: ['https://elsewhere.test/2025-12/nationwide-encounters-a-state.csv'],
    says: /the page links to a file on another site, https:\/\/elsewhere.test/,
  },
])('a page that does not lead to one file says what to do: $links', async ({ links, says }) => {
  server.files.set('office.test/stats', { body: pageWith(...links) });
  expect(await complaintOf(LINKED)).toMatch(says);
});

it.each([
  {
    name: 'a web page',
    body: '<!DOCTYPE html><html><title>Just a moment</title></html>',
    says: /the answer is a web page \("Just a moment"\), not a workbook; open https:\/\/office.test/,
  },
  { name: 'a CSV', body: 'a,b\n1,2\n', says: /the answer is a CSV, not a workbook/ },
  {
    name: 'a PDF',
    body: '%PDF-1.7',
    says: /the answer is a PDF, which is not read; open https:\/\/office.test/,
  },
  {
    name: 'half a workbook',
    body: workbook.subarray(0, 5_000),
    says: /the archive or workbook is cut short after 5000 bytes/,
  },
  { name: 'nothing', body: '', says: /the answer is empty/ },
])('$name instead of a workbook is refused, and nothing is kept', async ({ body, says }) => {
  server.files.set('office.test/data/table.csv', { body });
  expect(await complaintOf({ ...FIXED, kind: 'xlsx' })).toMatch(says);
  expect(readdirSync(folder)).toEqual([]);
});

it('a workbook is a workbook', async () => {
  server.files.set('office.test/data/table.csv', { body: workbook });
  const { file } = await fetchFile(errand({ ...FIXED, kind: 'xlsx' }));
  expect(basename(file)).toBe('table@2026-11-22.xlsx');
});

it.each([
  [
    '.zip',
    { ...FIXED, kind: 'csv' as const },
    zipSync({ 'table.csv': new TextEncoder().encode('a,b\n1,2\n') }),
  ],
  ['.csv.gz', { ...FIXED, kind: 'csv' as const }, gzipSync(new TextEncoder().encode('a,b\n1,2\n'))],
])('a table that is packed as %s is kept as it came', async (end, source, body) => {
  server.files.set('office.test/data/table.csv', { body: Buffer.from(body) });
  const { file } = await fetchFile(errand(source));
  expect(basename(file)).toBe(`table@2026-11-22${end.replace('.csv', '')}`);
});

it('a table of R is kept as it came for a recipe that reads CSV, and its sidecar names another recipe', async () => {
  const body = readFileSync('tests/sources/formats/r-files/irreg_darien_nat.rda');
  server.files.set('office.test/data/table.csv', { body });
  const recipe = 'sources/fetch/recipes/a-source.yaml';
  const { file, sidecar } = await fetchFile(errand({ ...FIXED, recipe }));
  expect(basename(file)).toBe('table@2026-11-22.bz2');
  expect(readFileSync(file).equals(body)).toBe(true);
  expect(sidecar.recipe).toBe(recipe);
});

it('a workbook instead of a CSV is named', async () => {
  server.files.set('office.test/data/table.csv', { body: workbook });
  expect(await complaintOf(FIXED)).toMatch(/the answer is a workbook, not a CSV/);
});

it('a file that is gone or withheld says where to look; a busy server is asked again', async () => {
  expect(await complaintOf(FIXED)).toBe(
    'office.test answers 404: there is nothing at https://office.test/data/table.csv; open https://office.test in a browser',
  );
  server.files.set('office.test/data/table.csv', { body: 'no', status: 403 });
  expect(await complaintOf(FIXED)).toMatch(/answers 403: it does not give us/);
  server.asked.length = 0;
  server.files.set('office.test/data/table.csv', { body: 'no', status: 503 });
  expect(await complaintOf(FIXED)).toMatch(/answers 503 .*\(5 tries\); try later/);
  expect(statuses()).toEqual([503, 503, 503, 503, 503]);
});
