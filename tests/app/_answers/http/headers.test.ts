import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { FIVE_MINUTES, ONE_MINUTE } from '#app/_answers/http/headers.ts';
import { respond } from '#app/_answers/next-route.ts';
import { FORMAT_NAMES } from '#app/_answers/http/formats.ts';
import { chooseEncoding } from '#app/_answers/http/content-encoding.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { respondTo, askProduct, askJson, requestFor } from '../ask.ts';
import { LATEST, VERSIONS } from '../../../setup/releases.ts';

await testDatabase();
afterAll(closeReader);

const RATE = '/data/1.0.0/homicide-rate';
const PINNED = [
  `${RATE}.csv`,
  `${RATE}.json`,
  `${RATE}.md`,
  '/data/1.0.0/indicators.json',
  `${RATE}/dimensions.json`,
];

describe('a pinned address', () => {
  test.each(PINNED)('%s holds for ever, and any page may read it', async (address) => {
    const { status, headers } = await askProduct(address);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'x-data-version': '1.0.0',
    });
    expect(headers['etag']).toMatch(/^"[\w-]{27}\.5"$/);
    expect(headers['access-control-expose-headers']).toContain('X-Data-Version');
  });

  test.each(PINNED)('%s is answered with 304 to a client that has it', async (address) => {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const first = await askProduct(address, { 'accept-encoding': encoding });
      const etag = first.headers['etag'] as string;
      const again = { 'accept-encoding': encoding, 'if-none-match': `"x", W/${etag}` };
      const second = await askProduct(address, again);
      expect(second.status).toBe(304);
      expect(second.text).toBe('');
      expect(second.headers).toMatchObject({ etag, 'cache-control': first.headers['cache-control'] });
      expect(second.headers['content-length']).toBeUndefined();
      expect((await askProduct(address, { ...again, 'if-none-match': '"x"' })).status).toBe(200);
      expect((await askProduct(address, { ...again, 'if-none-match': '*' })).status).toBe(304);
    }
  });

  test.each([...PINNED, '/embed/1.0.0/homicide-rate'])(
    '%s in each encoding is the same bytes with its own ETag',
    async (address) => {
      const plain = await askProduct(address);
      const gzip = await askProduct(address, { 'accept-encoding': 'gzip' });
      const brotli = await askProduct(address, { 'accept-encoding': 'gzip, deflate, br' });
      expect(gunzipSync(gzip.body as Uint8Array).toString()).toBe(plain.text);
      expect(brotliDecompressSync(brotli.body as Uint8Array).toString()).toBe(plain.text);
      expect(new Set([plain, gzip, brotli].map(({ headers }) => headers['etag'])).size).toBe(3);
      for (const { headers, body } of [plain, gzip, brotli]) {
        expect(headers['vary']).toBe('Accept-Encoding');
        expect(headers['content-length']).toBe(String((body as Uint8Array).byteLength));
      }
    },
  );

  test.each(PINNED)('%s answers HEAD with the headers of GET and no body', async (address) => {
    const get = await askProduct(address, { 'accept-encoding': 'br' });
    const head = await askProduct(address, { 'accept-encoding': 'br' }, 'HEAD');
    expect(head.headers).toEqual(get.headers);
    expect(head.text).toBe('');
  });

  test('asked in another spelling gives the same bytes and ETag, and names its canonical address', async () => {
    const canonical = `${RATE}.csv?country=HND~SLV&time=2012..2014`;
    const first = await askProduct(canonical);
    expect(first.headers['link']).not.toContain('canonical');
    const spellings = [
      'country=honduras~El%20Salvador~HND',
      'country=HND%7ESLV',
      'country=HND~SLV&lang=en',
      'country=~HND~SLV&csvType=filtered',
    ];
    for (const spelling of spellings) {
      const other = await askProduct(`${RATE}.csv?time=2012..2014&${spelling}`);
      expect(other.headers['link']).toContain(`<${canonical}>; rel="canonical", `);
      expect(other.headers['etag']).toBe(first.headers['etag']);
      expect(other.text).toBe(first.text);
    }
  });

  test('the order of countries is the asker’s, and so another question', async () => {
    const [a, b] = [
      await askProduct(`${RATE}.csv?country=HND~SLV`),
      await askProduct(`${RATE}.csv?country=SLV~HND`),
    ];
    expect(a.text).not.toBe(b.text);
    expect(b.text.split('\n')[1]).toMatch(/^El Salvador,/);
    expect(b.headers['link']).not.toContain('canonical');
  });
});

describe('what a file is called and how it is read', () => {
  test('a CSV is a file with a name that says what it is', async () => {
    const { headers } = await askProduct(`${RATE}.csv?lang=es`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="homicide-rate-1.0.0-es.csv"; filename*=UTF-8''homicide-rate-1.0.0-es.csv`,
    );
  });

  test('an embed may stand in any frame, and loads nothing but its fonts', async () => {
    const { headers, text } = await askProduct('/embed/1.0.0/homicide-rate');
    expect(headers['cache-control']).toBe(FIVE_MINUTES);
    expect(headers['x-frame-options']).toBeUndefined();
    const policy = headers['content-security-policy'] as string;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('frame-ancestors *');
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    for (const [tag, directive] of [
      ['script', 'script-src'],
      ['style', 'style-src'],
    ]) {
      const inside = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(text)?.[1] ?? '';
      const hash = createHash('sha256').update(inside).digest('base64');
      expect(policy).toContain(`${directive} 'sha256-${hash}'`);
    }
  });

  test('an embed finds its fonts', async () => {
    const { text } = await askProduct('/embed/1.0.0/homicide-rate');
    const fonts = [...text.matchAll(/url\((\/embed\/fonts\/[^)]+)\)/g)].map(([, url]) => url as string);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) {
      const { status, headers, body } = await askProduct(font);
      expect(status).toBe(200);
      expect(headers).toMatchObject({ 'content-type': 'font/woff2', 'access-control-allow-origin': '*' });
      expect(
        Buffer.from(body as Uint8Array)
          .subarray(0, 4)
          .toString(),
      ).toBe('wOF2');
    }
    expect((await askProduct('/embed/fonts/constructor')).status).toBe(404);
  });
});

describe('an address with latest', () => {
  test.each([
    [
      '/data/latest/homicide-rate.csv?country=HND~SLV&x=%7E',
      `/data/${LATEST}/homicide-rate.csv?country=HND~SLV&x=%7E`,
    ],
    ['/data/latest/indicators.json', `/data/${LATEST}/indicators.json`],
    ['/data/l%61test/indicators.json', `/data/${LATEST}/indicators.json`],
    ['/data/latest/homicide-rate/dimensions.json', `/data/${LATEST}/homicide-rate/dimensions.json`],
    ['/embed/latest/homicide-rate?lang=es', `/embed/${LATEST}/homicide-rate?lang=es`],
  ])('%s redirects to the newest release and keeps the query', async (address, location) => {
    const { status, headers } = await askProduct(address);
    expect(status).toBe(302);
    expect(headers).toMatchObject({
      location,
      'cache-control': ONE_MINUTE,
      'x-data-version': LATEST,
    });
  });
});

describe('the lists of a site', () => {
  test('releases.json lists every release and names the newest', async () => {
    expect(await askJson('/data/releases.json')).toMatchObject({
      latest: LATEST,
      releases: VERSIONS.map((version) => ({ version })),
    });
  });

  test('config.json states the limits, languages and formats', async () => {
    const { limits, languages, formats } = await askJson('/data/config.json');
    expect(limits).toEqual({
      areas: 300,
      indicators: 8,
      periods: 400,
      queryBytes: 8192,
      jsonCells: 1_000_000,
      computedCells: 30_000,
      drawnCells: 10_000,
      statementTimeoutSeconds: 10,
    });
    expect({ languages, formats }).toEqual({ languages: ['en', 'es'], formats: FORMAT_NAMES });
  });

  test('every code that dimensions name is accepted in a query', async () => {
    const { indicators } = (await askJson('/data/1.0.0/indicators.json')) as { indicators: { id: string }[] };
    expect(indicators.length).toBeGreaterThan(10);
    for (const { id } of indicators) {
      const dimensions = await askJson(`/data/1.0.0/${id}/dimensions.json`);
      const codes = (name: string) =>
        (dimensions[name] as { code: string; count: number }[]).map(({ code }) => code);
      const [source] = codes('sources');
      const [basis] = codes('bases');
      const query = `source=${source}&basis=${basis}&definition=${codes('definitions').join('~')}`;
      expect((await askProduct(`/data/1.0.0/${id}.csv?${query}`)).status, `${id} ${query}`).toBe(200);
    }
  });

  test('GET /healthz answers 200 while the database is up', async () => {
    const { status, headers, text } = await askProduct('/healthz');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.parse(text)).toMatchObject({ ready: true, release: LATEST });
  });
});

describe('a client', () => {
  test('a browser gets a yes to its CORS preflight request', async () => {
    const { status, headers } = await askProduct(`${RATE}.csv`, {}, 'OPTIONS');
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    });
  });

  test('addresses that are not ours get no answer here', async () => {
    for (const path of ['/', '/indicators/homicide-rate', '/database', '/embedded', '/healthz/x']) {
      expect(await respondTo(requestFor(path))).toBeNull();
    }
  });

  test('a Next route gives the same bytes, leaves encodings to Next, and so has a weak ETag', async () => {
    const address = `${RATE}.csv?country=HND~SLV&time=2012..2014`;
    const headers = { 'accept-encoding': 'gzip' };
    const escaped = `http://cotejo.test${address.replaceAll('~', '%7E')}`;
    const response = await respond(new Request(escaped, { headers }));
    const own = await askProduct(address);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(own.text);
    const etag = `W/${own.headers['etag']}`;
    expect(Object.fromEntries(response.headers)).toEqual({ ...own.headers, etag });
    const again = await respond(new Request(escaped, { headers: { 'if-none-match': etag } }));
    expect(again.status).toBe(304);
  });

  test('the answer has the best encoding that the client accepts', () => {
    expect(chooseEncoding(null)).toBe('identity');
    expect(chooseEncoding('gzip, deflate, br')).toBe('br');
    expect(chooseEncoding('gzip, br;q=0')).toBe('gzip');
    expect(chooseEncoding('*')).toBe('br');
    expect(chooseEncoding('*;q=0, gzip;q=0.5')).toBe('gzip');
    expect(chooseEncoding('identity')).toBe('identity');
    expect(chooseEncoding(';;q=,,')).toBe('identity');
  });
});
