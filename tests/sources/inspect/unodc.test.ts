/**
 * The draft for the workbook of the Global Study on Homicide 2013 loads after few edits
 * (docs/rules.md#inspect-drafts-a-recipe).
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { draftRecipe } from '#sources/inspect/draft/draft.ts';
import { lookAt } from '#sources/inspect/look.ts';
import { parseRecipe } from '#sources/recipe/schema/recipe.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import { describeShared } from '../../setup/shared.ts';
import { sourcesCatalogue, table } from '../recipe/read.ts';

describeShared('data/homicide-unodc-gsh2013', 'an unknown workbook', (data) => {
  const path = join(data, 'GSH2013_Homicide_count_and_rate.xlsx');

  it('has two header rows, thirteen years, marks and a hidden number', async () => {
    const look = await lookAt(path, table);
    expect([look.table.skip, look.table.headerRows, look.spreadColumns.length]).toEqual([5, 2, 13]);
    expect(look.odd.map((odd) => odd.text)).toEqual(['x', '2366*', '1923*', '1866*']);
  });

  it('loads with its draft unedited: 219 areas, 2000 to 2012, Mexico 2012 = 21.5', async () => {
    const draft = draftRecipe(await lookAt(path, table), path, sourcesCatalogue, table);
    const known = `expect:
  areas: 219
  first: 2000
  last: 2012
  values:
    - { indicator: homicide-rate, area: MEX, period: 2012, value: 21.5 }
`;
    const recipe = parseRecipe(draft.text + known, 'draft.yaml');
    const reading = readByRecipe({
      recipe,
      path,
      table,
      catalogue: sourcesCatalogue,
      edition: 'draft@2014',
      sha256: null,
    });
    let step = await reading.next();
    while (!step.done) step = await reading.next();
    expect(step.value.faults).toEqual([]);
    expect(step.value.checks.filter((check) => !check.holds)).toEqual([]);
    expect(step.value.checks).toHaveLength(4);
  });
});
