import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { respond } from '#app/_answers/next-route.ts';
import { createData } from '#app/_data/data.ts';
import { formatCsv } from '#app/_downloads/csv.ts';
import type { Language } from '#stats/language.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { serve } from '#server.ts';
import { testDatabase } from '../../setup/database.ts';
import { LATEST } from '../../setup/releases.ts';
import { askerOf, answerBytes, requestFor } from './ask.ts';
import { watchedReader } from './watched-reader.ts';

/** Counts the statements, and says at which piece of a file one is to fail. */
const statements = { all: 0, pieces: 0, breakAt: Infinity };
const data = createData(
  watchedReader((text) => {
    statements.all += 1;
    if (!text.includes('string_agg')) return;
    statements.pieces += 1;
    if (statements.pieces >= statements.breakAt)
      throw Object.assign(new Error('too slow'), { code: '57014' });
  }),
);
const { answer } = createAnswers({ data });
const ask = askerOf(answer);
beforeEach(() => void Object.assign(statements, { all: 0, pieces: 0, breakAt: Infinity }));

const { sql } = await testDatabase();
const server = await serve(
  { port: 0, host: '127.0.0.1' },
  () => Promise.resolve({ handle: () => Promise.resolve(), close: () => Promise.resolve() }),
  (admit) => createAnswers({ data, admit }),
);
afterAll(() => server.close());

const VERSION = '1.1.0';
/** 8,332 months: the longest file of the release. */
const LONG = `/data/${VERSION}/border-encounters.csv`;

async function madeWhole(search: string, language: Language): Promise<string> {
  const catalogue = (await data.loadCatalogue(VERSION))!;
  const indicator = catalogue.indicators.find(({ id }) => id === 'border-encounters')!;
  const query = parseQuery(parseParameters(search), indicator, catalogue);
  return formatCsv(await data.loadComparison({ version: VERSION, language, query }));
}

const isStreamed = (body: unknown): boolean => typeof body === 'object' && Symbol.asyncIterator in body!;

describe('a long file', () => {
  test.each([
    ['', 'en'],
    ['lang=es', 'es'],
    ['time=2014-10..2024-09&lang=es', 'es'],
  ] as const)('comes in pieces, with the bytes of one that is made whole (%s)', async (search, language) => {
    const answered = (await answer(requestFor(`${LONG}?${search}`)))!;
    expect(answered.status).toBe(200);
    expect(isStreamed(answered.body)).toBe(true);
    expect(answered.headers['content-length']).toBeUndefined();
    const should = await madeWhole(search.replace(/&?lang=es/, ''), language);
    expect((await answerBytes(answered)).toString()).toBe(should);
    expect(statements.pieces).toBeGreaterThan(1);
  });

  test('is the same in each encoding, which has an ETag of its own', async () => {
    const plain = await ask(LONG);
    const gzip = await ask(LONG, { 'accept-encoding': 'gzip' });
    const brotli = await ask(LONG, { 'accept-encoding': 'br' });
    expect(gunzipSync(gzip.body as Uint8Array).toString()).toBe(plain.text);
    expect(brotliDecompressSync(brotli.body as Uint8Array).toString()).toBe(plain.text);
    const all = [plain, gzip, brotli].map(({ headers }) => headers);
    expect(all.map((headers) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br']);
    expect(new Set(all.map(({ etag }) => etag)).size).toBe(3);
    for (const headers of all) {
      expect(headers).toMatchObject({
        vary: 'Accept-Encoding',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      expect(headers['etag']).toMatch(/^"[\w-]{27}\.5(?:\.gz|\.br)?"$/);
    }
  });

  test('has one ETag in each spelling of its question, and another for another question', async () => {
    const etag = async (search: string) => (await ask(`${LONG}?${search}`, {}, 'HEAD')).headers['etag'];
    const own = await etag('');
    expect(await etag('lang=en')).toBe(own);
    expect(await etag('csvType=filtered')).toBe(own);
    expect(new Set([own, await etag('lang=es'), await etag('time=2014-10..2024-09')]).size).toBe(3);
  });

  test('is answered with 304 to a client that has it, without a statement', async () => {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const headers = { 'accept-encoding': encoding };
      const { etag } = (await ask(LONG, headers, 'HEAD')).headers as { etag: string };
      statements.all = 0;
      const again = await ask(LONG, { ...headers, 'if-none-match': `"x", W/${etag}` });
      expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', etag]);
      expect(statements.all).toBe(0);
    }
    expect((await ask(LONG, { 'if-none-match': '"x"' })).status).toBe(200);
  });

  test('is not made for HEAD, which has its headers', async () => {
    const get = await ask(LONG, { 'accept-encoding': 'br' });
    statements.pieces = 0;
    const head = await ask(LONG, { 'accept-encoding': 'br' }, 'HEAD');
    expect([head.headers, head.text, statements.pieces]).toEqual([get.headers, '', 0]);
  });

  test('is the same through a route of Next', async () => {
    const response = await respond(new Request(`http://cotejo.test${LONG}`));
    const { text, headers } = await ask(LONG);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('etag')).toBe(`W/${headers['etag']}`);
  });

  test('is counted as it is long', async () => {
    const { count } = JSON.parse((await ask(`${LONG}?count`)).text) as { count: number };
    expect((await ask(LONG)).text.split('\n').length - 2).toBe(count);
  });
});

test('a short file of the same indicator is made whole', async () => {
  const answered = (await answer(requestFor(`${LONG}?origin=MEX`)))!;
  expect(isStreamed(answered.body)).toBe(false);
  expect(Number(answered.headers['content-length'])).toBeGreaterThan(1000);
  expect(statements.pieces).toBe(0);
});

describe('what goes wrong', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  beforeEach(() => void log.mockClear());

  test('before the first line is a problem that says so', async () => {
    statements.breakAt = 1;
    const response = await fetch(`${server.address}${LONG}`);
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('etag')).toBeNull();
    expect(log).toHaveBeenCalledTimes(1);
  });

  test.each(['identity', 'gzip', 'br'])(
    'after it breaks the connection: the file never looks whole (%s)',
    async (encoding) => {
      statements.breakAt = 4;
      const read = async (): Promise<unknown> =>
        (await fetch(`${server.address}${LONG}`, { headers: { 'accept-encoding': encoding } })).text();
      await expect(read()).rejects.toThrow();
      expect(log.mock.calls).toEqual([[`GET ${LONG}: too slow`]]);
      // The next request gets the whole file.
      statements.breakAt = Infinity;
      expect(await (await fetch(`${server.address}${LONG}`)).text()).toBe((await ask(LONG)).text);
    },
  );

  test('a client that disconnects costs no connection and no line in the log', async () => {
    // More requests than there are connections.
    for (let i = 0; i < 24; i += 1) {
      await new Promise<void>((resolve, reject) => {
        const request = httpRequest(
          `${server.address}${LONG}`,
          { agent: false, headers: { 'accept-encoding': ['identity', 'gzip', 'br'][i % 3] } },
          (res) => {
            res.once('data', () => {
              request.destroy();
              resolve();
            });
          },
        );
        request.on('error', reject);
        request.end();
      }).catch((error: NodeJS.ErrnoException) => expect(error.code).toBe('ECONNRESET'));
    }
    expect(await (await fetch(`${server.address}${LONG}`)).text()).toBe((await ask(LONG)).text);
    await vi.waitFor(async () => {
      const busy = await sql`select from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
      expect(busy).toHaveLength(0);
    }, 10_000);
    expect(log).not.toHaveBeenCalled();
  });
});

/** A download whose client reads nothing but its head. */
async function heldDownload(address: string): Promise<{ request: ClientRequest; response: IncomingMessage }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(server.address + address, { agent: false }, (response) => {
      response.pause();
      response.on('error', () => undefined);
      resolve({ request, response });
    });
    request.on('error', reject);
    request.end();
  });
}

describe('long downloads', () => {
  /** The statements of a file when nothing has been read for a while. */
  async function settled(): Promise<number> {
    for (let before = -1; before !== statements.pieces;) {
      before = statements.pieces;
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    return statements.pieces;
  }

  test('a client that hangs up stops the query', async () => {
    const left: number[] = [];
    for (const format of ['csv', 'zip']) {
      statements.pieces = 0;
      const { request, response } = await heldDownload(`/data/${LATEST}/all.${format}`);
      response.resume();
      await new Promise((resolve) => response.once('data', resolve));
      request.destroy();
      left.push(await settled());
    }
    statements.pieces = 0;
    await (await fetch(`${server.address}/data/${LATEST}/all.csv`)).arrayBuffer();
    for (const pieces of left) {
      expect(pieces).toBeGreaterThan(0);
      expect(pieces * 3).toBeLessThan(statements.pieces);
    }
  });

  test('of one client are so many at a time, and the next is asked to wait', async () => {
    const file = `/data/${LATEST}/all.csv`;
    const held = [];
    for (let i = 0; i < 16; i += 1) held.push(await heldDownload(file));
    expect(held.map(({ response }) => response.statusCode)).toEqual(held.map(() => 200));
    // A client that reads nothing is not read for: the database is idle.
    await settled();
    const refused = await fetch(server.address + file);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([503, true]);
    // What is short is answered all the same.
    expect((await fetch(`${server.address}${LONG}?origin=MEX`)).status).toBe(200);
    for (const { request } of held) request.destroy();
    await vi.waitFor(async () => expect((await fetch(server.address + file)).status).toBe(200), 10_000);
  });
});
