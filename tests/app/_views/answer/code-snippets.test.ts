/** The code that a page offers, run as it stands against the site by those programs that Debian or npm has. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { afterAll, describe, expect, test } from 'vitest';
import { siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { parseCsv } from '#app/_downloads/csv.ts';
import { CodeSnippets } from '#app/_views/answer/code/CodeSnippets.tsx';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { serve } from '#server.ts';
import { HAS_PYTHON, HAS_R } from '../../../readers/reader.ts';
import { testDatabase } from '../../../setup/database.ts';

await testDatabase();
const server = await serve({ port: 0, host: '127.0.0.1' }, () =>
  Promise.resolve({ handle: () => Promise.resolve(), close: () => Promise.resolve() }),
);
const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
  await closeReader();
});

const VERSION = '1.4.0';
const SEARCH = 'country=HND~SLV&source=world-bank-homicide';
const release = (await siteData.loadReleases()).find(({ version }) => version === VERSION)!;
const catalogue = (await siteData.loadCatalogue(VERSION))!;
const indicator = catalogue.indicators.find(({ id }) => id === 'homicide-rate')!;

const unescaped = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** The code on the page of a question, by program. */
async function codeOf(search: string): Promise<Readonly<Record<string, string>>> {
  const query = parseQuery(parseParameters(search), indicator, catalogue);
  const comparison = await siteData.loadComparison({ version: VERSION, language: 'en', query });
  const place = { language: 'en', release, pinned: false, origin: server.address } as const;
  const html = renderToStaticMarkup(createElement(CodeSnippets, { comparison, place }));
  return Object.fromEntries(
    [...html.matchAll(/<code id="code-([\w-]+)">([^]*?)<\/code>/g)].map(([, id = '', code = '']) => [
      id,
      unescaped(code),
    ]),
  );
}
const CODE = await codeOf(SEARCH);
const CSV = `${server.address}/data/${VERSION}/homicide-rate.csv?${SEARCH}`;
const ROWS = parseCsv(await (await fetch(CSV)).text());
const SUM = ROWS.reduce((sum, { value }) => sum + Number(value), 0);

const run = async (program: string, code: string): Promise<string> =>
  (await promisify(execFile)(program, [program === 'Rscript' ? '-e' : '-c', code], { cwd: folder })).stdout;
const numbersIn = (printed: string): number[] => printed.trim().split(/\s+/).map(Number);

test('names a program each, with the pinned address', () => {
  expect(Object.keys(CODE)).toEqual([
    ...['r', 'rsdmx', 'python', 'stata', 'power-query', 'sheets', 'duckdb', 'curl'],
  ]);
  for (const [id, code] of Object.entries(CODE)) {
    expect(code).toContain(server.address);
    expect(code).toContain(VERSION);
    if (!['rsdmx', 'duckdb'].includes(id)) expect(code).toContain(`"${CSV}"`);
  }
});

test('offers no SDMX for what SDMX does not have', async () => {
  for (const search of ['group=northern-triangle', 'country=HND&time=2014', 'source=preferred'])
    expect(Object.keys(await codeOf(search))).not.toContain('rsdmx');
});

describe('gives the rows of the CSV', () => {
  test.skipIf(!HAS_R)('in R', async () => {
    const [rows, sum] = numbersIn(
      await run('Rscript', `${CODE['r']}; cat(nrow(d), format(sum(d$value, na.rm = TRUE), digits = 12))`),
    );
    expect(rows).toBe(ROWS.length);
    expect(sum).toBeCloseTo(SUM, 6);
  });

  test.skipIf(!HAS_R)('in R with rsdmx', async () => {
    const read = `${CODE['rsdmx']}; cat(nrow(d), format(sum(as.numeric(d$obsValue), na.rm = TRUE), digits = 12))`;
    const [rows, sum] = numbersIn(await run('Rscript', read));
    expect(rows).toBe(ROWS.length);
    expect(sum).toBeCloseTo(SUM, 6);
  });

  test.skipIf(!HAS_PYTHON)('in Python', async () => {
    const read = `${CODE['python']}; print(len(d), sum(float(row["value"] or 0) for row in d))`;
    const [rows, sum] = numbersIn(await run('python3', read));
    expect(rows).toBe(ROWS.length);
    expect(sum).toBeCloseTo(SUM, 6);
  });

  test('by curl', async () => {
    await run('sh', CODE['curl']!);
    expect(parseCsv(readFileSync(join(folder, 'figures.csv'), 'utf8'))).toEqual(ROWS);
  });

  test('in DuckDB, with the file fetched for it: its extension for HTTP is in no package', async () => {
    const [, address = ''] = /read_parquet\('([^']+)'\)/.exec(CODE['duckdb']!) ?? [];
    const file = join(folder, 'a.parquet');
    writeFileSync(file, Buffer.from(await (await fetch(address)).arrayBuffer()));
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const read = (await connection.runAndReadAll(CODE['duckdb']!.replace(address, file))).getRowObjects();
    connection.closeSync();
    expect(read.map(({ Code, period, value, qualifier }) => [Code, period, value, qualifier])).toEqual(
      ROWS.map(({ Code, period, value, qualifier }) => [Code, period, value, qualifier]),
    );
  });
});
