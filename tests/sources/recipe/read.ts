/** Runs a recipe on a text, for tests. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAreaTable } from '#sources/aliases/areas.ts';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import { formatFault } from '#sources/recipe/rows/fault.ts';
import { parseRecipe } from '#sources/recipe/schema/recipe.ts';
import type { RecipeReport } from '#sources/recipe/report.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import type { Disclosure } from '#stats/model/catalogue.ts';
import type { Observation } from '#stats/model/observation.ts';

const dir = mkdtempSync(join(tmpdir(), 'cotejo-recipe-'));
// Not when a file of tests ends: others may share its process.
process.on('exit', () => rmSync(dir, { recursive: true, force: true }));

export const table = readAreaTable('sources');
export const sourcesCatalogue = readCatalogue('sources');

export interface Reading {
  readonly observations: Observation[];
  readonly report: RecipeReport;
  readonly faults: string[];
}

/**
 * @param lines of the recipe below `source` and `file`; they contain everything else
 * @param newer whether the file is a newer edition than the one that `expect` is about
 */
export async function readText(
  content: string | Uint8Array,
  lines: string,
  sha256: string | null = null,
  disclosure?: Disclosure,
  newer = false,
): Promise<Reading> {
  const recipe = parseRecipe(`source: test\nfile: rates.csv\n${lines}`, 'recipe.yaml');
  const path = join(dir, 'file');
  writeFileSync(path, content);
  const reading = readByRecipe({
    recipe,
    path,
    table,
    catalogue: sourcesCatalogue,
    edition: 'test@2026',
    disclosure,
    sha256,
    newer,
  });
  const observations: Observation[] = [];
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) observations.push(...step.value);
  const report = step.value;
  return {
    observations,
    report,
    faults: report.faults.map((f) => formatFault(f, report.file, report.sheet)),
  };
}

/** A recipe for `Area,Year,Rate`. */
export const RATES = `
format: { type: csv }
area: Area
period: Year
figures:
  - { indicator: homicide-rate, value: Rate }
`;
