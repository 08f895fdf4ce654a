/** What files have on request: the parts of computed figures, doubts, and other vintages. */
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, test } from 'vitest';
import { FORMATS, mostCells } from '#app/_answers/http/formats.ts';
import { closeReader } from '#app/_data/pool.ts';
import { COLUMN_NAMES } from '#app/_downloads/columns.ts';
import { decodeColumns, type EncodedColumn } from '#app/_downloads/columnar/encode.ts';
import { testDatabase } from '../../../setup/database.ts';
import { answerBytes, askJson, askProduct, respondTo, requestFor } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

type Row = Readonly<Record<string, string>>;

async function rowsOf(address: string): Promise<Row[]> {
  const { status, text } = await askProduct(address);
  expect(status, text.slice(0, 300)).toBe(200);
  return parse<Row>(text, { columns: true });
}

async function bytesOf(address: string): Promise<Buffer> {
  const answer = await respondTo(requestFor(address));
  expect(answer?.status).toBe(200);
  return answerBytes(answer!);
}

const FLOW = '/data/1.5.0/homicide-rate';
const TRIANGLE = 'group=northern-triangle&source=owid-homicide-rate&time=2010..2014';
const sum = (rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

describe('parts=yes', () => {
  test('puts the members of a weighted rate below it, with which it can be done again', async () => {
    const rows = await rowsOf(`${FLOW}.csv?${TRIANGLE}&parts=yes`);
    const computed = rows.filter(({ computed: rule }) => rule === 'weighted-mean');
    expect(computed).toHaveLength(5);
    for (const row of computed) {
      const id = `homicide-rate~owid-homicide-rate~northern-triangle~${row['period']}~computed`;
      const at = rows.indexOf(row);
      const members = rows.slice(at + 1, at + 4);
      expect(
        members.map(({ Code, part_of, part_role, period }) => [Code, part_of, part_role, period]),
      ).toEqual(
        expect.arrayContaining(['HND', 'SLV', 'GTM'].map((code) => [code, id, 'member', row['period']])),
      );
      for (const { Code, part_weight_id } of members)
        expect(part_weight_id).toBe(`population~world-bank-population~${Code}~${row['period']}`);
      const people = sum(members, ({ part_weight }) => Number(part_weight));
      const cases = sum(members, ({ value, part_weight }) => Number(value) * Number(part_weight));
      expect(cases / people).toBeCloseTo(Number(row['value']), 8);
    }
  });

  test('adds columns and rows, and leaves those of the plain file as they are', async () => {
    const [plain, parts] = await Promise.all(
      ['', '&parts=yes'].map(async (more) => (await askProduct(`${FLOW}.csv?${TRIANGLE}${more}`)).text),
    );
    const width = COLUMN_NAMES.length;
    const own = parse(parts!).filter((cells) => cells[width] === '' || cells[width] === 'part_of');
    expect(own.map((cells) => cells.slice(0, width))).toEqual(parse(plain!));
  });

  test('lists the months of a fiscal year, which add up to it', async () => {
    const rows = await rowsOf(
      '/data/1.5.0/border-encounters.csv?basis=us-fiscal-year&origin=HND&parts=yes&time=FY2021',
    );
    const months = rows.filter(({ part_role }) => part_role === 'month');
    const years = [...new Set(months.map(({ part_of }) => part_of!))];
    expect(years.length).toBeGreaterThan(0);
    for (const id of years) {
      const own = months.filter(({ part_of }) => part_of === id);
      const year = rows[rows.indexOf(own[0]!) - 1]!;
      // Months that the source leaves out because they are zero are no rows.
      for (const { period } of own) expect(period! >= '2020-10' && period! <= '2021-09').toBe(true);
      expect(own.length).toBeLessThanOrEqual(12);
      // A sum of rounded figures is an interval around their sum.
      const total = sum(own, ({ value }) => Number(value));
      const [low, high] = ['low', 'high'].map((end) => year[end] || year['value']) as [string, string];
      expect(total).toBeGreaterThanOrEqual(Number(low));
      expect(total).toBeLessThanOrEqual(Number(high || total));
    }
  });

  test('lists the terms of a transform: a figure per capita, its count and its people', async () => {
    const rows = await rowsOf(
      '/data/1.5.0/asylum-applications.csv?country=USA&origin=HND&parts=yes&source=unhcr-asylum-applications&time=2014&transform=per-capita:origin',
    );
    const figures = rows.filter(({ transform }) => transform === 'per-capita');
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) {
      const [count, people] = rows.slice(rows.indexOf(figure) + 1, rows.indexOf(figure) + 3) as [Row, Row];
      expect([count['part_role'], count['indicator']]).toEqual(['figure', 'asylum-applications']);
      expect([people['part_role'], people['indicator']]).toEqual(['population', 'population']);
      expect((Number(count['value']) / Number(people['value'])) * 100_000).toBeCloseTo(
        Number(figure['value']),
        6,
      );
    }
  });

  test('is the same in JSON, and a sheet of a workbook', async () => {
    const parts = (await rowsOf(`${FLOW}.csv?${TRIANGLE}&parts=yes`)).filter(({ part_of }) => part_of !== '');
    const key = (row: Readonly<Record<string, unknown>>): string =>
      [row['part_of'], row['part_role'], row['Code'], row['value'], row['part_weight']].join(' ');
    const document = (await askJson(`${FLOW}.json?${TRIANGLE}&parts=yes`)) as { parts: Row[]; rows: Row[] };
    expect(document.parts.map(key)).toEqual(parts.map(key));
    expect(document.rows).toEqual(((await askJson(`${FLOW}.json?${TRIANGLE}`)) as { rows: Row[] }).rows);
    const { sheets } = await readXlsx(await bytesOf(`${FLOW}.xlsx?${TRIANGLE}&parts=yes`));
    const [head = [], ...lines] = sheets.find(({ name }) => name === 'Parts')!.rows;
    const records = lines.map((line) => Object.fromEntries(head.map((name, i) => [String(name), line[i]])));
    expect(records.map(key)).toEqual(parts.map(key));
    expect(JSON.stringify(sheets.find(({ name }) => name === 'Codebook')!.rows)).toContain('part_weight_id');
  });

  test('of an answer without computed figures adds nothing but columns', async () => {
    const rows = await rowsOf(`${FLOW}.csv?country=HND&source=owid-homicide-rate&time=2014&parts=yes`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ part_of: '', part_role: '', part_weight: '' });
  });
});

test('doubts=yes names the entries of the register in a last column', async () => {
  const rows = await rowsOf(`${FLOW}.csv?country=MEX&doubts=yes&time=2014`);
  expect(rows.filter(({ doubt }) => doubt !== '').map(({ source, doubt }) => [source, doubt])).toEqual([
    ['migrant-crisis-2015', 'mexico-21-5'],
  ]);
  const { text } = await askProduct(`${FLOW}.csv?country=MEX&time=2014`);
  expect(text.split('\n')[0]).toBe(COLUMN_NAMES.join(','));
  const { headers } = await askProduct(`${FLOW}.csv?country=MEX&doubts=yes&time=2014`);
  expect(headers['cache-control']).not.toContain('immutable');
  const { on_request: more } = (await askJson('/data/codebook.json')) as {
    on_request: { name: string; meaning: { en: string; es: string } }[];
  };
  expect(more.map(({ name }) => name)).toEqual([
    'part_of',
    'part_role',
    'part_weight',
    'part_weight_id',
    'doubt',
  ]);
  for (const { meaning } of more) expect([meaning.en, meaning.es]).not.toContain('');
});

describe('vintages=', () => {
  const QUESTION = 'country=HND~SLV&source=world-bank-homicide&time=2014';
  const key = (row: Readonly<Record<string, unknown>>): string =>
    [row['Code'], row['release'], row['value'], row['period']].join(' ');

  test.each(['first', 'all', 'changes'])('%s is the same in every format that can say it', async (choice) => {
    const address = (ending: string): string => `${FLOW}.${ending}?${QUESTION}&vintages=${choice}`;
    const truth = (await rowsOf(address('csv'))).map(key);
    expect(truth.length).toBeGreaterThan(1);
    expect(((await askJson(address('json'))) as { rows: Row[] }).rows.map(key)).toEqual(truth);
    const compact = (await askJson(address('columns.json'))) as unknown as {
      columns: Record<string, EncodedColumn>;
      rows: number;
    };
    expect(decodeColumns(compact.columns, compact.rows).map(key)).toEqual(truth);
    const { sheets } = await readXlsx(await bytesOf(address('xlsx')));
    const [head = [], ...lines] = sheets[0]!.rows;
    expect(
      lines.map((line) => key(Object.fromEntries(head.map((name, i) => [String(name), line[i]])))),
    ).toEqual(truth);
    const file = new Uint8Array(await bytesOf(address('parquet'))).buffer;
    expect((await parquetReadObjects({ file })).map(key)).toEqual(truth);
  });

  test.each(['md', 'jsonstat.json', 'sdmx.csv', 'zip', 'svg', 'png', 'bib'])(
    'is refused by .%s, which has one figure for each place and period',
    async (ending) => {
      const { status, text } = await askProduct(`${FLOW}.${ending}?${QUESTION}&vintages=all`);
      expect(status).toBe(400);
      expect(text).toContain('vintages');
    },
  );
});

test.each([
  `${FLOW}.csv?${TRIANGLE}&parts=yes&excel=yes`,
  `${FLOW}.csv?${TRIANGLE}&parts=yes&shape=wide`,
  `${FLOW}.csv?${TRIANGLE}&parts=yes&vintages=all`,
  `${FLOW}.csv?csvType=full&parts=yes`,
  `${FLOW}.csv?${TRIANGLE}&doubts=yes&excel=yes`,
  `${FLOW}.json?${TRIANGLE}&parts=yes&vintages=all`,
  `${FLOW}.parquet?${TRIANGLE}&parts=yes`,
])('%s is refused, because one of its parameters would be ignored', async (address) => {
  expect((await askProduct(address)).status).toBe(400);
});

test('a file that is made whole has a limit of its own, and says so where it is offered', () => {
  const limits = { jsonCells: 1_000_000, drawnCells: 10_000 };
  expect(mostCells('csv', limits)).toBe(1_000_000);
  for (const name of ['excel', 'parts', 'doubts'])
    expect(mostCells('csv', limits, new Map([[name, 'yes']]))).toBe(250_000);
  expect(mostCells('csv', limits, new Map([['shape', 'wide']]))).toBe(250_000);
  for (const [format, most] of [
    ['xlsx', '100,000'],
    ['zip', '100,000'],
    ['parquet', '250,000'],
    ['sdmx.csv', '250,000'],
    ['columns.json', '250,000'],
  ] as const) {
    expect(mostCells(format, limits)).toBe(Number(most.replace(',', '')));
    expect(FORMATS[format].summary.en, format).toContain(most);
    expect(FORMATS[format].summary.es, format).toContain(most.replace(',', ' '));
  }
});
