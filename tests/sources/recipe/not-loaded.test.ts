/**
 * A folder with a recipe but no table does not change the catalogue; a card without a recipe is a mistake.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCatalogue } from '#sources/metadata/catalogue.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cotejo-not-loaded-'));
  cpSync('sources', root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** A copy of a source that has a recipe, under another name and without its table. */
function addWithoutTable(...left: string[]): void {
  cpSync(join(root, 'world-bank-population'), join(root, 'another'), { recursive: true });
  rmSync(join(root, 'another/observations.csv'));
  for (const file of left) rmSync(join(root, 'another', file));
}

it('a source with a recipe and no table is in no catalogue', () => {
  const before = JSON.stringify(readCatalogue(root));
  addWithoutTable();
  expect(JSON.stringify(readCatalogue(root))).toBe(before);
});

it('a card with neither table nor recipe is refused', () => {
  addWithoutTable('recipe.yaml');
  expect(() => readCatalogue(root)).toThrow(/another\/(card|observations)/);
});
