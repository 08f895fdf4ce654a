// Finds the publishers' own files anywhere under a folder, by the name that each recipe gives.

import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findRecipe, type RecipeSource } from '#sources/recipe/schema/source.ts';

export interface FoundFile {
  readonly source: RecipeSource;
  readonly file: string;
}

/** The file with that name anywhere under a folder; the first in the order of paths. */
export function findFile(folder: string, name: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const found = paths.find((path) => basename(path) === name);
  return found === undefined ? undefined : join(folder, found);
}

/** The file of each source; `missing` lists the sources without a file there, and where to get it. */
export function findFiles(
  homes: readonly string[],
  folder: string,
  ids: readonly string[],
): { found: FoundFile[]; missing: string[] } {
  const found: FoundFile[] = [];
  const missing: string[] = [];
  for (const id of ids) {
    const source = findRecipe(id, ...homes);
    const name = basename(source.recipe.file);
    const file = findFile(folder, name);
    if (file !== undefined) found.push({ source, file });
    else
      missing.push(
        `${id}: ${name} is not in the folder${source.card?.source.url ? `; ${source.card.source.url}` : ''}`,
      );
  }
  return { found, missing };
}
