/** What ships respects the licences of the cards, and a packed release is read back as it was written. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileSources } from '#sources/compile/compile.ts';
import { readReleases, RowsFile } from '#sources/releases/committed.ts';
import { readShipped, readStaying } from '#sources/metadata/ships.ts';

const { catalogue, observations } = compileSources('sources');
const americas = new Set(
  catalogue.areas.find((area) => area.code === 'm49-019')?.members?.map((m) => m.area),
);

test('a source of unknown licence ships only figures of the Americas, and a forbidden source none', () => {
  const licence = new Map(catalogue.sources.map((source) => [source.id, source.redistribute]));
  expect([...licence.values()]).not.toContain('no');
  const unsure = observations.filter((o) => licence.get(o.source) === 'unknown');
  expect([...new Set(unsure.map((o) => o.source))].sort()).toEqual([
    'guatemala-returned',
    'honduras-irregular',
    'honduras-irregular-demographics',
    'honduras-irregular-nationality',
    'mexico-presented',
    'mexico-presented-demographics',
    'mexico-returned',
    'panama-darien',
    'panama-darien-demographics',
    'unodc-cts-2026',
    'unodc-gsh-2013',
    'unodc-gsh-2019',
    'unodc-gsh-2019-motives',
    'unodc-homicide-2012',
    'unodc-kidnapping-2019',
  ]);
  expect(unsure.filter((o) => !americas.has(o.area))).toEqual([]);
});

test('every source is accounted for: a document of ours, a part that ships, or a reason to stay', () => {
  const ships = readShipped('sources', catalogue.areas).map((table) => table.source);
  const stays = [...readStaying('sources').keys()];
  const has = (id: string, file: string): boolean => existsSync(`sources/${id}/${file}`);
  const ids = readdirSync('sources', { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .filter((id) => has(id, 'card.yaml') || has(id, 'recipe.yaml') || has(id, 'observations.csv'));
  const documents = ids.filter((id) => !has(id, 'recipe.yaml'));
  expect(documents.filter((id) => !has(id, 'card.yaml') || !has(id, 'observations.csv'))).toEqual([]);
  expect([...ships, ...stays].sort()).toEqual(ids.filter((id) => has(id, 'recipe.yaml')));
  expect(ships.filter((id) => !has(id, 'observations.csv'))).toEqual([]);
  expect(stays.filter((id) => has(id, 'observations.csv'))).toEqual([]);
});

test('every committed observation is one that ships.yaml keeps', () => {
  for (const { source, keeps } of readShipped('sources', catalogue.areas)) {
    const own = observations.filter((o) => o.source === source);
    expect(own.length, source).toBeGreaterThan(0);
    expect(own.every(keeps), source).toBe(true);
  }
});

test('the Americas are the 57 countries and territories of M49, in four regions', () => {
  const size = (code: string): number =>
    catalogue.areas.find((area) => area.code === code)?.members?.length ?? 0;
  expect(americas.size).toBe(57);
  expect(size('m49-021') + size('m49-419')).toBe(57);
  expect(size('m49-005') + size('m49-013') + size('m49-029')).toBe(size('m49-419'));
});

test('a packed release is read as it was written, and always has the same bytes', async () => {
  const release = readReleases('.').find((release) => release.version === '1.1.0');
  if (!release) throw new Error('there is no release 1.1.0');
  const dir = mkdtempSync(join(tmpdir(), 'cotejo-packed-'));
  const file = new RowsFile(join(dir, 'added.csv'));
  for await (const lines of release.read('added')) for (const line of lines) await file.add(line);
  expect(file.count).toBeGreaterThan(10_000);
  const path = (await file.finish()) ?? '';
  const packed = readFileSync(path);
  expect(packed.equals(readFileSync('sources/releases/1.1.0/added.csv.gz'))).toBe(true);
  expect([...packed.subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255]);
  expect(readdirSync(dir)).toEqual(['added.csv.gz']);
  rmSync(dir, { recursive: true });
  expect(packed.length).toBeLessThan(400_000);
});

test('a release that adds nothing has no file of rows', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'cotejo-packed-'));
  expect(await new RowsFile(join(dir, 'closed.csv')).finish()).toBe(null);
  expect(readdirSync(dir)).toEqual([]);
  rmSync(dir, { recursive: true });
});
