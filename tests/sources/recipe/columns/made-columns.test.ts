/** Columns that a recipe makes of other things than cells: of rows that name the rows below them, and of the file's name. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Observation } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { readByRecipe } from '#sources/recipe/run.ts';
import { parseRecipe } from '#sources/recipe/schema/recipe.ts';
import { readText, sourcesCatalogue, table } from '../read.ts';

const dir = mkdtempSync(join(tmpdir(), 'cotejo-made-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const say = ({ period, stated, locator }: Observation): string =>
  `${formatPeriod(period)} ${stated?.value ?? ''} ${locator ?? ''}`;

describe('rows that name the rows below them', () => {
  const file = 'Mes,Casos,Tasa\n2013,,\nene,3,1\nfeb,4,1\n2014,,\nene,5,2\n';
  const recipe = `
format: { type: csv }
sections: { column: Mes, name: year }
area: { constant: HND }
period: { year: year, month: Mes }
figures: [{ indicator: homicides, value: Casos }]
`;

  it('are a column of their own, and no rows', async () => {
    const { observations, report, faults } = await readText(file, recipe);
    expect(faults).toEqual([]);
    expect(report.rows).toBe(3);
    expect(observations.map(say)).toEqual([
      '2013-01 3 rates.csv: line 3, Casos',
      '2013-02 4 rates.csv: line 4, Casos',
      '2014-01 5 rates.csv: line 6, Casos',
    ]);
  });

  it('stand beside columns across the top', async () => {
    const across = `
format: { type: csv }
sections: { column: Item, name: section }
unpivot: { columns: '^(\\d{4})$', name: year, value: value }
area: { constant: HND }
period: year
breakdown: { section: section, item: Item }
figures: [{ indicator: homicides, value: value }]
`;
    const { observations, faults } = await readText(
      'Item,2013,2014\nNorth,,\nmen,1,2\nSouth,,\nmen,3,4\n',
      across,
    );
    expect(faults).toEqual([]);
    expect(observations.map((o) => `${o.breakdown} ${say(o)}`)).toEqual([
      'section=north;item=men 2013 1 rates.csv: line 3, 2013',
      'section=north;item=men 2014 2 rates.csv: line 3, 2014',
      'section=south;item=men 2013 3 rates.csv: line 5, 2013',
      'section=south;item=men 2014 4 rates.csv: line 5, 2014',
    ]);
  });

  it('are named in the error if their column is not there', async () => {
    const { faults } = await readText(file, recipe.replace('column: Mes', 'column: Month'));
    expect(faults.join('\n')).toContain('the header has no column "Month"');
  });
});

describe('the name of the file', () => {
  const recipe = parseRecipe(
    `source: named
file: deaths-*.csv
format: { type: csv }
fromFileName: { pattern: 'deaths-(\\d{4})', name: year }
area: Area
period: year
figures: [{ indicator: homicides, value: Deaths }]
`,
    'recipe.yaml',
  );

  async function read(files: Readonly<Record<string, string>>) {
    const [path = '', ...more] = Object.entries(files).map(([name, text]) => {
      writeFileSync(join(dir, name), text);
      return join(dir, name);
    });
    const run = {
      recipe,
      path,
      more,
      table,
      catalogue: sourcesCatalogue,
      edition: 'named@2026',
      sha256: null,
    };
    const reading = readByRecipe(run);
    const observations: Observation[] = [];
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) observations.push(...step.value);
    return { observations, report: step.value };
  }

  it('is the year of each of several files', async () => {
    const { observations, report } = await read({
      'deaths-2013.csv': 'Area,Deaths\nHonduras,7\n',
      'deaths-2014.csv': 'Area,Deaths,\nHonduras,9\n',
    });
    expect(report.faultCount).toBe(0);
    expect(observations.map(say)).toEqual([
      '2013 7 deaths-2013.csv: line 2, Deaths',
      '2014 9 deaths-2014.csv: line 2, Deaths',
    ]);
  });

  it('is refused if it does not fit', async () => {
    const { report } = await read({ 'deaths-last.csv': 'Area,Deaths\nHonduras,7\n' });
    expect(report.faults.map(({ rule }) => rule).join()).toContain(
      'the name of the file, "deaths-last.csv", does not fit fromFileName.pattern',
    );
  });
});
