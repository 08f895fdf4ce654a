/** What changed between two releases, whole, as CSV, JSON and Atom. */
import { afterAll, describe, expect, test } from 'vitest';
import { siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { parseLines } from '#app/_downloads/csv-text.ts';
import { REVISION_KINDS } from '#stats/evidence/revision.ts';
import { testDatabase } from '../../../setup/database.ts';
import { askProduct } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

/** The rows of a file as records. */
async function rowsOf(search: string): Promise<Record<string, string>[]> {
  const { status, text } = await askProduct(`/data/diff.csv?${search}`);
  expect(status).toBe(200);
  const [names = [], ...rows] = parseLines(text);
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
}

describe('the changes between two releases', () => {
  test.each([
    ['1.0.0', '1.1.0'],
    ['1.3.0', '1.4.0'],
  ])('from %s to %s are all in the file, and the counts of the indicators add up', async (from, to) => {
    const rows = await rowsOf(`from=${from}&to=${to}`);
    const counts = (await siteData.loadRevisionCounts(from, to))!;
    const byIndicator = [...(await siteData.loadRevisionsByIndicator(from, to))!.values()];
    for (const kind of REVISION_KINDS) {
      expect(rows.filter(({ change }) => change === kind)).toHaveLength(Number(counts[kind]));
      expect(byIndicator.reduce((sum, own) => sum + own[kind], 0)).toBe(Number(counts[kind]));
    }
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test('have the old and the new value, the size and the kind: Honduras 2012 at the World Bank', async () => {
    const rows = await rowsOf('area=HND&from=1.3.0&indicator=homicide-rate&to=1.4.0');
    const row = rows.find(({ id }) => id === 'homicide-rate~world-bank-homicide~HND~2012')!;
    expect(row).toMatchObject({ change: 'revised', reason: 'new-edition', declared: 'planned' });
    expect(
      new Set(rows.filter(({ change }) => change !== 'revised').map(({ declared }) => declared)),
    ).toEqual(new Set(['']));
    expect(Number(row['was_value']).toFixed(4)).toBe('81.5708');
    expect(Number(row['is_value']).toFixed(4)).toBe('82.2942');
    expect(Number(row['size']).toFixed(4)).toBe('0.7234');
    expect(new Set(rows.map(({ area }) => area))).toEqual(new Set(['HND']));
  });

  test('of fiscal years whose days were corrected are of the kind period; of disguised numbers, hedge', async () => {
    const days = await rowsOf('from=1.1.0&indicator=border-apprehensions&to=1.2.0');
    expect(days.filter(({ change }) => change === 'revised').every(({ reason }) => reason === 'period')).toBe(
      true,
    );
    const disguised = await rowsOf('from=1.1.0&indicator=asylum-applications&to=1.2.0');
    expect(
      new Set(disguised.filter(({ change }) => change === 'revised').map(({ reason }) => reason)),
    ).toEqual(new Set(['hedge']));
  });

  test('are the same rows as JSON, with the counts first, and a feed with an entry for each indicator', async () => {
    const search = 'from=1.3.0&to=1.4.0';
    const { text, headers } = await askProduct(`/data/diff.json?${search}`);
    expect(headers['cache-control']).toContain('immutable');
    const document = JSON.parse(text) as { rows: unknown[]; counts: Record<string, unknown> };
    expect(document.rows).toHaveLength((await rowsOf(search)).length);
    const feed = (await askProduct(`/data/diff.atom?${search}`)).text;
    expect(feed.match(/<entry>/g)).toHaveLength(Object.keys(document.counts).length);
  });

  test.each([
    'from=1.4.0&to=1.3.0',
    'from=1.3.0&to=1.3.0',
    'from=9.0.0&to=1.3.0',
    'from=1.3.0',
    'from=1.3.0&to=1.4.0&area=XXX',
    'from=1.3.0&to=1.4.0&time=2014',
  ])('are refused for %s', async (search) => {
    expect((await askProduct(`/data/diff.csv?${search}`)).status).toBe(400);
  });
});
