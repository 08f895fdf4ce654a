import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, test } from 'vitest';
import { citeAnswers } from '#app/_downloads/citation/cited-work.ts';
import { COLUMN_NAMES, DOWNLOAD_COLUMNS, type CsvRow } from '#app/_downloads/columns.ts';
import { csvRowOf } from '#app/_downloads/csv.ts';
import { formatParquet } from '#app/_downloads/parquet/parquet.ts';
import { downloadRows } from '#app/_downloads/row.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { anyComparison, comparisonWith, sampleCell } from './comparison.ts';

const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (comparison: Comparison): Uint8Array =>
  formatParquet([comparison], citeAnswers([comparison], 'https://example.org/x'));
const bufferOf = (file: Uint8Array): ArrayBuffer => file.slice().buffer;

/** A value as a table has it: texts of lists and gaps, days as texts, nothing for an empty text. */
function expected(row: CsvRow, name: keyof CsvRow): unknown {
  const value = row[name];
  if (value === null || value === '') return null;
  if (typeof value !== 'object') return value;
  const { format } = DOWNLOAD_COLUMNS[name] as { format: (value: unknown) => string };
  return format(value) || null;
}
const rowsOf = (comparison: Comparison) =>
  downloadRows(comparison)
    .map((row) => csvRowOf(row, comparison.language))
    .map((row) => Object.fromEntries(COLUMN_NAMES.map((name) => [name, expected(row, name)])));
const plain = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null);

describe('Parquet', () => {
  test('is read by hyparquet: every cell of the CSV, in its type', async () => {
    await fc.assert(
      fc.asyncProperty(anyComparison, async (comparison) => {
        const rows = await parquetReadObjects({ file: bufferOf(write(comparison)) });
        expect(
          rows.map((row) => Object.fromEntries(COLUMN_NAMES.map((name) => [name, plain(row[name])]))),
        ).toEqual(rowsOf(comparison));
      }),
    );
  });

  test('is read by DuckDB: numbers, hedges and days', async () => {
    const comparison = comparisonWith([
      sampleCell,
      {
        ...sampleCell,
        area: 'SLV',
        stated: { qualifier: 'more-than', value: null, low: 20_000, high: null },
      },
    ]);
    const path = join(folder, 'a.parquet');
    writeFileSync(path, write(comparison));
    const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
    const found = await duckdb.runAndReadAll(
      `select Code, value, low, qualifier, locator, release, status, period_start = date '2014-01-01' as day, typeof(period_start) as type, typeof("Year") as year
       from '${path}' order by Code`,
    );
    const shared = {
      locator: 'paragraph 13',
      release: '1.0.0',
      status: 'stated',
      day: true,
      type: 'DATE',
      year: 'INTEGER',
    };
    expect(found.getRowObjects()).toEqual([
      { Code: 'HND', value: 68.6, low: null, qualifier: 'exact', ...shared },
      { Code: 'SLV', value: null, low: 20_000, qualifier: 'more-than', ...shared },
    ]);
    duckdb.closeSync();
  });

  test('says in its metadata what it is, under which licence, and how to cite it', () => {
    const { key_value_metadata: entries = [] } = parquetMetadata(
      bufferOf(write(comparisonWith([sampleCell]))),
    );
    const metadata = Object.fromEntries(entries.map(({ key, value }) => [key, value]));
    expect(metadata['cotejo.release']).toBe('1.0.0');
    expect(metadata['cotejo.citation']).toContain('Cotejo. (2026). Homicide rate');
    expect(metadata['cotejo.sources']).toContain('CC BY 4.0');
    expect(Object.keys(JSON.parse(metadata['cotejo.codebook'] ?? '') as object)).toEqual([...COLUMN_NAMES]);
  });

  test('has groups of at most 50,000 rows', () => {
    const cells = Array.from({ length: 60_000 }, () => sampleCell);
    const { row_groups: groups } = parquetMetadata(bufferOf(write(comparisonWith(cells))));
    expect(groups.map(({ num_rows: rows }) => Number(rows))).toEqual([50_000, 10_000]);
  });
});
