/**
 * The headers of every kind of answer, as they leave the server: who may frame it, who may load it, and what
 * it may run.
 */
import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { scriptsIn } from '#app/_answers/cache/page-policy.ts';
import { closeReader } from '#app/_data/pool.ts';
import { askerAddress } from '#app/_serving/asker.ts';
import { serve } from '#server.ts';
import { testDatabase } from './setup/database.ts';
import { getFrom } from './setup/get-from.ts';

await testDatabase();

const NEXT = `(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/0a-b~c.js"],"runtimeModuleIds":[94553]});`;
const DATA = String.raw`self.__next_f.push([1,"1:\"$Sreact\"\n\u003cscript>alert(1)\u003c/script>"])`;
const EVIL = [
  'alert(1)',
  String.raw`self.__next_f.push([1,"a"]);alert(1)//"])`,
  'self.__next_f.push([1,alert(1)])',
];
const PAGE = `<!doctype html><script src="/a.js" async=""></script><script id="_R_">${NEXT}</script><script>${DATA}</script>
<script type="application/ld+json">{"@type":"Dataset"}</script>${EVIL.map((text) => `<script>${text}</script>`).join('')}`;

const server = await serve({ port: 0, host: '127.0.0.1' }, () =>
  Promise.resolve({
    handle: (req, res) => {
      if (req.url === '/_next/static/a.js')
        res.setHeader('content-type', 'application/javascript; charset=UTF-8');
      else if (req.url === '/moved') res.writeHead(308, { location: '/' });
      else {
        res.setHeader('content-type', 'text/html; charset=utf-8');
        // What next.config.js sets for every page.
        res.setHeader('content-security-policy', "frame-ancestors 'self'");
      }
      res.end(req.url === '/moved' ? '' : PAGE);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  }),
);
afterAll(async () => {
  await server.close();
  await closeReader();
});
const get = getFrom(new URL(server.address).port);
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const SAFE = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'strict-origin-when-cross-origin' };
const NO_DEVICES = expect.stringContaining('camera=()');
const SANDBOX = "default-src 'none'; sandbox";

describe('the security headers', () => {
  test.each([
    [
      '/data/1.0.0/homicide-rate.csv',
      200,
      { 'content-security-policy': SANDBOX, 'cross-origin-resource-policy': 'cross-origin' },
    ],
    ['/data/1.0.0/homicide-rate.json', 200, { 'content-security-policy': SANDBOX }],
    ['/data/1.0.0/border-encounters.csv', 404, { 'content-security-policy': SANDBOX }],
    ['/data/1.1.0/border-encounters.csv', 200, { 'content-security-policy': SANDBOX }],
    ['/data/1.0.0/SHA256SUMS', 200, { 'content-security-policy': SANDBOX }],
    ['/data/latest/gini-index.csv', 302, { 'content-security-policy': SANDBOX }],
    ['/data/openapi.json', 200, { 'content-security-policy': SANDBOX }],
    ['/data/1.0.0/homicide-rate.json?nope', 400, { 'content-security-policy': SANDBOX }],
    ['/healthz', 200, { 'content-security-policy': SANDBOX, 'cross-origin-resource-policy': 'same-origin' }],
    [
      '/data/1.0.0/caravan-size.svg',
      200,
      { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" },
    ],
    [
      '/data/1.1.0/compare.svg?indicators=homicide-rate~gini-index&time=2014',
      200,
      { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" },
    ],
    ['/embed/fonts/nope.woff2', 404, {}],
    ['/_next/static/a.js', 200, { 'cross-origin-resource-policy': 'same-origin' }],
    ['/moved', 308, { 'content-security-policy': SANDBOX }],
  ])('%s, %i', async (path, status, expected) => {
    const { status: got, headers } = await get(path);
    expect(got).toBe(status);
    expect(headers).toMatchObject({ ...SAFE, ...expected });
  });

  test('of a page: its own scripts run and no others, and nobody frames it', async () => {
    const { headers } = await get('/method');
    expect(headers).toMatchObject({
      ...SAFE,
      'permissions-policy': NO_DEVICES,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = new Map(
      String(headers['content-security-policy'])
        .split('; ')
        .map((rule) => [rule.split(' ')[0], rule]),
    );
    expect(policy.get('script-src')).toBe(`script-src 'self' ${hash(NEXT)} ${hash(DATA)}`);
    expect(policy.get('default-src')).toBe("default-src 'self'");
    expect(policy.get('object-src')).toBe("object-src 'none'");
    expect(policy.get('base-uri')).toBe("base-uri 'none'");
    expect(policy.get('form-action')).toBe("form-action 'self'");
    expect(policy.get('frame-ancestors')).toBe("frame-ancestors 'self'");
    for (const evil of EVIL) expect(policy.get('script-src')).not.toContain(hash(evil));
    expect(scriptsIn(PAGE).others).toBe(EVIL.length);
  });

  test('of an embed: any frame may have it, and it loads nothing', async () => {
    const { headers } = await get('/embed/1.0.0/caravan-size');
    expect(headers).toMatchObject({ ...SAFE, 'permissions-policy': NO_DEVICES });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'.*script-src 'sha256-.*frame-ancestors \*/,
    );
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(headers['cross-origin-opener-policy']).toBeUndefined();
  });

  test('of a 304: those of the answer that is held are left as they are', async () => {
    const { headers } = await get('/method');
    const again = await get('/method', { 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.headers['content-security-policy']]).toEqual([304, undefined]);
  });
});

test('who asks is told by our own proxies alone', () => {
  const from = (forwarded: string | undefined, proxies: number): string =>
    askerAddress(
      {
        socket: { remoteAddress: '10.0.0.1' },
        headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      },
      proxies,
    );
  expect(from('6.6.6.6', 0)).toBe('10.0.0.1');
  expect(from('6.6.6.6, 7.7.7.7', 1)).toBe('7.7.7.7');
  expect(from('6.6.6.6, 7.7.7.7, 8.8.8.8', 2)).toBe('7.7.7.7');
  expect(from(undefined, 1)).toBe('10.0.0.1');
});
