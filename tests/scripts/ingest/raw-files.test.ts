/** The files of a source, found under a folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesOfEdition, missingFiles } from '#scripts/ingest/raw-files.ts';
import { findRecipe } from '#sources/recipe/schema/source.ts';

const dir = mkdtempSync(join(tmpdir(), 'cotejo-raw-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
for (const year of [2013, 2014, 2015]) {
  mkdirSync(join(dir, String(year)));
  writeFileSync(join(dir, String(year), `deaths-${year}.csv`), 'Area,Year,Deaths\n');
}

const source = findRecipe('gapminder-gini', 'sources');
const withFiles = (files: readonly string[]): typeof source => ({
  ...source,
  recipe: { ...source.recipe, file: 'deaths-*.csv' },
  card: source.card && { ...source.card, files },
});
const names = (found: typeof source): string[] => filesOfEdition(dir, found).map((path) => basename(path));

test('of a source with many files, those of its edition are found, and not a later one beside them', () => {
  const loaded = withFiles(['deaths-2013.csv', 'deaths-2014.csv']);
  expect(names(loaded)).toEqual(['deaths-2013.csv', 'deaths-2014.csv']);
  expect(missingFiles(loaded, filesOfEdition(dir, loaded))).toEqual([]);
});

test('a file of the edition that is not there is named', () => {
  const loaded = withFiles(['deaths-2012.csv', 'deaths-2013.csv']);
  expect(names(loaded)).toEqual(['deaths-2013.csv']);
  expect(missingFiles(loaded, filesOfEdition(dir, loaded))).toEqual(['deaths-2012.csv']);
});
