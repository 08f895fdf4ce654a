/** JSON by columns and JSON-stat of real questions. */
import JSONstat from 'jsonstat-toolkit';
import { afterAll, expect, test } from 'vitest';
import type { ColumnsDocument } from '#app/_downloads/columnar/columnar.ts';
import { parseCsv } from '#app/_downloads/csv.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { LATEST } from '../../../setup/releases.ts';
import { askJson, askProduct } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

const THIRTY = 'country=HND~SLV~GTM&source=owid-homicide-rate&time=2003..2012';

test('thirty rows by columns are a fifth of the JSON with a row for each', async () => {
  const rows = await askProduct(`/data/${LATEST}/homicide-rate.json?${THIRTY}`);
  const columns = await askProduct(`/data/${LATEST}/homicide-rate.columns.json?${THIRTY}`);
  expect((JSON.parse(columns.text) as ColumnsDocument).rows).toBe(30);
  expect(columns.text.length).toBeLessThan(rows.text.length / 5);
});

test('jsonstat-toolkit reads the numbers of the CSV, of one indicator and of two', async () => {
  const csv = parseCsv((await askProduct(`/data/${LATEST}/homicide-rate.csv?${THIRTY}`)).text);
  const cube = JSONstat(await askJson(`/data/${LATEST}/homicide-rate.jsonstat.json?${THIRTY}`));
  for (const { Code, period, value } of csv) {
    const codes = { area: Code, period, source: 'owid-homicide-rate', number: 'value' };
    expect(cube.Data(codes).value).toBe(value);
  }
  const two = 'country=HND&indicators=homicide-rate~population&time=2014';
  const collection = JSONstat(await askJson(`/data/1.0.0/compare.jsonstat.json?${two}`));
  expect([collection.class, collection.length]).toEqual(['collection', 2]);
});
