/**
 * Runs a recipe over a file: batches of observations as they are made, and a report at the end. Only keys and
 * checks are kept, so a file may be larger than memory. The caller stores the observations in one transaction
 * and rolls back if the report is not clean.
 */
import { stat } from 'node:fs/promises';
import type { Observation } from '#stats/model/observation.ts';
import { UnreadableFile } from '../formats/line.ts';
import { hashFile, openFile, type Opened } from '../formats/open.ts';
import type { Snapshots } from './expect/snapshots.ts';
import { FaultLog } from './fault-log.ts';
import { prepare, type Prepared, type RecipeRun } from './prepare.ts';
import { Reading } from './reading.ts';
import type { RecipeReport } from './report.ts';
import type { Filters } from './rows/filters.ts';
import { Layout } from './rows/layout.ts';
import type { SourceRow } from './rows/row.ts';

/** Rows of an opened file, batch by batch, with the layout that reads them. */
async function* rowsOf(
  opened: Opened,
  layout: Layout,
): AsyncGenerator<readonly SourceRow[], void, undefined> {
  for await (const batch of opened.lines) yield layout.lay(batch);
}

async function lastSnapshots(run: RecipeRun): Promise<Snapshots | null> {
  if (!run.recipe.latest) return null;
  const opened = await openFile(run.path, run.recipe.format);
  const layout = new Layout(run.recipe, opened, () => {});
  let found: { filters: Filters; snapshots: Snapshots | null } | null = null;
  for await (const rows of rowsOf(opened, layout)) {
    if (!layout.columns) continue;
    found ??= prepare(run, layout.columns, layout, opened.sheet);
    for (const row of rows) if (found.filters.pass(row)) found.snapshots?.see(row);
  }
  return found?.snapshots ?? null;
}

function checkHash(run: RecipeRun, hash: string): void {
  if (run.sha256 === null || run.sha256 === hash) return;
  throw new UnreadableFile(
    `the file's SHA-256 is ${hash}, and the card says ${run.sha256}`,
    'if the publisher has a new edition, say so with --edition YYYY-MM-DD; else get the file again',
  );
}

/**
 * Reads a file by its recipe. Faults of cells do not end the run, so that the user sees all of them; a file
 * that cannot be read further ends it.
 */
export async function* readByRecipe(
  run: RecipeRun,
): AsyncGenerator<readonly Observation[], RecipeReport, undefined> {
  const { recipe, path } = run;
  const log = new FaultLog(run.onFault);
  const bytes = (await stat(path)).size;
  const hash = await hashFile(path);
  const reading = new Reading(recipe, log, run.newer ?? false);
  try {
    checkHash(run, hash);
    reading.snapshots = await lastSnapshots(run);
    const opened = await openFile(path, recipe.format, (done) => run.onProgress?.(done, bytes));
    log.sheet = opened.sheet;
    const layout = new Layout(recipe, opened, log.refuse);
    const say = log.sayCell(layout);
    let prepared: Prepared | null = null;
    for await (const rows of rowsOf(opened, layout)) {
      if (!layout.columns) continue;
      prepared ??= prepare(run, layout.columns, layout, opened.sheet);
      const made = reading.read(rows, prepared, say);
      if (made.length > 0) yield made;
    }
    const sums = reading.finish(say);
    if (sums) yield sums;
  } catch (error) {
    log.end(error);
  } finally {
    reading.duplicates.drop();
  }
  return { ...reading.report(), hash, bytes };
}
