/**
 * Every recipe reads some rows in its publisher's layout (README.md lists which are real and which are
 * invented). If a test fails, the actual rows are written next to the expected file as
 * `<source>-changed.csv`.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { formatFault } from '#sources/recipe/rows/fault.ts';
import { findRecipe, recipeIds } from '#sources/recipe/schema/source.ts';
import {
  CANONICAL_HEADER,
  canonicalLine,
  canonicalRow,
  compareCanonicalRows,
} from '#stats/model/canonical-row.ts';
import type { Observation } from '#stats/model/observation.ts';
import { readSource } from '../recipe/reading.ts';

const home = 'tests/sources/samples';
const files = new Map(readdirSync(join(home, 'files')).map((name) => [name, join(home, 'files', name)]));

test.each(recipeIds('sources'))('the recipe of %s reads its sample', async (id) => {
  const { recipe } = findRecipe(id, 'sources');
  expect(files.has(basename(recipe.file)), `${home}/files/${basename(recipe.file)}`).toBe(true);
  const observations: Observation[] = [];
  const report = await readSource(id, files, (observation) => observations.push(observation), {
    sample: true,
  });
  // The rest of the report is about the whole file: the number of its rows, and their totals.
  expect(report.faults.map((fault) => formatFault(fault, report.file, report.sheet))).toEqual([]);
  expect(observations).not.toEqual([]);
  const rows = observations.map((o) => canonicalRow(o, false)).sort(compareCanonicalRows);
  const found = CANONICAL_HEADER + rows.map(canonicalLine).join('');
  const [expectedPath, changedPath] = ['', '-changed'].map((end) =>
    join(home, 'expected', `${id}${end}.csv`),
  );
  const expected = existsSync(expectedPath!) ? readFileSync(expectedPath!, 'utf8') : '';
  if (found === expected) rmSync(changedPath!, { force: true });
  else writeFileSync(changedPath!, found);
  expect(found).toBe(expected);
});

test('figures that may not be passed on are invented: README.md names their files', () => {
  const readme = readFileSync(join(home, 'README.md'), 'utf8');
  const closed = recipeIds('sources')
    .map((id) => findRecipe(id, 'sources'))
    .filter(({ card }) => card?.source.redistribute !== 'yes')
    .map(({ recipe }) => basename(recipe.file));
  expect(closed.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
