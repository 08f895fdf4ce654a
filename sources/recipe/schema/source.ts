/** The recipe that a person names: a file, a folder, or the id of one of our sources; and its card, if any. */
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
}

/** Ids of the sources under a root that have a recipe. */
export const recipeIds = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'recipe.yaml')))
    .map((entry) => entry.name)
    .sort();

function pathOf(named: string, root: string): string {
  const inside = join(root, named, 'recipe.yaml');
  if (existsSync(inside) && !named.includes('/')) return inside;
  if (existsSync(named)) return statSync(named).isDirectory() ? join(named, 'recipe.yaml') : named;
  const ids = recipeIds(root);
  throw new SourceError([
    `${named}: recipe not found; ${suggest(named, ids, `give a file, or one of ${ids.join(', ')}`)}`,
  ]);
}

/** Reads a recipe and the card beside it. @throws SourceError */
export function findRecipe(named: string, root: string): RecipeSource {
  const path = pathOf(named, root);
  const recipe = readRecipe(path);
  // A recipe may stand anywhere; what it reads belongs to the source that it names.
  const dir = [dirname(path), join(root, recipe.source)].find((folder) =>
    existsSync(join(folder, 'card.yaml')),
  );
  const card = dir === undefined ? null : readCard(dir);
  if (card && card.source.id !== recipe.source) {
    throw new SourceError([`${path}: source: "${recipe.source}" is not the card's id, "${card.source.id}"`]);
  }
  return { recipe, path, card };
}
