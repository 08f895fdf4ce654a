/** Files that an accident or an attacker changed. `npm run drill -- --files 10000` reads many more of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { originals, readMutated } from '#scripts/drill/files/files.ts';
import { unzip, zip } from '#scripts/drill/files/zip.ts';
import { openFile } from '#sources/formats/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'cotejo-mutated-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const files = originals(process.cwd());
const isWorkbook = ({ format }: (typeof files)[number]): boolean => format.type === 'xlsx';

test.each([
  ['workbook', files.filter(isWorkbook)],
  ['text file', files.filter((file) => !isWorkbook(file))],
])('a mutated %s is read or refused, and does no harm', { timeout: 60_000 }, async (_kind, some) => {
  expect(some.length).toBeGreaterThan(1);
  const { read, refused, harm } = await readMutated(some, 150, 1);
  expect(harm).toEqual([]);
  // Both happen, or the changes change nothing, or everything.
  expect(read).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(10);
});

test('a workbook that is packed again is the same workbook', async () => {
  const [workbook] = files.filter(isWorkbook);
  const [first, second] = [join(folder, 'first.xlsx'), join(folder, 'second.xlsx')];
  writeFileSync(first, workbook!.bytes);
  writeFileSync(second, zip(unzip(workbook!.bytes)));
  const cellsOf = async (path: string): Promise<unknown[]> => {
    const lines = [];
    for await (const batch of (await openFile(path, { type: 'xlsx' })).lines) lines.push(...batch);
    return lines;
  };
  expect(await cellsOf(second)).toEqual(await cellsOf(first));
});

test('a workbook with a stray cell in the last row of a sheet is refused, and says which', async () => {
  const [workbook] = files.filter(isWorkbook);
  const path = join(folder, 'long.xlsx');
  const stray = '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>';
  const entries = unzip(workbook!.bytes).map(({ name, bytes }) => ({
    name,
    bytes: Buffer.from(bytes.toString('utf8').replace('</sheetData>', stray)),
  }));
  writeFileSync(path, zip(entries));
  await expect(openFile(path, { type: 'xlsx' })).rejects.toThrow('has cells below row 200000');
});

test('a quote that is never closed is found within seconds, however many lines follow it', async () => {
  const path = join(folder, 'open.csv');
  writeFileSync(path, `a,b\n"x,1\n${'Honduras,2015,57.5,a source\n'.repeat(200_000)}`);
  const since = performance.now();
  const { lines } = await openFile(path, { type: 'csv', delimiter: ',', encoding: 'utf-8', quotes: true });
  const read = async (): Promise<void> => {
    for await (const _ of lines);
  };
  await expect(read()).rejects.toThrow('a quoted cell begins here and is never closed');
  expect(performance.now() - since).toBeLessThan(3_000);
});

test('JSON that is nested without end is refused', async () => {
  const path = join(folder, 'deep.json');
  writeFileSync(path, `[${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]`);
  await expect(openFile(path, { type: 'json', path: '' })).rejects.toThrow('nested more than 100 deep');
});
