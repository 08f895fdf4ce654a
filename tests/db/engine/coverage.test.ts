/**
 * How many members of a group are enough, by number or by population. The Americas and the Caribbean have a
 * rate.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import type { DownloadRow } from '#app/_downloads/row.ts';
import { testDatabase } from '../../setup/database.ts';
import { askProduct, askJson } from '../../app/_answers/ask.ts';

await testDatabase();
afterAll(closeReader);

const rowsOf = async (question: string): Promise<readonly DownloadRow[]> =>
  (await askJson(`/data/1.1.0/homicide-rate.json?${question}`)).rows as DownloadRow[];

describe.each([
  ['m49-019', 'Americas', 'Martinique'],
  ['m49-029', 'Caribbean', 'Martinique'],
])('%s', (group, name, unknown) => {
  const question = `group=${group}&time=2012&source=owid-homicide-rate`;

  test('has no rate by default: of some members no population is on file', async () => {
    const [row] = await rowsOf(question);
    expect(row?.gap?.code).toBe('members-missing');
  });

  test(`has one of 98 percent of the people: ${name}`, async () => {
    const [row] = await rowsOf(`${question}&coverage=0.98:population`);
    expect(row?.Entity).toBe(name);
    expect(row?.value).toBeGreaterThan(10);
    expect(row?.coverage_weight).toBeGreaterThan(0.98);
    expect(row?.coverage_weight_bound).toBe('at-most');
    expect(row?.note.map((note) => note.text.en).join()).toContain(unknown);
  });
});

test('CSV has the bound, and a canonical address', async () => {
  const address =
    '/data/1.1.0/homicide-rate.csv?coverage=0.98:population&group=m49-019&source=owid-homicide-rate&time=2012';
  const { text } = await askProduct(address);
  const [header = '', line = ''] = text.split('\n');
  expect(header).toMatch(/,coverage_weight_bound$/);
  expect(line).toMatch(/,at-most$/);
  expect((await askJson(address.replace('.csv', '.json')))['address']).toBe(address.replace('.csv', '.json'));
});

test('the embed says both: the threshold, and that the share is a bound', async () => {
  const question = 'group=m49-019&time=2012&source=owid-homicide-rate&coverage=0.98:population';
  expect((await askProduct(`/embed/1.1.0/homicide-rate?${question}`)).text).toContain(
    'A combined figure needs members with at least 98% of the population (coverage=0.98:population)',
  );
});

test.each([
  ['homicide-rate', '0'],
  ['homicide-rate', '1.1'],
  ['homicide-rate', '98:population'],
  ['homicide-rate', '0.98:people'],
  ['population', '0.98:population'],
])('%s with coverage=%s is a problem', async (indicator, coverage) => {
  const { status, text } = await askProduct(
    `/data/1.1.0/${indicator}.json?group=m49-019&coverage=${coverage}`,
  );
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({ parameter: 'coverage', value: coverage });
});

describe('a change is between the same members', () => {
  const question = 'group=central-america-7&coverage=0.85&time=1999..2000';

  test.each(['change', 'change-percent', 'index:1999'])('%s names who is in one year only', async (id) => {
    const row = (await rowsOf(`${question}&transform=${id}`)).find(({ period }) => period === '2000');
    expect(row).toMatchObject({ value: null, gap: { code: 'members-differ' } });
    expect(row?.gap?.missing).toHaveLength(1);
  });

  test('a mean over both says how many were there in each', async () => {
    const row = (await rowsOf(`${question}&transform=rolling-mean:2`)).find(
      ({ period }) => period === '2000',
    );
    // These rates have no numerators, so there is no mean, and the gap gives this reason.
    expect(row?.gap?.code).toBe('no-parts');
  });
});
