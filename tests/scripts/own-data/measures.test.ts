/**
 * Own data of new kinds, from a file to an answer: levels with a weight, amounts of money, quarters, places within a
 * country, a published group, counts below zero. What the dry run passes, the database takes.
 */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { createData } from '#app/_data/data.ts';
import { closeReader, reader } from '#app/_data/pool.ts';
import { ownLine } from '#scripts/ingest/line.ts';
import { askerOf } from '../../app/_answers/ask.ts';
import { testDatabase } from '../../setup/database.ts';
import { copyOfTree, loadText, makeFirstRelease, type CommandOutcome } from '../ingest/tree.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cotejo-measures-')));
const before = process.env['COTEJO_DATA'];
process.env['COTEJO_DATA'] = join(folder, 'data');
const root = copyOfTree();
afterAll(() => {
  process.env['COTEJO_DATA'] = before;
  rmSync(folder, { recursive: true, force: true });
});

function load(source: string, rows: string, lines: string, dryRun = false): Promise<CommandOutcome> {
  const [file, recipe] = [join(folder, `${source}.csv`), join(folder, `${source}.yaml`)];
  writeFileSync(file, rows);
  writeFileSync(recipe, `source: ${source}\nfile: ${source}.csv\nformat: { type: csv }\n${lines}`);
  return loadText(root, file, recipe, { line: ownLine(root), dryRun });
}

/** The figures of an answer, as the columns that the test is about. */
async function figures(address: string, columns: readonly string[]): Promise<string[]> {
  await closeReader();
  const { status, text } = await askerOf(createAnswers({ data: createData(reader) }).answer)(
    `/data/latest/${address}`.replace('latest', (await latest()) ?? ''),
  );
  if (status !== 200) return [`${status} ${text.slice(0, 300)}`];
  const [head = '', ...lines] = text.trim().split('\r\n').join('\n').split('\n');
  const at = columns.map((name) => head.split(',').indexOf(name));
  return lines.map((line) => at.map((i) => line.split(',')[i] ?? '').join(' '));
}

async function latest(): Promise<string | undefined> {
  const { text } = await askerOf(createAnswers({ data: createData(reader) }).answer)('/data/releases.json');
  const { releases } = JSON.parse(text) as { releases: { version: string }[] };
  return releases.at(-1)?.version;
}

beforeAll(async () => {
  const database = await testDatabase({ empty: true });
  process.env['DATABASE_URL'] = database.url;
  if (database.reader) process.env['DATABASE_URL_READER'] = database.reader;
  await makeFirstRelease(root);
  mkdirSync(process.env['COTEJO_DATA'] ?? '');
  writeFileSync(join(process.env['COTEJO_DATA'] ?? '', 'site.yaml'), 'id: casa\nname: La Casa\n');
});

describe('a level', () => {
  const lines = (more: string): string => `area: Country
period: Year
figures:
  - indicator: development-index${more === '' ? '-alone' : ''}
    measure: level
    value: Index
    describe: { title: { en: Development index, es: Índice de desarrollo }, unit: { en: points, es: puntos }${more} }
`;
  const rows = 'Country,Year,Index\nHonduras,2014,0.6\nEl Salvador,2014,0.7\nHonduras,2015,0.61\n';

  test('has the decimals of its cells, and no mean of a group without a weight (L1, L2)', async () => {
    const { err, out } = await load('index-alone', rows, lines(''));
    expect(err).toBe('');
    expect(out).toContain('is in the database');
    expect(
      await figures('own-development-index-alone.csv?country=HND~SLV&group=northern-triangle&time=2014', [
        'Code',
        'measure',
        'value',
        'unit',
        'gap',
      ]),
    ).toEqual([
      'HND level 0.6 points ',
      'SLV level 0.7 points ',
      'northern-triangle level  points not-additive',
    ]);
    const yaml = readFileSync(
      join(process.env['COTEJO_DATA'] ?? '', 'catalogue/indicators/own-development-index-alone.yaml'),
      'utf8',
    );
    expect(yaml).toContain('decimals: 2');
  });

  test('has a mean of a group by the weight that it declares', async () => {
    const weight = ', weight: { indicator: population, source: world-bank-population }';
    // The short tables of this test have the populations of the first countries alone.
    const some = rows.replaceAll('Honduras', 'Aruba').replaceAll('El Salvador', 'Angola');
    expect((await load('index', some, lines(weight))).err).toBe('');
    const [aruba = 0, angola = 0] = (
      await figures('population.csv?country=ABW~AGO&time=2014&source=world-bank-population', ['value'])
    ).map(Number);
    expect(aruba).toBeGreaterThan(0);
    const [mean = ''] = await figures(
      'own-development-index.csv?country=ABW~AGO&by=origin~breakdown~source&time=2014',
      ['value', 'computed'],
    );
    expect(Number(mean.split(' ')[0])).toBeCloseTo((0.6 * aruba + 0.7 * angola) / (aruba + angola), 8);
    expect(mean).toContain('weighted-mean');
  });
});

test('an amount of money has its currency and the year of its prices', async () => {
  const { err } = await load(
    'wages',
    'Country,Year,Wage\nHonduras,2014,412.5\nHonduras,2015,430\n',
    `area: Country
period: Year
figures:
  - indicator: minimum-wage
    measure: level
    value: Wage
    describe: { title: { en: Minimum wage, es: Salario mínimo }, currency: USD, priceYear: 2020 }
`,
  );
  expect(err).toBe('');
  expect(await figures('own-minimum-wage.csv', ['period', 'value', 'unit'])).toEqual([
    '2014 412.5 USD at 2020 prices',
    '2015 430 USD at 2020 prices',
  ]);
});

test('quarters are added up to years and half years', async () => {
  const rows = ['2013-Q4,7', '2014-Q1,1', '2014-Q2,2', '2014-Q3,3', '2014-Q4,4', '2015-Q1,9'];
  const { err } = await load(
    'quarters',
    `Country,Quarter,Cases\n${rows.map((row) => `Honduras,${row}\n`).join('')}`,
    `area: Country
period: Quarter
figures:
  - { indicator: detentions, measure: count, value: Cases, describe: { title: { en: Detentions, es: Detenciones }, additive: flow } }
`,
  );
  expect(err).toBe('');
  const columns = ['period', 'value', 'computed', 'gap', 'gap_members'];
  expect(await figures('own-detentions.csv?time=2014-Q1..2014-Q3', columns.slice(0, 2))).toEqual([
    '2014-Q1 1',
    '2014-Q2 2',
    '2014-Q3 3',
  ]);
  expect((await figures('own-detentions.csv?basis=calendar-year', columns.slice(0, 3))).slice(1, 2)).toEqual([
    '2014 10 sum',
  ]);
  expect(await figures('own-detentions.csv?basis=us-fiscal-year&time=FY2014', columns.slice(0, 3))).toEqual([
    'FY2014 13 sum',
  ]);
  expect(await figures('own-detentions.csv?basis=half-year&time=2014', columns.slice(0, 3))).toEqual([
    '2014-S1 3 sum',
    '2014-S2 7 sum',
  ]);
  expect(await figures('own-detentions.csv?time=2014-01/2014-06', columns.slice(0, 3))).toEqual([
    '2014-01/2014-06 3 sum',
  ]);
  const [, , next = ''] = await figures('own-detentions.csv?basis=calendar-year', ['period', 'value', 'gap']);
  expect(next).toContain('2015  period-missing');
  const chart = await askerOf(createAnswers({ data: createData(reader) }).answer)(
    `/data/${(await latest()) ?? ''}/own-detentions.svg`,
  );
  expect(chart.status).toBe(200);
  expect(chart.text).toMatch(/Q4 2013[^]*Q1 2015/);
});

test('places within a country and a group are named as the file names them, and are no countries (L3, L15)', async () => {
  const { err, out } = await load(
    'departments',
    'Departamento,Year,Cases\nCortés,2014,100\nFrancisco Morazán,2014,80\nGranada,2014,3\n',
    `area: { column: Departamento, within: HND, kind: department }
period: Year
figures:
  - { indicator: homicides, value: Cases }
`,
  );
  expect(err).toBe('');
  expect(out).toContain('named Cortés, Francisco Morazán, Granada');
  const areas = readFileSync(join(process.env['COTEJO_DATA'] ?? '', 'catalogue/areas.yaml'), 'utf8');
  expect(areas).toContain(
    '- { code: own-hnd-francisco-morazan, kind: department, within: HND, name: { en: "Francisco Morazán", es: "Francisco Morazán" } }',
  );
  expect(
    await figures('homicides.csv?source=own-departments&country=own-hnd-cortes~own-hnd-granada', [
      'Code',
      'value',
    ]),
  ).toEqual(['own-hnd-cortes 100', 'own-hnd-granada 3']);
  // A sum over Honduras and a place of it would count people twice.
  const [both = ''] = await figures(
    'homicides.csv?country=HND~own-hnd-cortes&by=origin~breakdown~source&time=2014',
    ['value', 'gap'],
  );
  expect(both).toBe(' overlap');
  const groups = await load(
    'groups',
    'Area,Year,Cases\nWorld,2014,900\nEuro area,2014,40\n',
    `area: { column: Area, kind: group }
period: Year
figures:
  - { indicator: homicides, value: Cases }
`,
  );
  expect(groups.err).toBe('');
  expect(await figures('homicides.csv?source=own-groups', ['Code', 'value'])).toEqual([
    'own-euro-area 40',
    'm49-001 900',
  ]);
});

describe('what the dry run passes', () => {
  const net = (more: string): string => `area: Country
period: Year
figures:
  - { indicator: net-migration, measure: count, ${more}value: Net, describe: { title: { en: Net migration, es: Migración neta }, additive: flow } }
`;
  const rows = 'Country,Year,Net\nHonduras,2013,-5\nHonduras,2014,12\nEl Salvador,2013,-1234567\n';

  test('is taken by the database: a net flow (C13, L5)', async () => {
    expect((await load('net', rows, net('signed: true, '), true)).code).toBe(0);
    expect((await load('net', rows, net('signed: true, '))).err).toBe('');
    expect(
      await figures('own-net-migration.csv?country=HND~SLV&by=origin~breakdown~source&time=2013', ['value']),
    ).toEqual(['-1234572']);
  });

  test.each([
    ['a count below zero', rows, net('').replace('net-', 'other-'), 'is below 0'],
    [
      'a number without end',
      'Country,Year,Net\nHonduras,2013,1e400\n',
      net(''),
      'is no finite number up to 1e30',
    ],
    [
      'a name that Postgres would cut',
      rows,
      net('').replace('net-migration', `net-${'migration-'.repeat(8)}x`),
      'is longer than 60 characters',
    ],
  ])('is not %s', async (_, text, lines, problem) => {
    const { code, err, out } = await load('refused', text, lines, true);
    expect(code).toBe(1);
    expect(`${out}\n${err}`).toContain(problem);
  });
});
