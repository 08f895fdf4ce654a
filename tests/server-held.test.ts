/** How long a client may hold a page, and how little is sent to a client that already has it. */
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { FIVE_MINUTES } from '#app/_answers/http/headers.ts';
import { closeReader } from '#app/_data/pool.ts';
import { serve } from '#server.ts';
import { testDatabase } from './setup/database.ts';
import { getFrom } from './setup/get-from.ts';

await testDatabase();

const PAGE = `<!doctype html><title>page</title>${'<p>words</p>'.repeat(200)}`;
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
const get = getFrom(new URL(server.address).port);

describe('a page that is the same for everybody', () => {
  const PRIVATE = 'private, no-cache, no-store, max-age=0, must-revalidate';
  beforeEach(() => {
    page.mockReset().mockImplementation((req: IncomingMessage, res) => {
      // What next/dist/server sends with a rendered page; HEAD has no body.
      res.setHeader('content-type', 'text/html; charset=utf-8');
      res.setHeader('cache-control', PRIVATE);
      res.end(req.method === 'HEAD' ? '' : PAGE);
    });
  });

  test('may be held for five minutes, and has an ETag of its bytes in each encoding', async () => {
    const { headers } = await get('/held?x=1');
    expect(headers['cache-control']).toBe(FIVE_MINUTES);
    expect(headers.etag).toMatch(/^"[\w-]{27}\.\d+"$/);
    const brotli = await get('/held?x=2', { 'accept-encoding': 'br' });
    expect(brotli.headers.etag).toBe(headers.etag?.replace(/"$/, '.br"'));
    page.mockImplementation((_req, res) => {
      res.setHeader('content-type', 'text/html; charset=utf-8');
      res.end(`${PAGE} `);
    });
    expect((await get('/held?x=3')).headers.etag).not.toBe(headers.etag);
  });

  test('is 304 for a client that has it, made just now or a moment ago', async () => {
    const { headers } = await get('/held?y=0');
    for (const path of ['/held?y=1', '/held?y=1']) {
      const again = await get(path, { 'if-none-match': headers.etag ?? '' });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect(again.headers).toMatchObject({ etag: headers.etag, 'cache-control': FIVE_MINUTES });
    }
    expect((await get('/held?y=1', { 'if-none-match': '"another"' })).status).toBe(200);
  });

  test('has the same headers for HEAD', async () => {
    const head = await get('/held?z=1', {}, 'HEAD');
    const { headers, body } = await get('/held?z=1');
    expect(head.body.length).toBe(0);
    for (const name of ['etag', 'cache-control', 'content-length'])
      expect(head.headers[name]).toBe(headers[name]);
    expect(headers['content-length']).toBe(String(body.length));
    expect(page).toHaveBeenCalledTimes(1);
  });

  test.each<Record<string, string>>([{ rsc: '1' }, { 'next-url': '/' }])(
    'is private where it is asked with %o',
    async (asked) => {
      const { headers } = await get(`/held?for=${Object.keys(asked)[0]}`, asked);
      expect([headers['cache-control'], headers.etag]).toEqual([PRIVATE, undefined]);
    },
  );

  test('is not held where it says that it cannot answer', async () => {
    page.mockImplementation((_req, res) => {
      res.setHeader('content-type', 'text/html; charset=utf-8');
      res.setHeader('cache-control', PRIVATE);
      res.end('<!doctype html><meta name="cotejo-status" content="404"/>');
    });
    const { status, headers } = await get('/held?lost');
    expect([status, headers['cache-control'], headers.etag]).toEqual([404, PRIVATE, undefined]);
  });
});
