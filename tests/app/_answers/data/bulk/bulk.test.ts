/** Whole releases and whole sources as files: the rows of their indicators, one after the other. */
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, test } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { createData } from '#app/_data/data.ts';
import { AskingScope, workFor } from '#app/_data/asking.ts';
import { closeReader } from '#app/_data/pool.ts';
import { parseCsv } from '#app/_downloads/csv.ts';
import { testDatabase } from '../../../../setup/database.ts';
import { LATEST } from '../../../../setup/releases.ts';
import { answerBytes, askerOf, askJson, askProduct, requestFor, respondTo } from '../../ask.ts';
import { watchedReader } from '../../watched-reader.ts';

await testDatabase();
afterAll(closeReader);

const VERSION = '1.0.0';
const SOURCE = 'migrant-crisis-2015';
const BASE = `/data/${VERSION}`;

const { indicators } = (await askJson(`${BASE}/indicators.json`)) as {
  indicators: { id: string; sources: string[] }[];
};
const full = async (id: string): Promise<string> => (await askProduct(`${BASE}/${id}.csv?csvType=full`)).text;
const bytesOf = async (address: string): Promise<Buffer> => {
  const answer = (await respondTo(requestFor(address)))!;
  expect(answer.status, address).toBe(200);
  return answerBytes(answer);
};

describe('a whole release', () => {
  test('as CSV is the full files of its indicators below one header', async () => {
    const { text, headers } = await askProduct(`${BASE}/all.csv`);
    const files = await Promise.all(indicators.map(({ id }) => full(id)));
    const [head = ''] = text.split('\n');
    expect(text).toBe(`${head}\n${files.map((file) => file.slice(head.length + 1)).join('')}`);
    expect(headers['content-disposition']).toContain(`cotejo-${VERSION}.csv`);
    expect(headers['cache-control']).toContain('immutable');
    const { count } = JSON.parse((await askProduct(`${BASE}/all.csv?count`)).text) as { count: number };
    expect(parseCsv(text)).toHaveLength(count);
  });

  test('as Parquet and as a workbook has the same rows', async () => {
    const rows = parseCsv((await askProduct(`${BASE}/all.csv`)).text);
    const key = (row: Readonly<Record<string, unknown>>): string =>
      ['indicator', 'Code', 'period', 'value', 'low', 'high', 'qualifier', 'source']
        .map((name) => row[name] ?? '')
        .join(' ');
    const should = rows.map((row) => key(row as unknown as Record<string, unknown>));
    const file = new Uint8Array(await bytesOf(`${BASE}/all.parquet`)).buffer;
    expect((await parquetReadObjects({ file })).map(key)).toEqual(should);
    const [head = [], ...lines] = (await readXlsx(await bytesOf(`${BASE}/all.xlsx`))).sheets[0]!.rows;
    const records = lines.map((line) => Object.fromEntries(head.map((name, i) => [String(name), line[i]])));
    expect(records.map(key)).toEqual(should);
  });

  test('as a package is described for programs, with the hash of the table that was sent before', async () => {
    const files = unzipSync(new Uint8Array(await bytesOf(`${BASE}/all.zip?lang=es`)));
    const table = files[`cotejo-${VERSION}-es.csv`]!;
    expect(strFromU8(table)).toBe((await askProduct(`${BASE}/all.csv?lang=es`)).text);
    const { resources, licenses, description } = JSON.parse(strFromU8(files['datapackage.json']!)) as {
      resources: { path: string; bytes: number; hash: string }[];
      licenses: object[];
      description: string;
    };
    expect(resources.map(({ path }) => path).sort()).toEqual(
      Object.keys(files)
        .filter((name) => !/^(datapackage|croissant|ro-crate-metadata)\.json$/.test(name))
        .sort(),
    );
    for (const { path, bytes, hash } of resources) {
      expect(files[path]!.byteLength).toBe(bytes);
      expect(hash).toBe(`sha256:${createHash('sha256').update(files[path]!).digest('hex')}`);
    }
    expect(licenses.length).toBeGreaterThan(1);
    expect(description).toContain('Todas las cifras de la edición 1.0.0');
    const readme = strFromU8(files['README.md']!);
    for (const { id } of indicators) expect(readme).toContain(id.replaceAll('_', '\\_'));
  });
});

describe('a whole source', () => {
  test('is the rows that name it in the files of all indicators', async () => {
    const { text } = await askProduct(`${BASE}/sources/${SOURCE}.csv`);
    const all = await Promise.all(indicators.map(({ id }) => full(id)));
    const should = all.flatMap((file) => parseCsv(file).filter(({ source }) => source === SOURCE));
    expect(parseCsv(text)).toEqual(should);
    expect(should.length).toBeGreaterThan(20);
    expect(new Set(should.map(({ indicator }) => indicator)).size).toBeGreaterThan(3);
  });

  test('in a package is cited alone, with its own licence', async () => {
    const files = unzipSync(new Uint8Array(await bytesOf(`${BASE}/sources/${SOURCE}.zip`)));
    const { title, sources, licenses } = JSON.parse(strFromU8(files['datapackage.json']!)) as {
      title: string;
      sources: { title: string }[];
      licenses: object[];
    };
    expect([sources.length, licenses.length]).toEqual([1, 1]);
    expect(title).toBe(sources[0]!.title);
  });
});

describe('what cannot be had', () => {
  test.each([
    [`${BASE}/sources/no-such.csv`, 404, /migrant-crisis-2015/],
    [`${BASE}/sources/${SOURCE}.json`, 404, /csv/],
    [`${BASE}/all.json`, 404, /all/],
    [`${BASE}/all.csv?country=HND`, 400, /lang/],
    ['/data/9.9.9/all.zip', 404, /1\.0\.0/],
  ])('%s is refused', async (address, status, reason) => {
    const answer = await askProduct(address);
    expect(answer.status, answer.text).toBe(status);
    expect(answer.text).toMatch(reason);
  });

  test('is a workbook of more than 100,000 rows, which names the files that have no limit', async () => {
    const statements: string[] = [];
    const data = createData(watchedReader((text) => void statements.push(text)));
    const ask = askerOf(createAnswers({ data }).answer);
    const { count, limit, accepted } = JSON.parse(
      (await ask(`/data/${LATEST}/all.xlsx?count`)).text,
    ) as Record<string, number | boolean>;
    expect([limit, accepted]).toEqual([100_000, false]);
    expect(count).toBeGreaterThan(100_000);
    statements.length = 0;
    const { status, text } = await ask(`/data/${LATEST}/all.xlsx`);
    expect(status).toBe(400);
    expect(text).toContain('.zip');
    // The rows are known from memory: nothing is asked of the database.
    expect(statements).toEqual([]);
  });
});

test('costs no statement to a client that has it', async () => {
  const statements: string[] = [];
  const data = createData(watchedReader((text) => void statements.push(text)));
  const ask = askerOf(createAnswers({ data }).answer);
  for (const format of ['csv', 'zip', 'parquet', 'xlsx']) {
    const { etag } = (await ask(`${BASE}/all.${format}`, {}, 'HEAD')).headers as { etag: string };
    statements.length = 0;
    expect((await ask(`${BASE}/all.${format}`, { 'if-none-match': etag })).status).toBe(304);
    expect(statements).toEqual([]);
  }
});

test('goes on for as long as its client takes, once it has begun', async () => {
  let isOver = false;
  const asking = new AskingScope('', Date.now() + 60_000, () => isOver);
  const bytes = await workFor(asking, async () => {
    const { body } = (await respondTo(requestFor(`${BASE}/all.csv`)))!;
    // Nothing of the request may hold back the rest of a file.
    isOver = true;
    return answerBytes({ body });
  });
  expect(bytes.toString()).toBe((await askProduct(`${BASE}/all.csv`)).text);
});
