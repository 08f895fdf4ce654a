/**
 * Finds the recipe that a user names (a file, a folder, or the id of one of our sources) and its card, if it
 * has a card.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readCard, type Card } from '../../metadata/card.ts';
import { suggest } from '../../validation/nearest.ts';
import { SourceError } from '../../validation/source-error.ts';
import { readRecipe } from './recipe.ts';
import type { Recipe } from './shape.ts';

export interface RecipeSource {
  readonly recipe: Recipe;
  readonly path: string;
  readonly card: Card | null;
  /** The text of the recipe, where it is not that of its file. */
  readonly text?: string;
  /** The text of its card, where the source has no folder with a card yet. */
  readonly cardText?: string;
  /** The file of the card. */
  readonly cardPath?: string;
}

/** Ids of the sources under a root that have a recipe. */
export const recipeIds = (root: string): string[] =>
  (existsSync(root) ? readdirSync(root, { withFileTypes: true }) : [])
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'recipe.yaml')))
    .map((entry) => entry.name)
    .sort();

function pathOf(named: string, roots: readonly string[]): string {
  const inside = roots.map((root) => join(root, named, 'recipe.yaml')).find((path) => existsSync(path));
  if (inside !== undefined && !named.includes('/')) return inside;
  if (existsSync(named)) return statSync(named).isDirectory() ? join(named, 'recipe.yaml') : named;
  const ids = roots.flatMap(recipeIds);
  throw new SourceError([
    `${named}: recipe not found; ${suggest(named, ids, `give a file, or one of ${ids.join(', ')}`)}`,
  ]);
}

/** Reads a recipe and the card beside it; an id is looked for in each root. @throws SourceError */
export function findRecipe(named: string, ...roots: readonly string[]): RecipeSource {
  const path = pathOf(named, roots);
  const recipe = readRecipe(path);
  // A recipe may be in any folder; its data belong to the source that it names.
  const dir = [dirname(path), ...roots.map((root) => join(root, recipe.source))].find((folder) =>
    existsSync(join(folder, 'card.yaml')),
  );
  const card = dir === undefined ? null : readCard(dir);
  if (card && card.source.id !== recipe.source) {
    throw new SourceError([`${path}: source: "${recipe.source}" is not the card's id, "${card.source.id}"`]);
  }
  return { recipe, path, card, ...(dir !== undefined && { cardPath: join(dir, 'card.yaml') }) };
}
