/** A source that has a file for each year. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Observation } from '#stats/model/observation.ts';
import { FaultLog } from '#sources/recipe/fault-log.ts';
import { RecipeReading } from '#sources/recipe/reading.ts';
import { Duplicates } from '#sources/recipe/rows/duplicates.ts';
import { formatFault } from '#sources/recipe/rows/fault.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import { parseRecipe } from '#sources/recipe/schema/recipe.ts';
import { lineIn, patternOf } from '#sources/recipe/source-files.ts';
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

test('spans that overlap in two files name both files, each with its own line', async () => {
  const { faults } = await read({
    'deaths-2013.csv': 'Area,Year,Deaths\nBLZ,2013,7\nHND,2010/2013,7\n',
    'deaths-2014.csv': 'Area,Year,Deaths\nHND,2012/2014,8\n',
    'deaths-2015.csv': 'Area,Year,Deaths\nBLZ,2015,8\n',
  });
  expect(faults).toEqual([
    expect.stringContaining(
      'deaths-2014.csv, line 2: "2012-01/2014-12" overlaps 2010-01/2013-12 of the same series, in line 3 of deaths-2013.csv',
    ),
  ]);
});

test('figures found to be doubled only at the end name both files, each with its own line', async () => {
  const { observations } = await read({ 'deaths-2013.csv': 'Area,Year,Deaths\nHND,2013,7\n' });
  const [figure] = observations;
  const log = new FaultLog();
  const names = ['deaths-2013.csv', 'deaths-2014.csv', 'deaths-2015.csv'];
  const recipe = parseRecipe(RECIPE, 'recipe.yaml');
  const reading = new RecipeReading(recipe, log, false, names, new Duplicates(0));
  for (const [file, line] of [2, 5, 5].entries())
    expect(reading.duplicates.firstLine(figure!, lineIn(file, line))).toBeNull();
  reading.finish();
  expect(log.groups.map(({ first, count }) => [first.file, first.line, first.rule, count])).toEqual([
    ['deaths-2014.csv', 5, 'repeats line 2 of deaths-2013.csv', 1],
    ['deaths-2015.csv', 5, 'repeats line 2 of deaths-2013.csv', 1],
  ]);
});

test('more files than a source may have are refused as one fault, wherever they come from', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 101 }, (_, i) => [
      `deaths-${1900 + i}.csv`,
      `Area,Year,Deaths\nHND,${1900 + i},7\n`,
    ]),
  );
  const { faults, observations } = await read(files);
  expect(observations).toEqual([]);
  expect(faults).toEqual([expect.stringContaining('101 files are too many for one source; 100 are read')]);
});

test.each([
  [['deaths-2013.csv', 'deaths-2014.csv'], 'deaths-*.csv'],
  [['data/2013/deaths 2013 final.xlsx', 'data/2014/deaths 2014 final.xlsx'], 'deaths * final.xlsx'],
  [['2009_deaths.csv', '2010_deaths.csv', '2011_deaths.csv'], '*_deaths.csv'],
  [['north.csv', 'south.csv'], null],
  [['deaths-jan.csv', 'deaths-jun.csv'], 'deaths-*.csv'],
  [['deaths.csv', 'deaths2.csv'], 'deaths*.csv'],
  [['2013.csv', '2014.csv'], null],
  [['a/deaths.csv', 'b/deaths.csv'], null],
])('%j are the files %s', (paths, pattern) => {
  expect(patternOf(paths)).toBe(pattern);
});

test('a file without a header is named', async () => {
  const { faults } = await read(
    { 'deaths-2013.csv': 'Title\nArea,Year,Deaths\nHND,2013,7\n', 'deaths-2014.csv': 'Title\n' },
    RECIPE.replace('format: { type: csv }', 'format: { type: csv }\nheader: { skip: 1 }'),
  );
  expect(faults.join('\n')).toContain('deaths-2014.csv: the file ends before its header does');
});
