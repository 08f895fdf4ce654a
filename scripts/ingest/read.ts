// Reads a file into a draft, and prints progress and report.

import { basename } from 'node:path';
import type { AreaTable } from '#sources/aliases/areas.ts';
import type { Draft } from '#sources/draft/draft.ts';
import { loadSource, type Loaded, type Loading } from '#sources/draft/load.ts';
import { formatFault } from '#sources/recipe/rows/fault.ts';
import { formatReport, isClean, type RecipeReport } from '#sources/recipe/report.ts';
import { hashFiles } from '#sources/recipe/source-files.ts';
import type { Shipped } from '#sources/metadata/ships.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { showMeter } from '../terminal/progress-meter.ts';
import type { FoundFile } from './raw-files.ts';
import type { Rejects } from './rejects.ts';

export interface FileReading {
  readonly draft: Draft;
  readonly table: AreaTable;
  readonly catalogue: Catalogue;
  readonly keeps?: Shipped['keeps'];
  readonly vintage?: string;
  readonly today: string;
  readonly rejects: Rejects;
}

/** Reads a file; the result is in the draft only if the report is clean. */
export async function readFile(
  { source, file, more }: FoundFile,
  { rejects, ...reading }: FileReading,
): Promise<{ loading: Loading; loaded: Loaded }> {
  const meter = showMeter(basename(file));
  const loading: Loading = {
    ...source,
    ...reading,
    file,
    more,
    hash: await hashFiles([file, ...(more ?? [])]),
    onProgress: meter.tell,
    onFault: (fault) => rejects.write(source.recipe.source, fault),
  };
  const loaded = await loadSource(loading);
  meter.end();
  return { loading, loaded };
}

/** Prints the report, and each expectation that is not met as a fault of the file. */
export function tellReport(report: RecipeReport, samples: number): void {
  for (const line of formatReport({ ...report, sample: report.sample.slice(0, samples) })) console.log(line);
  if (isClean(report)) return;
  for (const { name, holds, detail } of report.checks) {
    if (holds) continue;
    const rule = `the expectation "${name}" does not hold: ${detail}`;
    const advice = 'look at the file; if it is right, correct expect in the recipe';
    console.error(
      formatFault({ line: null, at: null, column: null, value: '', rule, advice }, report.file, report.sheet),
    );
  }
}
