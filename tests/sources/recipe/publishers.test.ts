/** The files of real publishers, each read by its own recipe: every known value and total is right. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatTable } from '#sources/recipe/own-table.ts';
import { formatReport, isClean } from '#sources/recipe/report.ts';
import { recipeIds } from '#sources/recipe/schema/source.ts';
import { readShipped } from '#sources/metadata/ships.ts';
import type { Observation } from '#stats/model/observation.ts';
import { describeShared } from '../../setup/shared.ts';
import { sourcesCatalogue } from './read.ts';
import { filesIn, readSource } from './reading.ts';

const shipped = new Map(
  readShipped('sources', sourcesCatalogue.areas).map((table) => [table.source, table.keeps]),
);

describeShared('data', 'files of real publishers', (data) => {
  const files = filesIn(data);

  it.each(recipeIds('sources'))('%s: its expectations hold', async (id) => {
    const keeps = shipped.get(id);
    const kept: Observation[] = [];
    const report = await readSource(id, files, (observation) => {
      if (keeps?.(observation)) kept.push(observation);
    });
    expect(isClean(report), formatReport(report).join('\n')).toBe(true);
    expect(report.checks.length).toBeGreaterThan(0);
    const own = `sources/${id}/observations.csv`;
    // A file that its licence does not allow us to redistribute is read and checked, but is not in the
    // repository.
    expect(existsSync(own)).toBe(keeps !== undefined);
    if (!keeps) return;
    expect(formatTable(kept) === readFileSync(own, 'utf8'), `${own} is what ships.yaml says`).toBe(true);
  });
});
