/**
 * Runs a recipe over a file: batches of observations as they are made, and a report at the end. Only keys and
 * checks are kept, so a file may be larger than memory. The caller stores the observations in one transaction
 * and rolls back if the report is not clean.
 */
import { basename } from 'node:path';
import type { Observation } from '#stats/model/observation.ts';
import { UnreadableFile } from '../formats/line.ts';
import { openFile, type Opened } from '../formats/open.ts';
import type { Snapshots } from './expect/snapshots.ts';
import { FaultLog } from './fault-log.ts';
import { prepare, type Prepared, type RecipeRun } from './prepare.ts';
import { RecipeReading } from './reading.ts';
import type { RecipeReport } from './report.ts';
import type { Filters } from './rows/filters.ts';
import { Layout } from './rows/layout.ts';
import type { SourceRow } from './rows/row.ts';
import { assertFewFiles, hashFiles, recipeFor, sizeOfFiles } from './source-files.ts';

/** Rows of an opened file, batch by batch, with the layout that reads them. */
async function* rowsOf(
  opened: Opened,
  layout: Layout,
): AsyncGenerator<readonly SourceRow[], void, undefined> {
  for await (const batch of opened.lines) yield layout.lay(batch);
}

async function lastSnapshots(run: RecipeRun, paths: readonly string[]): Promise<Snapshots | null> {
  if (!run.recipe.latest) return null;
  let snapshots: Snapshots | null = null;
  for (const path of paths) {
    const opened = await openFile(path, run.recipe.format);
    const layout = new Layout(run.recipe, { ...opened, fileName: basename(path) }, () => {});
    let filters: Filters | null = null;
    for await (const rows of rowsOf(opened, layout)) {
      if (!layout.columns) continue;
      if (!filters) {
        const prepared = prepare(run, layout.columns, layout, opened.sheet);
        filters = prepared.filters;
        snapshots = prepared.snapshots?.sharing(snapshots) ?? null;
      }
      for (const row of rows) if (filters.pass(row)) snapshots?.see(row);
    }
  }
  return snapshots;
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
  const { recipe } = run;
  const paths = [run.path, ...(run.more ?? [])];
  const log = new FaultLog(run.onFault);
  const bytes = await sizeOfFiles(paths);
  const hash = await hashFiles(paths);
  const names = paths.map((path) => basename(path));
  const reading = new RecipeReading(recipe, log, run.newer ?? false, names);
  try {
    assertFewFiles(paths);
    checkHash(run, hash);
    reading.snapshots = await lastSnapshots(run, paths);
    let before = 0;
    for (const [i, path] of paths.entries()) {
      if (paths.length > 1) log.file = names[i] ?? null;
      const progress = (done: number): void => run.onProgress?.(before + done, bytes);
      yield* readOne({ ...run, recipe: recipeFor(recipe, path) }, path, { reading, log, progress, at: i });
      before += await sizeOfFiles([path]);
    }
    log.file = null;
    const sums = reading.finish();
    if (sums) yield sums;
  } catch (error) {
    log.end(error);
  } finally {
    reading.duplicates.drop();
  }
  return { ...reading.report(), hash, bytes };
}

interface FileTurn {
  readonly reading: RecipeReading;
  readonly log: FaultLog;
  readonly progress: (done: number) => void;
  /** Which of the files it is. */
  readonly at: number;
}

/** The observations of one file. @throws UnreadableFile if there was no header */
async function* readOne(
  run: RecipeRun,
  path: string,
  { reading, log, progress, at }: FileTurn,
): AsyncGenerator<readonly Observation[], void, undefined> {
  const opened = await openFile(path, run.recipe.format, progress);
  log.sheet = opened.sheet;
  const layout = new Layout(run.recipe, { ...opened, fileName: basename(path) }, log.refuse);
  const say = log.sayCell(layout);
  let prepared: Prepared | null = null;
  for await (const rows of rowsOf(opened, layout)) {
    if (!layout.columns) continue;
    if (!prepared) {
      prepared = prepare(run, layout.columns, layout, opened.sheet);
      reading.begin(at, prepared);
    }
    const made = reading.read(rows, prepared, say);
    if (made.length > 0) yield made;
  }
  if (prepared) return reading.end(prepared, say);
  throw new UnreadableFile(
    'the file ends before its header does',
    'get the whole file again, or correct header in the recipe',
  );
}
