/** A source that has a file for each year. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Observation } from '#stats/model/observation.ts';
import { formatFault } from '#sources/recipe/rows/fault.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import { parseRecipe } from '#sources/recipe/schema/recipe.ts';
import { sourcesCatalogue, table } from './read.ts';

const dir = mkdtempSync(join(tmpdir(), 'cotejo-many-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const RECIPE = `source: many
file: deaths-*.csv
format: { type: csv }
area: Area
period: Year
filters:
  - { drop: { Area: Total }, reason: sums }
figures:
  - { indicator: homicides, value: Deaths }
expect: { rows: 5, observations: 3, dropped: { sums: 2 } }
`;

async function read(files: Readonly<Record<string, string>>, recipe = RECIPE) {
  const [path = '', ...more] = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(dir, name), text);
    return join(dir, name);
  });
  const edition = 'many@2026-11-30';
  const parsed = parseRecipe(recipe, 'recipe.yaml');
  const reading = readByRecipe({
    recipe: parsed,
    path,
    more,
    table,
    catalogue: sourcesCatalogue,
    edition,
    sha256: null,
  });
  const observations: Observation[] = [];
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) observations.push(...step.value);
  const { faults, sheet, file } = step.value;
  return { observations, report: step.value, faults: faults.map((fault) => formatFault(fault, file, sheet)) };
}

test('each figure names the file that it was read from, also where the columns have another order', async () => {
  const { observations, report } = await read({
    'deaths-2013.csv': 'Area,Year,Deaths\nHND,2013,7\nTotal,2013,9\n',
    'deaths-2014.csv': 'Year,Deaths,Area\n2014,5,HND\n2014,4,BLZ\n2014,9,Total\n',
  });
  expect(report.checks.filter(({ holds }) => !holds)).toEqual([]);
  expect(observations.map((o) => [o.area, o.stated?.value, o.locator])).toEqual([
    ['HND', 7, 'deaths-2013.csv: line 2, Deaths'],
    ['HND', 5, 'deaths-2014.csv: line 2, Deaths'],
    ['BLZ', 4, 'deaths-2014.csv: line 3, Deaths'],
  ]);
});

test('a fault and a doubled figure name their file', async () => {
  const { faults } = await read({
    'deaths-2013.csv': 'Area,Year,Deaths\nHND,2013,7\n',
    'deaths-2014.csv': 'Area,Year,Deaths\nHND,2013,7\nBLZ,2014,x\n',
  });
  expect(faults[0]).toContain(
    'deaths-2014.csv, line 2: "homicides HND 2013" repeats line 2 of deaths-2013.csv',
  );
  expect(faults[1]).toContain('deaths-2014.csv, line 3, column "Deaths": "x" is not a number');
});

test('a file without a header is named', async () => {
  const { faults } = await read(
    { 'deaths-2013.csv': 'Title\nArea,Year,Deaths\nHND,2013,7\n', 'deaths-2014.csv': 'Title\n' },
    RECIPE.replace('format: { type: csv }', 'format: { type: csv }\nheader: { skip: 1 }'),
  );
  expect(faults.join('\n')).toContain('deaths-2014.csv: the file ends before its header does');
});
