/**
 * The ETag of every pinned answer follows one rule, so a client that already has the bytes costs no statement.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { FORMAT_NAMES } from '#app/_answers/http/formats.ts';
import { BULK_FORMATS } from '#app/_answers/http/routes.ts';
import { FIVE_MINUTES, PINNED } from '#app/_answers/http/headers.ts';
import { createData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { LATEST } from '../../../setup/releases.ts';
import { askerOf } from '../ask.ts';
import { watchedReader } from '../watched-reader.ts';

await testDatabase();
afterAll(closeReader);

const statements: string[] = [];
const watched = () =>
  createData(
    watchedReader((text) => void statements.push(text)),
    () => 1,
  );
const first = askerOf(createAnswers({ data: watched() }).answer);
/** Another process of the site, which has only read the list of releases. */
const other = watched();
const again = askerOf(createAnswers({ data: other }).answer);
beforeAll(async () => {
  await other.loadReleases();
  for (const version of ['1.0.0', LATEST]) await other.loadIndex(version);
});
beforeEach(() => void statements.splice(0));

const BOTH = 'country=HND~SLV&indicators=homicide-rate~population&time=2014';
const ADDRESSES = [
  ...FORMAT_NAMES.flatMap((format) => [
    `/data/1.0.0/homicide-rate.${format}`,
    `/data/1.0.0/homicide-rate.${format}?country=HND~SLV&lang=es&time=2012..2014`,
    `/data/1.0.0/population.${format}?group=northern-triangle&transform=index:2000&time=2000..2014`,
    `/data/1.0.0/homicide-rate.${format}?count`,
    `/data/1.0.0/compare.${format}?${BOTH}`,
    `/data/1.0.0/compare.${format}?${BOTH}&count`,
  ]),
  '/data/1.0.0/homicide-rate.csv?source=preferred&country=HND',
  `/data/${LATEST}/border-encounters.csv`,
  '/data/1.0.0/indicators.json',
  '/data/1.0.0/homicide-rate/dimensions.json',
  `/data/1.0.0/homicide-rate/revisions.json?to=${LATEST}`,
  '/data/1.0.0/SHA256SUMS',
  ...BULK_FORMATS.flatMap((format) => [
    `/data/1.0.0/all.${format}`,
    `/data/1.0.0/all.${format}?lang=es`,
    `/data/1.0.0/sources/migrant-crisis-2015.${format}`,
    `/data/1.0.0/sources/migrant-crisis-2015.${format}?count`,
  ]),
];

/** The register of doubts, which is drawn, may change at any time. */
const isDrawn = (address: string): boolean =>
  !address.endsWith('count') && /\.(?:svg|png|pdf|document\.zip)(?:\?|$)/.test(address);

describe.each(ADDRESSES)('%s', (address) => {
  test('is pinned, and costs no statement to a client that has it, in any encoding', async () => {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const accept = { 'accept-encoding': encoding };
      const { status, headers } = await first(address, accept);
      expect([status, headers['cache-control']]).toEqual([200, isDrawn(address) ? FIVE_MINUTES : PINNED]);
      statements.length = 0;
      const held = await again(address, { ...accept, 'if-none-match': headers['etag']! });
      expect([held.status, held.text, held.headers['etag']]).toEqual([304, '', headers['etag']]);
      expect(statements).toEqual([]);
    }
  });
});

test('two answers have one ETag only if they have the same bytes', async () => {
  const bytes = new Map<string, string>();
  const search = ['', '&lang=es', '&country=HND', '&country=HND&lang=en', '&country=honduras', '&count'];
  for (const version of ['1.0.0', LATEST]) {
    for (const format of FORMAT_NAMES) {
      for (const question of search) {
        const { headers, text } = await first(
          `/data/${version}/homicide-rate.${format}?time=2014${question}`,
        );
        const etag = headers['etag']!;
        expect(bytes.get(etag) ?? text).toBe(text);
        bytes.set(etag, text);
      }
    }
  }
  // Different spellings of a query share an ETag; everything else has its own.
  expect(bytes.size).toBe(2 * FORMAT_NAMES.length * 4);
});

test('a client that has the plain bytes gets 304 although it takes compressed ones', async () => {
  const address = '/data/1.0.0/homicide-rate.csv';
  const { headers } = await first(address);
  const { status } = await again(address, { 'accept-encoding': 'br', 'if-none-match': headers['etag']! });
  expect(status).toBe(304);
  const gzip = await first(address, { 'accept-encoding': 'gzip' });
  const other = await again(address, { 'accept-encoding': 'br', 'if-none-match': gzip.headers['etag']! });
  expect(other.status).toBe(200);
});
