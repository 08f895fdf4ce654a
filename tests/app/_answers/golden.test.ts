/**
 * The bytes of release 1.0.0, as hashes. A change here changes the content of a pinned URL: either it goes
 * into the format version (`FORMAT_VERSION` of headers.ts, which is part of the ETag) and the CHANGELOG, or
 * it is a mistake.
 */
import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../setup/database.ts';
import { askProduct } from './ask.ts';

await testDatabase();
afterAll(closeReader);

const HASHES: Readonly<Record<string, string>> = {
  '/data/1.0.0/SHA256SUMS': '46b09fe839d9b676e77a1e3f2ca5d8ee2c11b0990b20167b80ae3017ece5f9e7',
  '/data/1.0.0/homicide-rate.csv?country=HND~SLV~GTM&group=northern-triangle':
    '2808ee02bef8219c46aff4241d015dc1a856ea40da67ec70c804cc97bd55eac1',
  '/data/1.0.0/homicide-rate.svg?country=HND~SLV~GTM&group=northern-triangle':
    'fe4dee3534e700f293529b6571b554a7f604e86f994925cd03f4b8731983a71e',
  '/data/1.0.0/uac-apprehensions.svg?lang=es&theme=dark':
    '72f8c2402292981fd65e644184e6723e6d19671ce34a7e99f2b96b2179fc8bea',
  '/data/1.0.0/caravan-size.json?lang=es': '1c084f9114feea9948ee348d2be9bc79e128be4901ea50dfcd71109e5b73449e',
};

test.each(Object.keys(HASHES))('%s', async (address) => {
  const { status, text } = await askProduct(address);
  expect(status).toBe(200);
  expect(createHash('sha256').update(text).digest('hex')).toBe(HASHES[address]);
});

/** The hash of the same CSV in format version 3, without the three columns that version 4 appends. */
const CSV_OF_VERSION_3 = '95c367be17922662447004a3dd92519043fac52200721fa67fce8c5b2ae42ab0';

test('without the columns that format version 4 appends, a CSV of 1.0.0 has the bytes of version 3', async () => {
  const address = '/data/1.0.0/homicide-rate.csv?country=HND~SLV~GTM&group=northern-triangle';
  const lines = (await askProduct(address)).text.split('\n').map((line) => line.replace(/(,[^,]*){3}$/, ''));
  expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toBe(CSV_OF_VERSION_3);
});
