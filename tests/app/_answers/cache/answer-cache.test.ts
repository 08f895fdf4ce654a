import { beforeEach, describe, expect, test, vi } from 'vitest';
import { cacheAnswers } from '#app/_answers/cache/answer-cache.ts';
import { LruCache } from '#app/_answers/cache/lru.ts';
import { catalogue, cell, comparisonOf, release } from '../../_downloads/comparison.ts';
import { requestFor, textOf } from '../ask.ts';

const load = vi.hoisted(() => vi.fn());

vi.mock('#app/_data/catalogue.ts', () => ({
  loadReleases: () => Promise.resolve([release]),
  loadCatalogue: () => Promise.resolve(catalogue),
}));
vi.mock('#app/_data/count.ts', () => ({ hasMoreCells: () => Promise.resolve(false) }));
vi.mock('#app/_data/lines.ts', () => ({ findPublished: () => Promise.resolve(null) }));
vi.mock('#app/_data/comparison.ts', () => ({ loadComparison: load }));

beforeEach(() => load.mockReset().mockImplementation(() => Promise.resolve(comparisonOf([cell]))));

const CSV = '/data/1.0.0/homicide-rate.csv';
const EMBED = '/embed/1.0.0/homicide-rate';

describe('an answer that is kept', () => {
  test('is made once, whatever the encoding, method and headers of those who ask', async () => {
    const answer = cacheAnswers();
    const first = await answer(requestFor(CSV));
    for (const encoding of ['gzip', 'br', 'identity']) {
      await answer(requestFor(CSV, { 'accept-encoding': encoding }));
      await answer(requestFor(CSV, { 'accept-encoding': encoding }, 'HEAD'));
    }
    expect(load).toHaveBeenCalledTimes(1);
    expect(textOf((await answer(requestFor(CSV)))!)).toBe(textOf(first!));
  });

  test('is made once for all who ask at the same time', async () => {
    const answer = cacheAnswers();
    const all = await Promise.all(Array.from({ length: 20 }, () => answer(requestFor(CSV))));
    expect(load).toHaveBeenCalledTimes(1);
    expect(new Set(all.map((one) => textOf(one!))).size).toBe(1);
  });

  test('is not sent to who has it, without looking at its body', async () => {
    const answer = cacheAnswers();
    const etag = (await answer(requestFor(CSV)))!.headers['etag'] as string;
    expect((await answer(requestFor(CSV, { 'if-none-match': etag })))!.status).toBe(304);
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('is found under each of its spellings, which keep their own headers', async () => {
    const answer = cacheAnswers();
    for (let round = 0; round < 2; round++) {
      expect((await answer(requestFor(CSV)))!.headers['link']).toBeUndefined();
      expect((await answer(requestFor(`${CSV}?lang=en`)))!.headers['link']).toContain('canonical');
    }
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('of an embed is made anew after a minute', async () => {
    let time = 0;
    const answer = cacheAnswers(undefined, () => time);
    await answer(requestFor(EMBED));
    time = 59_000;
    await answer(requestFor(EMBED));
    expect(load).toHaveBeenCalledTimes(1);
    time = 61_000;
    await answer(requestFor(EMBED));
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('is made again when its bytes had to make room', async () => {
    const answer = cacheAnswers({ bytes: 10, addresses: 100 });
    await answer(requestFor(CSV));
    await answer(requestFor(CSV));
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('is never a problem', async () => {
    const answer = cacheAnswers();
    load.mockRejectedValueOnce(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await answer(requestFor(CSV)))!.status).toBe(503);
    expect((await answer(requestFor(CSV)))!.status).toBe(200);
    log.mockRestore();
  });
});

test('what was used least recently goes first, and one value may not push out everything', () => {
  const recent = new LruCache<string>(80);
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) recent.set(key, key, 10);
  recent.get('a');
  recent.set('i', 'i', 10);
  expect([recent.get('a'), recent.get('b'), recent.size]).toEqual(['a', undefined, 80]);
  recent.set('huge', 'huge', 11);
  expect([recent.get('huge'), recent.get('a')]).toEqual([undefined, 'a']);
  recent.set('a', 'A', 5);
  expect([recent.get('a'), recent.size]).toEqual(['A', 75]);
});
