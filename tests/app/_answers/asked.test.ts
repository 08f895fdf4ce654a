/**
 * Every code that a query names is answered: with a figure, or with a gap that names the last period on file.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { parseCsv } from '#app/_downloads/csv.ts';
import { testDatabase } from '../../setup/database.ts';
import { askProduct, askJson } from './ask.ts';

await testDatabase();
afterAll(closeReader);

const OWID = 'source=owid-homicide-rate';
const rowsOf = async (question: string) => {
  const { status, text } = await askProduct(`/data/1.1.0/${question}`);
  expect([status, question]).toEqual([200, question]);
  return parseCsv(text);
};

test('latest is the latest of each series, dated', async () => {
  const rows = await rowsOf(`homicide-rate.csv?country=BLZ~SLV~CAN~CUB~VEN&time=latest&${OWID}`);
  expect(rows.map((row) => [row.Code, row.period, row.gap])).toEqual([
    ['BLZ', '2022', null],
    ['SLV', '2022', null],
    ['CAN', '2023', null],
    ['CUB', '2019', null],
    ['VEN', '2022', null],
  ]);
});

test('latest-common is one period for all', async () => {
  const rows = await rowsOf(`homicide-rate.csv?country=BLZ~SLV~CAN~CUB~VEN&time=latest-common&${OWID}`);
  expect(rows.map((row) => `${row.Code} ${row.period}`)).toEqual([
    'BLZ 2019',
    'SLV 2019',
    'CAN 2019',
    'CUB 2019',
    'VEN 2019',
  ]);
  const { text } = await askProduct(
    `/data/1.1.0/homicide-rate.json?country=HND~SLV&time=latest-common&${OWID}`,
  );
  expect(text).toContain(
    '"address":"/data/1.1.0/homicide-rate.json?country=HND~SLV&source=owid-homicide-rate&time=latest-common"',
  );
});

/** Each query, the code without a figure in it, its period, and the last period on file. */
const QUESTIONS: readonly (readonly [string, string, string, string | null])[] = [
  [`homicide-rate.csv?country=HND~SLV&time=2023&${OWID}`, 'SLV', '2023', '2022'],
  [`homicide-rate.csv?country=GTM~HND&time=2015&${OWID}`, 'GTM', '2015', '2023'],
  ['gini-index.csv?country=HND~CUB', 'CUB', '2024', null],
  ['gini-index.csv?country=HND~GTM&time=2016..2019', 'GTM', '2019', '2023'],
  [`homicide-rate.csv?country=HND~VGB&time=2010..2014&${OWID}`, 'VGB', '2014', '2006'],
  ['border-encounters.csv?origin=HND~GRL&time=2019-05', 'GRL', '2019-05', null],
  ['gini-index.csv?country=HND~CUB&time=latest', 'CUB', '2024', null],
  [`homicide-rate.csv?country=HND&time=2030&${OWID}`, 'HND', '2030', '2023'],
];

describe.each(QUESTIONS)('%s', (question, code, period, last) => {
  test(`says that ${code} has none`, async () => {
    const rows = (await rowsOf(question)).filter((row) => row.gap?.code === 'not-on-file');
    const who = question.includes('origin=') ? 'counterpart' : 'Code';
    expect(rows.map((row) => [row[who], row.period, row.last_on_file])).toEqual([[code, period, last]]);
  });

  test('is counted as it is answered, and JSON has the same rows', async () => {
    const rows = await rowsOf(question);
    const counted = await askJson(`/data/1.1.0/${question.replace('?', '?count&')}`);
    expect(counted['count']).toBe(rows.length);
    const json = (await askJson(`/data/1.1.0/${question.replace('.csv', '.json')}`)) as unknown as {
      readonly rows: readonly { readonly last_on_file: string | null }[];
    };
    expect(json.rows.map((row) => row.last_on_file)).toEqual(rows.map((row) => row.last_on_file));
  });
});

test('picture, embed and text alternative name who has no figure', async () => {
  const svg = (await askProduct(`/data/1.1.0/homicide-rate.svg?country=HND~SLV&time=2023&${OWID}`)).text;
  expect(svg).toContain('El Salvador: no figure available (last: 2022)');
  const embed = (await askProduct(`/embed/1.1.0/homicide-rate?country=HND~SLV&time=2023&${OWID}&lang=es`))
    .text;
  expect(embed).toContain('El Salvador: sin cifra disponible (última: 2022)');
});

test('one figure has no verdict, and two have', async () => {
  const verdictOf = async (question: string) =>
    (await askJson(`/data/1.1.0/homicide-rate.json?${question}`))['comparability'];
  expect(await verdictOf(`country=HND~SLV&time=2023&${OWID}`)).toBeNull();
  expect(await verdictOf(`country=HND~SLV&time=2022&${OWID}`)).toMatchObject({ verdict: 'comparable' });
});

test('a year of one indicator that names nobody answers with what is on file', async () => {
  expect((await rowsOf('homicide-rate.csv?time=2014')).some((row) => row.gap?.code === 'not-on-file')).toBe(
    false,
  );
});

test('an interval of one month is covered by it', async () => {
  const rows = await rowsOf(
    'border-encounters.csv?origin=HND&breakdown=border=southwest&time=2018-10/2018-10',
  );
  expect(rows.map((row) => [row.value, row.coverage_members])).toEqual([
    [12450, { present: 1, expected: 1 }],
  ]);
});
