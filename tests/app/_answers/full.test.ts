/**
 * `csvType=full` gives every row on file, on any basis: compared with the row counts of the tables of both
 * releases.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { parseCsv } from '#app/_downloads/csv.ts';
import { TABLE_OF } from '#db/schema/tables.ts';
import { readReleaseIndex } from '#db/releases.ts';
import { testDatabase } from '../../setup/database.ts';
import { VERSIONS } from '../../setup/releases.ts';
import { askProduct, askJson } from './ask.ts';

const { sql } = await testDatabase();
afterAll(closeReader);

/** The number of rows of each indicator in a release, counted in its table. */
async function countsIn(version: string): Promise<Map<string, number>> {
  const index = (await readReleaseIndex(sql, version))!;
  const counts = index.catalogue.indicators.map(async ({ id, measure }) => {
    const [row] = await sql.unsafe<{ rows: number }[]>(
      `select count(*)::int as rows from ${TABLE_OF[measure]} f
       join series s on s.id = f.series_id join indicators i on i.id = s.indicator_id
       where i.slug = $1 and f.since_release <= $2 and f.until_release > $2`,
      [id, index.point.product],
    );
    return [id, row?.rows ?? 0] as const;
  });
  return new Map(await Promise.all(counts));
}

describe.each(VERSIONS)('release %s', (version) => {
  test('a full file has every row on file of its indicator', { timeout: 120_000 }, async () => {
    const counts = await countsIn(version);
    expect(counts.size).toBeGreaterThan(30);
    for (const [id, rows] of counts) {
      const { status, text } = await askProduct(`/data/${version}/${id}.csv?csvType=full`);
      const written = parseCsv(text);
      expect.soft([id, status, written.length]).toEqual([id, 200, rows]);
      expect.soft(written.filter((row) => row.computed !== null)).toEqual([]);
      const counted = await askJson(`/data/${version}/${id}.csv?csvType=full&count`);
      expect
        .soft([id, counted['count'], counted['address']])
        .toEqual([id, rows, `/data/${version}/${id}.csv?csvType=full`]);
    }
  });
});

test('fiscal years stand beside calendar years, in CSV and JSON alike', async () => {
  const rows = parseCsv((await askProduct('/data/1.1.0/asylum-grant-share.csv?csvType=full')).text);
  const ofBasis = (basis: string): number => rows.filter((row) => row.basis === basis).length;
  expect(['calendar-year', 'us-fiscal-year', 'interval'].map(ofBasis)).toEqual([1284, 102, 34]);
  const inJson = await askJson('/data/1.1.0/asylum-grant-share.json?csvType=full');
  expect(inJson['rows']).toHaveLength(rows.length);
});
