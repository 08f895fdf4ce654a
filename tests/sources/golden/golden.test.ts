/**
 * Each folder next to this file is a case: a small file in a publisher's layout, the recipe that reads it,
 * and the expected observations as canonical CSV. If a case fails, the actual observations are written next
 * to it as `expected-changed.csv`.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAreaTable } from '#sources/aliases/areas.ts';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import { formatReport, isClean } from '#sources/recipe/report.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import { readRecipe } from '#sources/recipe/schema/recipe.ts';
import {
  CANONICAL_HEADER,
  canonicalLine,
  canonicalRow,
  compareCanonicalRows,
} from '#stats/model/canonical-row.ts';
import type { Observation } from '#stats/model/observation.ts';

const home = 'tests/sources/golden';
const table = readAreaTable('sources');
const catalogue = readCatalogue('sources');
const cases = readdirSync(home, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe('a file of its own layout gives the observations that a person read from it', () => {
  it.each(cases)('%s', async (name) => {
    const dir = join(home, name);
    const recipe = readRecipe(join(dir, 'recipe.yaml'));
    const path = join(dir, recipe.file);
    const reading = readByRecipe({
      recipe,
      path,
      table,
      catalogue,
      edition: 'golden@2026-11-22',
      sha256: null,
    });
    const observations: Observation[] = [];
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) observations.push(...step.value);
    expect(isClean(step.value), formatReport(step.value).join('\n')).toBe(true);
    const rows = observations.map((o) => canonicalRow(o, false)).sort(compareCanonicalRows);
    const found = CANONICAL_HEADER + rows.map(canonicalLine).join('');
    const expectedPath = join(dir, 'expected.csv');
    const changedPath = join(dir, 'expected-changed.csv');
    const expected = existsSync(expectedPath) ? readFileSync(expectedPath, 'utf8') : '';
    if (found === expected) rmSync(changedPath, { force: true });
    else writeFileSync(changedPath, found);
    expect(found).toBe(expected);
  });
});
