/** A reader who wants to see a figure in its file is told which file: every locator names it. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { sourceFolders } from '#sources/metadata/catalogue.ts';

/** Sources that are read by a recipe; a document that was read by people is named by its own title. */
const folders = sourceFolders('sources').filter(
  (folder) =>
    existsSync(join(folder, 'recipe.yaml')) &&
    existsSync(join(folder, 'observations.csv')) &&
    // Twenty megabytes of one file: its locators are those of its siblings.
    readFileSync(join(folder, 'observations.csv')).length < 20_000_000,
);
const FILE = /\.(csv|xlsx|xls|json|pdf|txt|tsv)\b/i;

test('there are sources with recipes', () => expect(folders.length).toBeGreaterThan(40));

test.each(folders.map((folder) => [basename(folder), folder]))('%s', (_, folder) => {
  const rows = parse(readFileSync(join(folder, 'observations.csv'), 'utf8'), {
    columns: true,
  }) as unknown as readonly { readonly locator: string }[];
  const nameless = rows.filter(({ locator }) => !FILE.test(locator)).map(({ locator }) => locator);
  expect(nameless.slice(0, 3)).toEqual([]);
});
