/**
 * The bytes of release 1.0.0, by their hashes. A change here is a change of what a pinned address gives: it goes
 * into the format version (`FORMAT_VERSION` of headers.ts, which the ETag carries) and the CHANGELOG, or it is a mistake.
 */
import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../setup/database.ts';
import { askProduct } from './ask.ts';

await testDatabase();
afterAll(closeReader);

const HASHES: Readonly<Record<string, string>> = {
  '/data/1.0.0/SHA256SUMS': '2668e15db6888d240053943bda015d341aad66abc3e30f582af22875ad1cddc5',
  '/data/1.0.0/homicide-rate.csv?country=HND~SLV~GTM&group=northern-triangle':
    '95c367be17922662447004a3dd92519043fac52200721fa67fce8c5b2ae42ab0',
  '/data/1.0.0/homicide-rate.svg?country=HND~SLV~GTM&group=northern-triangle':
    '61f68517f7395821371b17d293126754ca2e09b165910c39e852e351a05d53c3',
  '/data/1.0.0/uac-apprehensions.svg?lang=es&theme=dark':
    '6fe00a4ef55b50b012941586501b220b21fee20af9c32e2a7a28dc6bef15f84f',
  '/data/1.0.0/caravan-size.json?lang=es': '53dc6c6f3254c873942943a61cbd936c46551e026e38df4bafd9d93029447517',
};

test.each(Object.keys(HASHES))('%s', async (address) => {
  const { status, text } = await askProduct(address);
  expect(status).toBe(200);
  expect(createHash('sha256').update(text).digest('hex')).toBe(HASHES[address]);
});
