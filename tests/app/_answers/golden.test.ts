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
  '/data/1.0.0/SHA256SUMS': '34a013fecd9da315662b686d9326439f5e2215dfaf7120d72ea1ea29582c367a',
  '/data/1.0.0/homicide-rate.csv?country=HND~SLV~GTM&group=northern-triangle':
    '2e2d3128075c5aa5a4b0010cc1625be4b3f9bce354ad50ebb21ed06089af8fa8',
  '/data/1.0.0/homicide-rate.svg?country=HND~SLV~GTM&group=northern-triangle':
    '46d52b3056aea96162ce17f31219bd5e5549591bbe2a542cf4023e6d81d22fa6',
  '/data/1.0.0/uac-apprehensions.svg?lang=es&theme=dark':
    '69f4996646e8d3bffc14fc01ae9de1b1899bef9d1a2ce24e3c9ef0ed49996fed',
  '/data/1.0.0/caravan-size.json?lang=es': '91aeb50bfb866b8eaeccdecd42fbddbec076f08d45b8ce199bcf116f687919c1',
};

test.each(Object.keys(HASHES))('%s', async (address) => {
  const { status, text } = await askProduct(address);
  expect(status).toBe(200);
  expect(createHash('sha256').update(text).digest('hex')).toBe(HASHES[address]);
});

/** The hash of the same CSV in format version 3, without the three columns that version 4 appends. */
const CSV_OF_VERSION_3 = '1e06b26d171a00544fccc83014de06f7d93a2d3c1aea66e198fdfce228677e75';

test('without the columns that format version 4 appends, a CSV of 1.0.0 has the bytes of version 3', async () => {
  const address = '/data/1.0.0/homicide-rate.csv?country=HND~SLV~GTM';
  const lines = (await askProduct(address)).text.split('\n').map((line) => line.replace(/(,[^,]*){3}$/, ''));
  expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toBe(CSV_OF_VERSION_3);
});
