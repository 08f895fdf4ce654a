// Finds the publishers' own files anywhere under a folder: those that `npm run fetch` got, by what the sidecar
// beside each states, and others by the name that each recipe gives.

import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fetchedRecipe } from '#sources/fetch/file/download-list.ts';
import { fetchedFiles, type FetchedFile } from '#sources/fetch/file/fetched-files.ts';
import { findRecipe, type RecipeSource } from '#sources/recipe/schema/source.ts';
import type { Recipe } from '#sources/recipe/schema/shape.ts';
import { isFileOf, readsMany } from '#sources/recipe/source-files.ts';

export interface FoundFile {
  readonly source: RecipeSource;
  readonly file: string;
  /** Further files of the source, where it has several. */
  readonly more?: readonly string[];
  /** The day of the edition, if the file was fetched and is newer than the edition on the card. */
  readonly vintage?: string;
}

/** The files that a recipe means anywhere under a folder: one, or all whose names fit, in the order of paths. */
function filesFor(folder: string, recipe: Pick<Recipe, 'file'>): string[] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const meant = paths.filter((path) => isFileOf(recipe, path));
  return meant.slice(0, readsMany(recipe) ? undefined : 1).map((path) => join(folder, path));
}

/** A fetched file for a source, or why it is not loaded. */
function fetchedFor(source: RecipeSource, home: string, fetched: FetchedFile): FoundFile | string {
  const { file, sidecar } = fetched;
  const { vintage, sha256 } = sidecar.edition;
  const edition = source.card?.edition;
  // The recipe beside the card read the loaded edition, whatever its layout.
  if (edition?.sha256 === sha256) return { source, file };
  if (edition && vintage <= edition.vintage)
    return `${basename(file)} is of ${vintage}, and the edition already loaded is of ${edition.vintage}`;
  const isAnswer = sidecar.recipe !== undefined;
  const recipe = isAnswer ? fetchedRecipe(home, source.recipe.source) : null;
  return { source: recipe === null ? source : findRecipe(recipe, home), file, vintage };
}

/** The file of each source; `missing` lists the sources without a file there, and where to get it. */
export function findFiles(
  homes: readonly string[],
  folder: string,
  ids: readonly string[],
): { found: FoundFile[]; missing: string[] } {
  const found: FoundFile[] = [];
  const missing: string[] = [];
  const all = fetchedFiles(folder);
  for (const id of ids) {
    const source = findRecipe(id, ...homes);
    const newest = all.find(({ sidecar }) => sidecar.sources.includes(id));
    const fetched = newest && fetchedFor(source, homes.at(-1) ?? '', newest);
    if (typeof fetched === 'object') {
      found.push(fetched);
      continue;
    }
    const name = basename(source.recipe.file);
    const [file, ...more] = filesFor(folder, source.recipe);
    if (file !== undefined) found.push({ source, file, ...(more.length > 0 && { more }) });
    else if (fetched !== undefined) missing.push(`${id}: ${fetched}`);
    else
      missing.push(
        `${id}: ${name} is not in the folder${source.card?.source.url ? `; ${source.card.source.url}` : ''}`,
      );
  }
  return { found, missing };
}

/** The files of the edition on a card that are not among some. */
export const missingFiles = ({ card }: Pick<RecipeSource, 'card'>, files: readonly string[]): string[] =>
  (card?.files ?? []).filter((name) => !files.some((path) => basename(path) === name));

/**
 * The files under a folder that a source's table was made from: fetched with the card's hash, or by their names. Of a
 * source with several, the card lists them; later ones may lie beside them.
 */
export function filesOfEdition(folder: string, { recipe, card }: RecipeSource): string[] {
  const sha256 = card?.edition.sha256;
  const fetched = fetchedFiles(folder).find(
    ({ sidecar }) => sidecar.edition.sha256 === sha256 && sidecar.sources.includes(recipe.source),
  );
  if (fetched) return [fetched.file];
  const files = filesFor(folder, recipe);
  const names = card?.files;
  return names === undefined ? files : files.filter((file) => names.includes(basename(file)));
}
