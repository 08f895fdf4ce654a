/** What ships obeys the licences of the cards, and a packed release reads back as it was written. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileSources } from '#sources/compile.ts';
import { readReleases, writeRelease } from '#sources/releases/committed.ts';
import { readShipped, readStaying } from '#sources/ships.ts';

const { catalogue, observations } = compileSources('sources');
const americas = new Set(
  catalogue.areas.find((area) => area.code === 'm49-019')?.members?.map((m) => m.area),
);

test('of a source of unknown licence, only figures of the Americas ship; of a forbidden one, none', () => {
  const licence = new Map(catalogue.sources.map((source) => [source.id, source.redistribute]));
  expect([...licence.values()]).not.toContain('no');
  const unsure = observations.filter((o) => licence.get(o.source) === 'unknown');
  expect(new Set(unsure.map((o) => o.source))).toEqual(new Set(['unodc-gsh-2013', 'unodc-gsh-2019']));
  expect(unsure.filter((o) => !americas.has(o.area))).toEqual([]);
});

test('every source is accounted for: a document of ours, a part that ships, or a reason to stay', () => {
  const ships = readShipped('sources', catalogue.areas).map((one) => one.source);
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

test('a packed release is read as it was written, and always has the same bytes', () => {
  const release = readReleases('.').find((one) => one.version === '1.1.0');
  if (!release) throw new Error('there is no release 1.1.0');
  const rows = { added: release.added(), closed: release.closed() };
  expect(rows.added.length).toBeGreaterThan(10_000);
  const bytes = [1, 2].map(() => {
    const root = mkdtempSync(join(tmpdir(), 'cotejo-packed-'));
    mkdirSync(join(root, 'sources/releases'), { recursive: true });
    writeRelease(root, release, rows);
    expect(readReleases(root)[0]?.added()).toEqual(rows.added);
    const packed = readFileSync(join(root, 'sources/releases/1.1.0/added.csv.gz'));
    rmSync(root, { recursive: true });
    return packed;
  });
  expect(bytes[0]?.equals(bytes[1] ?? Buffer.alloc(0))).toBe(true);
  expect([...(bytes[0]?.subarray(4, 8) ?? [])]).toEqual([0, 0, 0, 0]);
  expect(statSync('sources/releases/1.1.0/added.csv.gz').size).toBeLessThan(400_000);
});
