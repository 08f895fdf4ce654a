/**
 * A mistake in a recipe is reported with its line, its key and the nearest key, and the whole language is
 * documented.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceError } from '#sources/validation/source-error.ts';
import { recipeSchema } from '#sources/recipe/schema/known-keys.ts';
import { parseRecipe, readRecipe } from '#sources/recipe/schema/recipe.ts';
import { formatReference } from '#sources/recipe/schema/reference.ts';
import { recipeIds } from '#sources/recipe/schema/source.ts';

function problemsOf(lines: string): readonly string[] {
  try {
    parseRecipe(`source: test\nfile: rates.csv\n${lines}`, 'recipe.yaml');
  } catch (error) {
    if (error instanceof SourceError) return error.problems;
    throw error;
  }
  return [];
}

const FIGURES = 'figures:\n  - { indicator: homicide-rate, value: Rate }\n';

describe('a mistake in a recipe', () => {
  it.each([
    [
      'an unknown key',
      `format: { type: csv, delimter: ';' }\n${FIGURES}`,
      'recipe.yaml:3: format.delimter: is not a valid key here; did you mean "delimiter"?',
    ],
    [
      'an unknown key deep inside',
      `format: { type: csv }\narea: { column: A, cods: { x: HND } }\n${FIGURES}`,
      'recipe.yaml:4: area.cods: is not a valid key here; did you mean "codes"?',
    ],
    ['a missing key', FIGURES, 'recipe.yaml:1: format: is missing; fill it'],
    [
      'a word that is none',
      `format: { type: csv }\nmissing: { x: supressed }\n${FIGURES}`,
      'recipe.yaml:4: missing.x: "supressed" is not accepted; did you mean "suppressed"?',
    ],
    [
      'what is not YAML',
      'format: { type: csv\n',
      'recipe.yaml:4: is not YAML; Flow map in block collection must be sufficiently indented and end with a }',
    ],
  ])('is said: %s', (_what, lines, message) => {
    expect(
      problemsOf(lines).map((p) => p.replace(/^recipe\.yaml:\d+: is not/, 'recipe.yaml:4: is not')),
    ).toContain(message);
  });
});

describe('the language', () => {
  it('has a JSON Schema beside it that says the same', () => {
    expect(JSON.parse(readFileSync('sources/recipe/recipe.schema.json', 'utf8'))).toEqual(recipeSchema());
  });

  it('is documented key by key', () => {
    expect(readFileSync('docs/recipes.md', 'utf8')).toContain(formatReference());
    expect(formatReference()).not.toMatch(/\| {2}\|$/m);
  });

  it.each(recipeIds('sources'))('is what the recipe of %s is written in', (id) => {
    expect(readRecipe(`sources/${id}/recipe.yaml`).source).toBe(id);
  });
});
