import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnswers, type AnswerOptions } from '#app/_answers/answers.ts';
import { LruCache } from '#app/_answers/cache/lru.ts';
import { createData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { requestFor, textOf } from '../ask.ts';
import { readsFigures, watchedReader } from '../watched-reader.ts';

await testDatabase();
afterAll(closeReader);

/**
 * Counts the answers that were made. Each reads its figures with one statement, which can be made to fail.
 */
const made = { count: 0, error: null as Error | null };
const data = createData(
  watchedReader((text) => {
    if (!readsFigures(text) || text.startsWith('select count')) return;
    made.count += 1;
    if (made.error) throw made.error;
  }),
);
// The release itself is read once, before counting starts.
await data.loadIndex('1.0.0');
const cached = (options: AnswerOptions = {}) => createAnswers({ data, ...options }).answerFromCache;
beforeEach(() => void Object.assign(made, { count: 0, error: null }));

const SEARCH = '?country=HND&time=2014';
const CSV = `/data/1.0.0/homicide-rate.csv${SEARCH}`;
const LONG_CSV = '/data/1.0.0/homicide-rate.csv';
const EMBED = `/embed/1.0.0/homicide-rate${SEARCH}`;

describe('an answer that is kept', () => {
  test('is made once, whatever the encoding, method and headers of the clients', async () => {
    const answer = cached();
    const first = await answer(requestFor(CSV));
    for (const encoding of ['gzip', 'br', 'identity']) {
      await answer(requestFor(CSV, { 'accept-encoding': encoding }));
      await answer(requestFor(CSV, { 'accept-encoding': encoding }, 'HEAD'));
    }
    expect(made.count).toBe(1);
    expect(textOf((await answer(requestFor(CSV)))!)).toBe(textOf(first!));
  });

  test('is made once for all clients that wait at the same time', async () => {
    const answer = cached();
    const answers = await Promise.all(Array.from({ length: 20 }, () => answer(requestFor(CSV))));
    expect(made.count).toBe(1);
    expect(new Set(answers.map((each) => textOf(each!))).size).toBe(1);
  });

  test('is 304 for a client that has it, and whole for the one that asks at the same time', async () => {
    const answer = cached();
    const etag = (await answer(requestFor(CSV)))!.headers['etag'] as string;
    const again = cached();
    const [held, whole] = await Promise.all([
      again(requestFor(CSV, { 'if-none-match': etag })),
      again(requestFor(CSV)),
    ]);
    expect([held!.status, whole!.status]).toEqual([304, 200]);
    expect(textOf(whole!)).toContain('Honduras');
  });

  test('is made once for all of its spellings, which keep their own headers', async () => {
    const answer = cached();
    for (let round = 0; round < 2; round++) {
      expect((await answer(requestFor(CSV)))!.headers['link']).toBeUndefined();
      expect((await answer(requestFor(`${CSV}&lang=en`)))!.headers['link']).toContain('canonical');
    }
    expect(made.count).toBe(1);
  });

  test('of an embed is made anew after a minute', async () => {
    let time = 0;
    const answer = cached({ clock: () => time });
    await answer(requestFor(EMBED));
    const once = made.count;
    time = 59_000;
    await answer(requestFor(EMBED));
    expect(made.count).toBe(once);
    time = 61_000;
    await answer(requestFor(EMBED));
    expect(made.count).toBeGreaterThan(once);
  });

  test('is made again when its bytes had to make room', async () => {
    const answer = cached({ bounds: { bytes: 10, addresses: 100 } });
    await answer(requestFor(CSV));
    await answer(requestFor(CSV));
    expect(made.count).toBe(2);
  });

  test('is never a problem', async () => {
    const answer = cached();
    made.error = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await answer(requestFor(CSV)))!.status).toBe(503);
    made.error = null;
    expect((await answer(requestFor(CSV)))!.status).toBe(200);
    log.mockRestore();
  });

  test('is compressed as it is plain', async () => {
    const answer = cached();
    const plain = textOf((await answer(requestFor(LONG_CSV)))!);
    const gzip = (await answer(requestFor(LONG_CSV, { 'accept-encoding': 'gzip' })))!;
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(Buffer.byteLength(plain)).toBeGreaterThan(Number(gzip.headers['content-length']));
  });
});

test('the value that was used least recently goes first, and one value may not push out everything', () => {
  const cache = new LruCache<string>(80);
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) cache.set(key, key, 10);
  cache.get('a');
  cache.set('i', 'i', 10);
  expect([cache.get('a'), cache.get('b'), cache.size]).toEqual(['a', undefined, 80]);
  cache.set('huge', 'huge', 11);
  expect([cache.get('huge'), cache.get('a')]).toEqual([undefined, 'a']);
  cache.set('a', 'A', 5);
  expect([cache.get('a'), cache.size]).toEqual(['A', 75]);
});
