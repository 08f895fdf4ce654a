/** Faults of publishers and networks: one clear line with what to do, and no file under the final name. */
import { readdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { networkFault } from '#sources/fetch/network-words.ts';
import { complaintOf, go, newFolder, testClock } from './errand.ts';
import { send, startPublisher, WORLD_BANK_ROWS, type PublisherServer } from './publisher-server.ts';

let server: PublisherServer;
beforeEach(async () => void (server = await startPublisher()));
afterEach(() => server.close());

const about = (more: object) => ({
  page: 1,
  pages: 1,
  per_page: 50,
  total: 1,
  lastupdated: '2026-10-07',
  ...more,
});
const message = (id: string, value: string) =>
  JSON.stringify([{ message: [{ id, key: 'Invalid value', value }] }]);

type Case = readonly [
  what: string,
  reply: (response: ServerResponse) => unknown,
  line: RegExp,
  tries: number,
];

const cases: readonly Case[] = [
  [
    'an indicator that is not there, said with status 200',
    (r) => send(r, 200, message('175', 'The indicator was not found. It may have been deleted or archived.')),
    /^the World Bank says: The indicator was not found.*\(175\); look VC\.IHR\.PSRC\.P5 up at /,
    1,
  ],
  [
    'a value that is not valid, said with status 200',
    (r) => send(r, 200, message('120', 'The provided parameter value is not valid')),
    /not valid \(120\); correct the code VC\.IHR\.PSRC\.P5, the areas or the years/,
    1,
  ],
  [
    'an empty result',
    (r) => send(r, 200, JSON.stringify([about({ pages: 0, total: 0 }), null])),
    /World Bank has no data for this query; look at the areas/,
    1,
  ],
  [
    'another indicator',
    (r) => send(r, 200, JSON.stringify([about({}), [{ indicator: { id: 'X' } }]])),
    /sent X for VC\.IHR\.PSRC\.P5/,
    1,
  ],
  [
    'JSON of another shape',
    (r) => send(r, 200, '{"rows":[]}'),
    /JSON, but not a page from the World Bank/,
    1,
  ],
  [
    'a web page',
    (r) => send(r, 200, '<!doctype html><title>Down for\n maintenance</title>'),
    /a web page \("Down for maintenance"\), not JSON; open the address/,
    1,
  ],
  ['plain words', (r) => send(r, 200, 'Bad Gateway'), /not JSON \("Bad Gateway"\)/, 1],
  [
    'JSON cut short',
    (r) => send(r, 200, '[{"page":1,"pages":1},[{"value"'),
    /cut short after 31 bytes \(5 tries\)/,
    5,
  ],
  ['nothing', (r) => send(r, 200, ''), /the answer is empty \(5 tries\)/, 5],
  ['a status 404', (r) => send(r, 404, 'no'), /World Bank answers 404; look at what you asked for/, 1],
  [
    'a status 404 with the publisher’s own words',
    (r) => send(r, 404, message('120', 'not valid')),
    /says: not valid \(120\)/,
    1,
  ],
  [
    'a status 503 that stays',
    (r) => send(r, 503, ''),
    /World Bank answers 503 \(a trouble of the server\) \(5 tries\); try later/,
    5,
  ],
  [
    '"not now" with status 200',
    (r) => send(r, 200, message('105', 'Service currently unavailable')),
    /unavailable \(105\) \(5 tries\)/,
    5,
  ],
  [
    'a redirect elsewhere',
    (r) => send(r, 302, '', { location: 'https://login.example.org/hotel' }),
    /redirects to another site, https:\/\/login\.example\.org\/hotel; .*--base/,
    1,
  ],
  ['a redirect in a circle', (r) => send(r, 302, '', { location: '/again' }), /redirects in a circle/, 1],
  [
    'a connection that is cut',
    (r) => r.socket?.destroy(),
    /cut the connection.*\(5 tries\); look at your connection/,
    5,
  ],
  [
    'fewer bytes than announced',
    (r) => {
      r.writeHead(200, { 'content-length': 500 });
      r.write('[{"page":1', () => r.socket?.destroy());
    },
    /(cut the connection before its answer was whole|sent fewer bytes than it announced) \(5 tries\)/,
    5,
  ],
  [
    'an answer over the limit',
    (r) => send(r, 200, ' '.repeat(1_000_001)),
    /larger than 1 MB; use a smaller --page-rows, or fewer areas and years/,
    1,
  ],
];

describe('a publisher sends', () => {
  it.each(cases)('%s', async (_what, reply, line, tries) => {
    const out = newFolder();
    let tried = 0;
    server.instead = (asked, _nth, response) => {
      if (!asked.url.pathname.includes('/again')) tried++;
      reply(response);
      return true;
    };
    const said = await complaintOf({ base: server.base, out });
    expect(said).toMatch(line);
    expect(said.split('\n')).toHaveLength(1);
    expect(tried).toBe(tries);
    expect(readdirSync(out)).toEqual([]);
  });
});

it('silence ends with the time limit', async () => {
  server.instead = () => true;
  const said = await complaintOf({ base: server.base, timeoutMs: 40 });
  expect(said).toMatch(/did not finish its answer in time \(5 tries\)/);
});

it('nobody at the address is said as such', async () => {
  await server.close();
  expect(await complaintOf({ base: server.base })).toMatch(
    /127\.0\.0\.1:\d+ refuses connections \(5 tries\)/,
  );
});

it.each([
  ['ENOTFOUND', /^no server found with the name a\.test; check your connection, and --base/, false],
  ['EAI_AGAIN', /^the name a\.test could not be looked up \(no network/, true],
  ['ENETUNREACH', /^there is no network to reach a\.test/, true],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', /^the certificate of a\.test is not trusted .*NODE_EXTRA_CA_CERTS/, false],
  ['ESOMETHING', /^a\.test could not be read \(ESOMETHING\)/, true],
])('%s below HTTP is said in words; only what may pass is tried again', (code, line, passing) => {
  const cause = Object.assign(new Error('inner'), { code });
  const fault = networkFault(new TypeError('fetch failed', { cause }), 'a.test');
  expect(fault.message).toMatch(line);
  expect(fault.nature.passing ?? false).toBe(passing);
});

it('UNHCR: an empty list, an error object and JSON without items are told apart', async () => {
  const ask = (body: string) => {
    server.instead = (_asked, _nth, response) => send(response, 200, body);
    return complaintOf({ base: server.base, publisher: 'unhcr' });
  };
  expect(await ask('{"page":1,"maxPages":0,"total":[],"items":[]}')).toMatch(
    /UNHCR has no data for this query; look at the codes and years/,
  );
  expect(await ask('{"message":"Server Error"}')).toMatch(/UNHCR says: Server Error/);
  expect(await ask('{"data":[]}')).toMatch(/not a page from UNHCR \(it has no items\)/);
});

describe('pages that do not belong together', () => {
  const page = (number: number, more: object = {}) =>
    JSON.stringify([
      { ...about({ pages: 3, total: 7, ...more }), page: number },
      WORLD_BANK_ROWS.slice((number - 1) * 3, number * 3),
    ]);
  const told = async (bodies: (number: number, nth: number) => string) => {
    const out = newFolder();
    server.instead = (asked, nth, response) => send(response, 200, bodies(asked.page, nth));
    const said = await complaintOf({ base: server.base, out });
    expect(readdirSync(out)).toEqual([]);
    return said;
  };

  it.each<[string, (number: number, nth: number) => string, RegExp]>([
    [
      'another total',
      (n) => page(n, n === 2 ? { total: 8 } : {}),
      /changed while it was being fetched \(page 1 says 3 pages, 7 rows/,
    ],
    [
      'another date',
      (n) => page(n, n === 3 ? { lastupdated: '2026-10-08' } : {}),
      /changed .*2026-10-08.*; run the same command again/,
    ],
    [
      'page 1 another at the end',
      (n, nth) => (nth === 4 ? page(1).replace('62.286', '61.1') : page(n)),
      /page 1 is another at the end/,
    ],
    ['a total that is not reached', (n) => page(n, { total: 9 }), /announced 9 rows but sent 7/],
    ['the same page twice', () => page(1).replace('"page":1', '"page":2'), /sent page 2 for page 1/],
    [
      'a cache that ignores the page',
      (n) => page(1).replace('"page":1', `"page":${n}`),
      /page 2 is page 1 again/,
    ],
    [
      'a page with rows missing',
      (n) => (n === 2 ? page(2).replace(/,\{"indicator".*?\}\]\]$/, ']]') : page(n)),
      /page 2 of 3 has \d rows, but page 1 has 3/,
    ],
  ])('%s', async (_what, bodies, line) => {
    expect(await told(bodies)).toMatch(line);
  });

  it('all pages together over the limit of what a recipe reads', async () => {
    const said = await complaintOf({ base: server.base, mostBytes: 900, wish: { pageRows: 3 } });
    expect(said).toMatch(/the limit for a JSON recipe; narrow the areas or the years/);
  });
});

it('what passes is tried again after pauses that double', async () => {
  const clock = testClock();
  server.instead = (_asked, nth, response) =>
    nth <= 3 && send(response, [500, 502, 429][nth - 1] ?? 500, 'x');
  await go({ base: server.base, clock });
  expect(clock.pauses).toEqual([1000, 2000, 4000]);
});

it('Retry-After is obeyed, in seconds and as a date; hours are not waited for', async () => {
  const clock = testClock();
  const after = ['7', 'Sun, 22 Nov 2026 12:00:20 GMT'];
  server.instead = (_asked, nth, response) =>
    nth <= 2 && send(response, 429, '', { 'retry-after': after[nth - 1] ?? '' });
  await go({ base: server.base, clock });
  expect(clock.pauses).toEqual([7_000, 20_000]);
  server.instead = (_asked, _nth, response) => send(response, 429, '', { 'retry-after': '7200' });
  expect(await complaintOf({ base: server.base })).toMatch(
    /asks to wait 7200 s; come back after 2026-11-22 14:00 UTC/,
  );
});

it('a redirect within the publisher’s own host is followed', async () => {
  server.instead = (asked, _nth, response) =>
    !asked.url.pathname.startsWith('/new/') &&
    send(response, 301, '', { location: `/new${asked.url.pathname}${asked.url.search}` });
  expect((await go({ base: server.base })).sidecar.rows).toBe(WORLD_BANK_ROWS.length);
});
