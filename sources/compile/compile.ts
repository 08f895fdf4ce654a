/**
 * All sources of a root, read and checked: the catalogue, and every observation in the order of its natural
 * key, which is the order in which a release is hashed.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Catalogue } from '#stats/model/catalogue.ts';
import type { Observation } from '#stats/model/observation.ts';
import { readCatalogue, sourceFolders } from '../metadata/catalogue.ts';
import { attempt, refuse } from '../validation/source-error.ts';
import { readTable } from '../table/table.ts';
import { outsideTabulations } from '../metadata/tabulations.ts';

/** An unknown start sorts before every day, an open end after every day. */
const keyOf = (o: Observation): readonly string[] => [
  o.indicator,
  o.source,
  o.area,
  o.counterpart,
  o.breakdown,
  o.definition,
  o.basis,
  o.period.start ?? '',
  o.period.end ?? '9999-99-99',
];

/** Orders two observations field by field, by code point, independent of language. */
export function compareObservations(a: Observation, b: Observation): number {
  const [x, y] = [keyOf(a), keyOf(b)];
  const i = x.findIndex((field, at) => field !== y[at]);
  return i < 0 ? 0 : (x[i] ?? '') < (y[i] ?? '') ? -1 : 1;
}

/**
 * Reads every source under `root`: the folder `sources`, or that of own data, whose rows are checked against the
 * combined catalogue. @throws SourceError with all problems of all tables
 */
export function compileSources(
  root: string,
  catalogue: Catalogue = readCatalogue(root),
): { catalogue: Catalogue; observations: Observation[] } {
  const problems: string[] = [];
  const observations: Observation[] = [];
  for (const dir of sourceFolders(root)) {
    const table = join(dir, 'observations.csv');
    const source = basename(dir);
    const edition = catalogue.editions.find((e) => e.source === source)?.id;
    if (edition === undefined || !existsSync(table)) continue;
    const rows = attempt(problems, () => readTable(table, { catalogue, source, edition }));
    for (const row of rows ?? []) observations.push(row.observation);
  }
  problems.push(...outsideTabulations(join(root, 'catalogue'), catalogue, observations));
  refuse(problems);
  return { catalogue, observations: observations.sort(compareObservations) };
}
