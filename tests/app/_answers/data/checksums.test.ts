import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { askProduct, askJson } from '../ask.ts';
import { LATEST } from '../../../setup/releases.ts';

await testDatabase();
afterAll(closeReader);

test('SHA256SUMS holds the hash of each indicator’s whole table, as CSV and as JSON', async () => {
  const { status, headers, text } = await askProduct('/data/1.0.0/SHA256SUMS');
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-data-version': '1.0.0',
  });
  const { indicators } = (await askJson('/data/1.0.0/indicators.json')) as { indicators: { id: string }[] };
  const lines = text.trimEnd().split('\n');
  expect(lines).toHaveLength(indicators.length * 2);
  for (const line of lines) {
    const [hash, name] = line.split('  ') as [string, string];
    const file = (await askProduct(`/data/1.0.0/${name}`)).body as Uint8Array;
    expect(createHash('sha256').update(file).digest('hex'), name).toBe(hash);
  }
  expect((await askProduct('/data/1.0.0/SHA256SUMS')).text).toBe(text);
});

test('there are no sums of a release that is not there, and no parameters', async () => {
  expect((await askProduct('/data/9.9.9/SHA256SUMS')).status).toBe(404);
  expect((await askProduct('/data/1.0.0/SHA256SUMS?lang=es')).status).toBe(400);
  const latest = await askProduct('/data/latest/SHA256SUMS');
  expect([latest.status, latest.headers['location']]).toEqual([302, `/data/${LATEST}/SHA256SUMS`]);
});
