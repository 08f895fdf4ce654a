/** Runs the recipe of one of our sources on its publisher's own file, for tests of real files. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isClean, formatReport, type RecipeReport } from '#sources/recipe/report.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import { findRecipe } from '#sources/recipe/schema/source.ts';
import type { Observation } from '#stats/model/observation.ts';
import { sourcesCatalogue, table } from './read.ts';

/** The files under a folder, by name; none if the folder does not exist. */
export function filesIn(folder: string): Map<string, string> {
  const paths = folder === '' ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(paths.map((path) => [basename(path), join(folder, path)]));
}

/** Reads the file of a source, or with `sample` some of its rows; `see` is called for every observation. */
export async function readSource(
  id: string,
  files: ReadonlyMap<string, string>,
  see: (observation: Observation) => void,
  { sample = false } = {},
): Promise<RecipeReport> {
  const { recipe, card } = findRecipe(id, 'sources');
  const reading = readByRecipe({
    recipe,
    path: files.get(basename(recipe.file)) ?? recipe.file,
    table,
    catalogue: sourcesCatalogue,
    edition: card?.edition.id ?? '',
    disclosure: card?.source.disclosure,
    // A sample is not the file that the card describes.
    sha256: sample ? null : (card?.edition.sha256 ?? null),
  });
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) step.value.forEach(see);
  return step.value;
}

/** Every observation of a source whose file meets the expectations of its recipe. */
export async function observationsOf(id: string, files: ReadonlyMap<string, string>): Promise<Observation[]> {
  const all: Observation[] = [];
  const report = await readSource(id, files, (observation) => all.push(observation));
  if (!isClean(report)) throw new Error(formatReport(report).join('\n'));
  return all;
}
