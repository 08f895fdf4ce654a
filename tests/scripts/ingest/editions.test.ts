/**
 * Two real vintages of one series: deaths at the south-west border as the sector profiles first printed them,
 * and as the release of 2020 has them. Loaded one after the other through the real command, the second
 * revises the first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { readReleases, committedRows } from '#sources/releases/committed.ts';
import { linesInForce } from '#sources/releases/merge.ts';
import { testDatabase } from '../../setup/database.ts';
import { copyOfTree, makeFirstRelease, start } from './tree.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

interface VintageRow {
  readonly sector: string;
  readonly fiscal_year: string;
  readonly deaths_in_fy1998_fy2019_release: string;
  readonly deaths_as_first_published_sector_profile: string;
}

/** Deaths by sector and fiscal year in a committed table of ours, without its sums. */
const deathsIn = (source: string): Map<string, string> =>
  new Map(
    parse<Record<string, string>>(readFileSync(`sources/${source}/observations.csv`, 'utf8'), {
      columns: true,
    })
      .filter((row) => row['indicator'] === 'border-deaths' && row['breakdown']?.startsWith('sector='))
      .map((row) => [`${row['breakdown']?.slice('sector='.length)} ${row['period']}`, row['value'] ?? '']),
  );

const firstPublished = deathsIn('cbp-sector-profiles');

/** Sectors in the years that both vintages have. */
const both = [...deathsIn('cbp-border-deaths')].flatMap(([key, revised]): VintageRow[] => {
  const [sector = '', year = ''] = key.split(' FY');
  const first = firstPublished.get(key);
  return first
    ? [
        {
          sector,
          fiscal_year: year,
          deaths_in_fy1998_fy2019_release: revised,
          deaths_as_first_published_sector_profile: first,
        },
      ]
    : [];
});

const RECIPE = `source: deaths-in-editions
file: deaths.csv
title: Deaths at the south-west border
format: { type: csv }
area: { constant: USA }
period: Year
figures:
  - { indicator: border-deaths, value: Deaths, breakdown: { sector: { column: Sector } } }
`;

describe('of two vintages of one series', () => {
  test('the newer one closes what it revises, and only the figures that changed are revised', async () => {
    const { sql } = await testDatabase({ empty: true });
    afterAll(closeReader);
    const root = copyOfTree();
    await makeFirstRelease(root);
    expect(both.length).toBeGreaterThan(50);
    const write = (column: keyof VintageRow): void =>
      writeFileSync(
        join(root, 'deaths.csv'),
        `Sector,Year,Deaths\n${both.map((row) => `${row.sector},FY${row.fiscal_year},${Number(row[column])}\n`).join('')}`,
      );
    writeFileSync(join(root, 'recipe.yaml'), RECIPE);
    const ingest = (...words: string[]) =>
      start(root, ['ingest', '--product', 'deaths.csv', '--recipe', 'recipe.yaml', ...words]).ended;
    write('deaths_as_first_published_sector_profile');
    const first = await ingest('--edition', '2019-12-31');
    expect(first.err).toBe('');
    expect(first.out).toContain(`${both.length} added`);
    write('deaths_in_fy1998_fy2019_release');
    const refused = await ingest();
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('--edition YYYY-MM-DD');
    const second = await ingest(
      '--edition',
      '2020-04-01',
      '--note',
      'Deaths of FY2011 to FY2017 revised',
      '--note-es',
      'Muertes de FY2011 a FY2017 revisadas',
    );
    expect(second.err).toBe('');
    const changed = both.filter(
      (row) =>
        Number(row.deaths_as_first_published_sector_profile) !== Number(row.deaths_in_fy1998_fy2019_release),
    ).length;
    expect(changed).toBeGreaterThan(10);
    expect(second.out).toContain(`${changed} revised, ${both.length - changed} confirmed`);
    // In the files and in the database alike.
    const rows = (await committedRows(linesInForce(readReleases(root)))).filter(
      (row) => row.source === 'deaths-in-editions',
    );
    expect(rows.map((row) => row.edition)).toEqual(rows.map(() => 'deaths-in-editions@2020-04-01'));
    const [counted] = await sql`
      select count(*) filter (where until_release = 2147483647) as open, count(*) as all from observations where source = 'deaths-in-editions'`;
    expect([Number(counted?.['open']), Number(counted?.['all'])]).toEqual([both.length, 2 * both.length]);
    const told = await start(root, [
      'diff',
      ...readReleases(root)
        .slice(-2)
        .map((release) => release.version),
    ]).ended;
    expect(told.out).toContain(`${changed} revised, ${both.length - changed} confirmed`);
    expect(told.out).toMatch(
      /revised {3}border-deaths USA sector=[a-z-]+ FY20\d\d: exact \d+ -> exact \d+ \(deaths-in-editions@2019-12-31 -> deaths-in-editions@2020-04-01\)/,
    );
  });
});
