/** Heavy requests next to light ones, with a real server and a real database. */
import { createHash } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { dispatch } from '#app/_answers/dispatch.ts';
import { weighBody, weighPage, weighWhole } from '#app/_answers/data/weighing.ts';
import { siteData } from '#app/_data/data.ts';
import { AskingScope, workFor } from '#app/_data/asking.ts';
import { closeReader, reader } from '#app/_data/pool.ts';
import { openAdmission } from '#app/_serving/admission.ts';
import { HEAVY } from '#app/_data/weight.ts';
import { serve } from '#server.ts';
import { LIMITS } from '#stats/limits.ts';
import { testDatabase } from '../../setup/database.ts';
import { getFrom } from '../../setup/get-from.ts';

await testDatabase();

const page = vi.fn();
const server = await serve({ port: 0, host: '127.0.0.1' }, () =>
  Promise.resolve({
    handle: (req, res) => Promise.resolve(page(req, res)) as Promise<void>,
    close: () => Promise.resolve(),
  }),
);
afterAll(async () => {
  await server.close();
  await closeReader();
});
beforeEach(() => void page.mockReset());
const get = getFrom(new URL(server.address).port);
const question = (path: string, search = '') => ({
  method: 'GET',
  path,
  search,
  headers: { get: () => null },
  origin: '',
});
const HEAVIEST = '/data/1.1.0/border-encounters.json';

describe('a question is weighed before it runs', () => {
  test.each([
    [HEAVIEST, 'group=americas', true],
    [HEAVIEST, '', true],
    ['/data/1.1.0/border-encounters.csv', '', false],
    ['/data/1.1.0/border-encounters.csv', 'excel=yes', true],
    ['/data/1.1.0/border-encounters.csv', 'shape=wide', true],
    ['/data/1.1.0/border-encounters.csv', 'vintages=all', true],
    [HEAVIEST, 'count', false],
    [HEAVIEST, 'country=USA&time=2020', false],
    ['/data/1.1.0/homicide-rate.json', '', false],
    ['/data/1.1.0/SHA256SUMS', '', true],
    ['/data/releases.json', '', false],
    ['/embed/1.1.0/border-encounters', 'group=americas', true],
    ['/data/1.1.0/compare.json', 'indicators=border-encounters~gini-index', true],
  ])('%s?%s: heavy %s', async (path, search, heavy) => {
    const request = question(path, search);
    const answer = await dispatch(request, { data: siteData, limits: LIMITS });
    const own = answer && 'weigh' in answer ? answer.weigh?.() : undefined;
    const weight = own ?? weighWhole(request, siteData) ?? weighBody(request, siteData);
    expect((await weight) >= HEAVY).toBe(heavy);
  });

  test('health and files of pages go through no gate, and pages are weighed as what they show', async () => {
    expect(weighWhole(question('/healthz'), siteData)).toBeNull();
    expect(weighPage('/_next/static/a.js', siteData)).toBeNull();
    expect(await weighPage('/method', siteData)).toBe(0);
    expect(
      (await weighPage('/es/indicators/border-encounters?group=americas&tab=table', siteData))! >= HEAVY,
    ).toBe(true);
    expect((await weighPage('/indicators/gini-index?country=HND', siteData))! >= HEAVY).toBe(false);
  });
});

describe('a pasted address is weighed as what it shows', () => {
  const site = 'http://cotejo.test';
  const weigh = (url: string) =>
    weighWhole({ ...question('/oembed', `url=${encodeURIComponent(url)}`), origin: site }, siteData)!;
  const MANY = 'border-encounters?group=americas';

  test.each([
    [`${site}/embed/1.1.0/${MANY}`, true],
    [`/embed/1.1.0/${MANY}`, true],
    [`/embed/latest/${MANY}`, true],
    [`/embed/1.1.0/${MANY}&utm_source=mail`, true],
    [`/es/indicators/${MANY}&fbclid=x&release=1.1.0`, true],
    ['/compare?indicators=border-encounters~gini-index', true],
    [`/embed/1.1.0/board?a=${encodeURIComponent(MANY)}`, true],
    ['/embed/latest/value?indicator=border-encounters&group=americas', true],
    ['/claims/c06', true],
    [`/claims/check?a=${encodeURIComponent(MANY)}&expression=a&relation=at-least:1`, true],
    ['/indicators/gini-index?country=USA&time=2020', false],
    ['/embed/latest/gini-index?country=HND', false],
  ])('%s: heavy %s', async (url, heavy) => {
    expect((await weigh(url)) >= HEAVY).toBe(heavy);
  });

  test('and one that is refused is no work', async () => {
    for (const url of ['https://example.org/', '/indicators/%zz', ''])
      await expect(weigh(url)).rejects.toThrow();
  });
});

test('a claim of the reader’s own is weighed by its terms, and one term may not read a whole table', async () => {
  const search = `a=${encodeURIComponent('border-encounters?group=americas')}&expression=a&relation=at-least:1`;
  for (const path of ['/data/1.1.0/check.json', '/embed/1.1.0/check'])
    expect((await weighWhole(question(path, search), siteData))! >= HEAVY).toBe(true);
  expect((await weighPage(`/claims/check?${search}`, siteData))! >= HEAVY).toBe(true);
  const whole = 'a=population&expression=a&relation=at-least:1';
  const answer = await createAnswers().answer(question('/data/1.5.0/check.json', whole));
  expect(answer?.status).toBe(400);
  expect(String(answer?.body)).toContain(String(LIMITS.drawnCells));
});

describe('heavy questions', { timeout: 60_000 }, () => {
  test('have the same bytes as anywhere else, and light ones are answered meanwhile', async () => {
    await get('/data/1.1.0/gini-index.csv?country=HND');
    // The thread for heavy requests is loaded from source here, which takes some time.
    await get(`${HEAVIEST}?coverage=0.1`);
    const made = await createAnswers().answer(question(HEAVIEST));
    const heavy = get(HEAVIEST);
    const times: number[] = [];
    for (let done = false; !done; done = await Promise.race([heavy.then(() => true), sleep(20)])) {
      const since = performance.now();
      const { status } = await get(
        `/data/1.1.0/gini-index.csv?country=HND&coverage=0.${1000 + times.length}`,
      );
      expect(status).toBe(200);
      times.push(performance.now() - since);
    }
    const { status, body } = await heavy;
    expect(status).toBe(200);
    const hash = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(hash(body)).toBe(hash((made as { body: Uint8Array }).body));
    expect(Math.max(...times)).toBeLessThan(2_000);
  });

  test('beyond what one asker may have are refused at once, and say when to come again', async () => {
    const since = performance.now();
    const asked = Array.from({ length: 12 }, async (_, i) => {
      const got = await get(`${HEAVIEST}?coverage=0.${2000 + i}`);
      return { ...got, ms: performance.now() - since };
    });
    const health = await get('/healthz');
    expect(health.status).toBe(200);
    const all = await Promise.all(asked);
    const refused = all.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThanOrEqual(9);
    expect(all.filter(({ status }) => status !== 503 && status !== 200)).toEqual([]);
    expect(refused.filter(({ headers }) => headers['retry-after'] === undefined)).toEqual([]);
    expect((await get('/data/1.1.0/gini-index.csv?country=SLV')).status).toBe(200);
  });
});

describe('work that takes long', () => {
  test('keeps its connections while the database answers', async () => {
    const admission = openAdmission(100);
    const asking = new AskingScope('a', Date.now() + 10_000, () => false);
    const makeBody = async () => {
      const { sql } = await reader();
      // The health check has looked at the database several times when this ends.
      for (let statement = 0; statement < 4; statement += 1) await sql`select pg_sleep(0.2)`;
      return 'made';
    };
    const answer = { status: 200, headers: { etag: '"x"' }, makeBody, weigh: () => Promise.resolve(0) };
    const body = await workFor(asking, () => admission.body(question('/data/1.1.0/x.json'), answer));
    expect(body).toBe('made');
    await admission.close();
  });
});

describe('pages', { timeout: 20_000 }, () => {
  test('beyond the room for them are refused at once, as a page, and those who wait are served', async () => {
    let end: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (end = resolve));
    page.mockImplementation(async (_req, res) => {
      await held;
      res.setHeader('content-type', 'text/html');
      res.end('<!doctype html>a page');
    });
    let answered = 0;
    const asked = Array.from({ length: 120 }, async (_, i) => {
      const got = await get(`/some/page?n=${i}`);
      answered += 1;
      return got;
    });
    // One client may have forty requests, of which the first is rendered and the others wait.
    await vi.waitFor(() => expect(answered).toBe(80), { timeout: 8_000 });
    end();
    const all = await Promise.all(asked);
    const served = all.filter(({ status }) => status === 200);
    const refused = all.filter(({ status }) => status === 503);
    expect([served.length, refused.length]).toEqual([40, 80]);
    for (const { headers, body } of refused) {
      expect([headers['retry-after'], headers['cache-control']]).toEqual(['10', 'no-store']);
      expect(body.toString()).toMatch(/^<!doctype html>/i);
    }
    expect((await get('/some/page?n=0')).status).toBe(200);
  });

  test('whose asker has left before their turn are not rendered', async () => {
    let end: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (end = resolve));
    page.mockImplementation(async (_req, res) => {
      await held;
      res.end('late');
    });
    const first = get('/held');
    await vi.waitFor(() => expect(page).toHaveBeenCalledTimes(1));
    const leaving = new AbortController();
    const gone = Array.from({ length: 10 }, (_, n) =>
      fetch(`${server.address}/gone?n=${n}`, { signal: leaving.signal }).catch(() => 'left'),
    );
    await sleep(100);
    leaving.abort();
    expect(await Promise.all(gone)).toEqual(gone.map(() => 'left'));
    await sleep(50);
    end();
    await first;
    await sleep(50);
    expect(page).toHaveBeenCalledTimes(1);
  });

  test('that Next cannot make in time are answered with 503 all the same', async () => {
    page.mockImplementation((_req, res) => void setTimeout(() => res.end('too late'), 12_000));
    const since = Date.now();
    const { status, headers } = await get('/never');
    expect([status, headers['retry-after']]).toEqual([503, '10']);
    expect(Date.now() - since).toBeLessThan(11_500);
  });
});

const sleep = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), ms));
