/** docs/sources.md lists exactly the sources with a recipe, each next to the file that it reads. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recipeIds } from '#sources/recipe/schema/source.ts';
import { readRecipe } from '#sources/recipe/schema/recipe.ts';

test('docs/sources.md has a row for every recipe, under the file that it reads', () => {
  let file = '';
  const rows = readFileSync('docs/sources.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'))
    .map((line) => {
      const [named = '', source = ''] = line.split('|').slice(1);
      file = named.trim() === '' ? file : named.trim().replaceAll('`', '');
      return `${source.trim().replaceAll('`', '')}: ${file}`;
    });
  const recipes = recipeIds('sources').map((id) => `${id}: ${readRecipe(`sources/${id}/recipe.yaml`).file}`);
  expect(rows.sort()).toEqual(recipes.sort());
});
