/** The files of real publishers, each through its own recipe: every known value and total holds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { formatTable } from '#sources/recipe/own-table.ts';
import { formatReport, isClean } from '#sources/recipe/report.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import { findRecipe, recipeIds } from '#sources/recipe/source.ts';
import { readShipped } from '#sources/ships.ts';
import type { Observation } from '#stats/observation.ts';
import { describeShared } from '../../setup/shared.ts';
import { catalogue, table } from './read.ts';

const allShipped = readShipped('sources', catalogue.areas);
const shippedOf = (id: string) => allShipped.find((one) => one.source === id);

describeShared('data', 'files of real publishers', (data) => {
  const files = new Map(
    data === ''
      ? []
      : readdirSync(data, { recursive: true, encoding: 'utf8' }).map((path) => [basename(path), path]),
  );

  it.each(recipeIds('sources'))('%s: its expectations hold', async (id) => {
    const { recipe, card } = findRecipe(id, 'sources');
    const path = join(data, files.get(basename(recipe.file)) ?? 'missing');
    const edition = card?.edition.id ?? '';
    const reading = readByRecipe({
      recipe,
      path,
      table,
      catalogue,
      edition,
      sha256: card?.edition.sha256 ?? null,
    });
    const shipped = shippedOf(id);
    const kept: Observation[] = [];
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) {
      for (const one of step.value) if (shipped?.keeps(one)) kept.push(one);
    }
    expect(isClean(step.value), formatReport(step.value).join('\n')).toBe(true);
    expect(step.value.checks.length).toBeGreaterThan(0);
    const own = `sources/${id}/observations.csv`;
    // What its licence does not let us pass on is read and checked, and is not in the repository.
    expect(existsSync(own)).toBe(shipped !== undefined);
    if (!shipped) return;
    expect(formatTable(kept) === readFileSync(own, 'utf8'), `${own} is what ships.yaml says`).toBe(true);
  });
});
