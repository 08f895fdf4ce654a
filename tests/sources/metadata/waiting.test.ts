/** Indicators whose only source does not ship: described in both languages, and ready once it is loaded. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import { recipeIds } from '#sources/recipe/schema/source.ts';
import { readRecipe } from '#sources/recipe/schema/recipe.ts';

const home = 'sources/catalogue/waiting';
const waiting = readdirSync(home).map((file) => file.replace('.yaml', ''));
const known = new Set(readCatalogue('sources').indicators.map((indicator) => indicator.id));

describe('indicators that wait', () => {
  const root = mkdtempSync(join(tmpdir(), 'cotejo-waiting-'));
  cpSync('sources', root, { recursive: true });
  afterAll(() => rmSync(root, { recursive: true }));

  it('are all those of the recipes that the catalogue does not have', () => {
    const asked = recipeIds('sources').flatMap((id) =>
      readRecipe(`sources/${id}/recipe.yaml`).figures.map((figure) => figure.indicator),
    );
    expect([...new Set(asked)].filter((id) => !known.has(id)).sort()).toEqual(waiting.sort());
  });

  it.each(waiting)('%s stands in a catalogue as soon as a source is named', (id) => {
    const text = `${readFileSync(join(home, `${id}.yaml`), 'utf8')}sources: [world-bank-population]\n`;
    writeFileSync(join(root, 'catalogue/indicators', `${id}.yaml`), text);
    const found = readCatalogue(root).indicators.find((indicator) => indicator.id === id);
    expect(found?.title.es).toBeTruthy();
    expect(found?.title.es).not.toBe(found?.title.en);
    expect(found?.definition.es).not.toBe(found?.definition.en);
  });
});
