/**
 * The server as a client sees it. Long, because its tests share a server and a database that take seconds to
 * start.
 */
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { serve } from '#server.ts';
import { testDatabase } from './setup/database.ts';
import { getFrom } from './setup/get-from.ts';
import { LATEST } from './setup/releases.ts';

await testDatabase();

const PAGE = `<!doctype html><title>page</title>${'<p>words</p>'.repeat(200)}`;
const page = vi.fn();
const closed = vi.fn(() => Promise.resolve());

const server = await serve({ port: 0, host: '127.0.0.1' }, () =>
  Promise.resolve({ handle: (req, res) => Promise.resolve(page(req, res)) as Promise<void>, close: closed }),
);
afterAll(async () => {
  await server.close();
  await closeReader();
});
beforeEach(() => {
  page.mockReset().mockImplementation((_req, res) => {
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.setHeader('vary', 'rsc');
    res.end(PAGE);
  });
});

const { port } = new URL(server.address);

const get = getFrom(port);

/** Headers that clients, proxies and attackers send, and those that change how a connection is framed. */
const NAMES_OF_HEADERS =
  `host cookie authorization range user-agent referer origin forwarded via from dnt te purpose
  accept accept-language accept-charset cache-control pragma if-modified-since if-unmodified-since if-range
  x-forwarded-for x-forwarded-host x-forwarded-proto x-forwarded-port x-forwarded-scheme x-forwarded-server
  x-forwarded-prefix x-forwarded-ssl x-real-ip x-client-ip x-cluster-client-ip x-host x-original-host x-original-url
  x-rewrite-url x-http-method-override x-method-override x-http-method x-wap-profile x-requested-with x-csrf-token
  x-middleware-subrequest x-middleware-rewrite x-middleware-prefetch x-middleware-next x-invoke-path x-invoke-query
  x-invoke-status x-invoke-error x-matched-path x-nextjs-data x-nextjs-cache x-now-route-matches x-vercel-id
  x-prerender-revalidate x-prerender-bypass x-original-uri content-security-policy content-security-policy-report-only
  sec-fetch-dest sec-fetch-mode sec-fetch-site sec-ch-ua sec-ch-ua-mobile sec-gpc upgrade-insecure-requests
  cf-connecting-ip cf-ipcountry true-client-ip fastly-client-ip front-end-https x-scheme x-url-scheme
  x-arbitrary`.split(/\s+/);

/** Sends raw bytes, for requests that no client would send. */
function send(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

describe('the server', () => {
  test.each([400, 404])('a page that says it cannot answer has the status %i', async (status) => {
    page.mockImplementation((_req, res) => {
      res.setHeader('content-type', 'text/html; charset=utf-8');
      res.end(`<!doctype html><meta name="cotejo-status" content="${status}"/>`);
    });
    expect((await get(`/says-${status}`)).status).toBe(status);
  });

  test('answers data, embeds and health itself', async () => {
    const csv = await get('/data/1.0.0/homicide-rate.csv?country=HND~SLV');
    expect(csv.status).toBe(200);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(csv.body.toString()).toMatch(/^Entity,Code,Year,/);
    expect((await get('/embed/1.0.0/homicide-rate')).status).toBe(200);
    expect((await get('/healthz')).status).toBe(200);
    expect(page).not.toHaveBeenCalled();
  });

  test('sends the encoding that is asked for, 304 to who has it, and no body for HEAD', async () => {
    const headers = { 'accept-encoding': 'br' };
    const plain = await get('/data/1.0.0/population.csv?time=2014');
    const brotli = await get('/data/1.0.0/population.csv?time=2014', headers);
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    const etag = brotli.headers.etag as string;
    const again = await get('/data/1.0.0/population.csv?time=2014', { ...headers, 'if-none-match': etag });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    const head = await get('/data/1.0.0/population.csv?time=2014', headers, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(String(brotli.body.length));
  });

  test('leaves out what mail programs add to a link, on pages and embeds, and not on data', async () => {
    const plain = await get('/marked?country=HND');
    expect((await get('/marked?utm_source=a&country=HND')).headers.age).toBeDefined();
    const again = await get('/marked?country=HND&fbclid=b&gclid=c');
    expect([again.status, again.headers.etag]).toEqual([200, plain.headers.etag]);
    expect(page).toHaveBeenCalledTimes(1);
    expect(page.mock.calls[0]?.[0]).toMatchObject({ url: '/marked?country=HND' });
    const embed = await get('/embed/1.0.0/homicide-rate?country=HND&utm_medium=mail');
    expect(embed.status).toBe(200);
    expect(embed.headers.link).not.toMatch(/canonical|utm_medium/);
    expect((await get('/embed/latest/caravan-size?utm_medium=mail')).headers.location).toBe(
      `/embed/${LATEST}/caravan-size`,
    );
    const data = await get('/data/1.0.0/homicide-rate.csv?country=HND&utm_medium=mail');
    expect(data.status).toBe(400);
    expect(data.body.toString()).toContain('utm_medium');
  });

  test('redirects latest with the query untouched', async () => {
    const { status, headers } = await get('/data/latest/homicide-rate.csv?country=HND~SLV&time=2012..2014');
    expect(status).toBe(302);
    expect(headers.location).toBe(`/data/${LATEST}/homicide-rate.csv?country=HND~SLV&time=2012..2014`);
  });

  test('hands every other address to the pages', async () => {
    const { status, body } = await get('/indicators/homicide-rate');
    expect([status, body.toString()]).toEqual([200, PAGE]);
    expect((await get('/data/1.0.0/nope.csv')).status).toBe(404);
    expect(page).toHaveBeenCalledTimes(1);
  });

  test.each(['/%', '/%zz', '/%00', '/indicators/%E0%A4', '/data/%zz', '/embed/%00/x'])(
    'says that it cannot read %s',
    async (path) => {
      expect((await get(path)).status).toBe(400);
      expect(page).not.toHaveBeenCalled();
    },
  );

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'OPTIONS', 'PROPFIND'])(
    'refuses to %s a page, and says what it answers to',
    async (method) => {
      const { status, headers } = await get('/indicators/homicide-rate', {}, method);
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
      expect(page).not.toHaveBeenCalled();
    },
  );

  test('answers what programs try at every site without rendering a page', async () => {
    expect((await get('/robots.txt')).body.toString()).toBe(
      `User-agent: *\nAllow: /\nSitemap: ${server.address}/sitemap.xml\n`,
    );
    expect((await get('/favicon.ico')).headers.location).toBe('/icon.svg');
    for (const path of [
      '/wp-login.php',
      '/.env',
      '/.git/config',
      '/a/b/.env.bak',
      '/vendor/phpunit',
      '/backup.zip',
    ]) {
      const { status, body } = await get(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body.length).toBeLessThan(8_500);
    }
    expect(page).not.toHaveBeenCalled();
    await get('/.well-known/security.txt');
    await get('/indicators/no-file-of-another-program');
    expect(page).toHaveBeenCalledTimes(2);
  });

  test('takes one address with needless escapes for the same', async () => {
    const { headers } = await get('/data/1.0.0/%68omicide%2Drate.csv?country=HND');
    expect(headers.link).not.toContain('canonical');
    await get('/%6dethod?x=%41');
    expect((page.mock.calls[0]?.[0] as IncomingMessage).url).toBe('/method?x=%41');
  });

  test('takes the whole address in the first line, as a proxy writes it, for a page too', async () => {
    for (const path of ['http://x.test/method?a=1', 'HTTP://x.test?a=1']) {
      expect((await get(path)).body.toString()).toBe(PAGE);
    }
    expect(page.mock.calls.map(([req]) => (req as IncomingMessage).url)).toEqual(['/method?a=1', '/?a=1']);
  });

  test('answers 400 to bytes that are not HTTP, and goes on', async () => {
    expect(await send('hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await send(`GET /data/1.0.0/x.csv?${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 4\d\d /,
    );
    expect(await send('GET nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 /,
    );
    expect(await send('GET http://x.test/healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 200 /,
    );
    expect((await get('/healthz')).status).toBe(200);
  });

  test('a page that fails is a page that says so, one line in the log, and no more', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    page.mockImplementation(() => Promise.reject(new Error('lost\nit')));
    const { status, body } = await get('/failing');
    expect(status).toBe(500);
    expect(body.toString()).not.toContain('lost');
    expect(log.mock.calls).toEqual([['GET /failing: lost it']]);
    log.mockRestore();
    expect((await get('/healthz')).status).toBe(200);
  });
});

describe('a page', () => {
  test('is compressed once and kept for a moment', async () => {
    const headers = { 'accept-encoding': 'br' };
    const all = await Promise.all(Array.from({ length: 8 }, () => get('/kept?x=1', headers)));
    for (const { body, headers: got } of all) {
      expect(brotliDecompressSync(body).toString()).toBe(PAGE);
      expect(got).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    }
    const again = await get('/kept?x=1');
    expect(again.body.toString()).toBe(PAGE);
    expect(again.headers.age).toBe('0');
    expect(page).toHaveBeenCalledTimes(1);
  });

  test('is found again though Next writes forwarding headers of its own into the request', async () => {
    page.mockImplementation((req: IncomingMessage, res) => {
      // What next/dist/server/base-server.js does with every request.
      Object.assign(req.headers, { 'x-forwarded-host': req.headers.host, 'x-forwarded-proto': 'http' });
      res.setHeader('content-type', 'text/html; charset=utf-8');
      res.end(PAGE);
    });
    expect((await get('/forwarded')).headers.age).toBeUndefined();
    expect((await get('/forwarded')).headers.age).toBe('0');
    expect((await get('/forwarded', { 'x-forwarded-proto': 'https' })).headers.age).toBe('0');
    expect(page).toHaveBeenCalledTimes(1);
  });

  test.each<Record<string, string>>([{ rsc: '1' }, { 'next-url': '/' }, { 'next-router-state-tree': 'x' }])(
    'asked with %o is made for the one who asks',
    async (headers) => {
      const path = `/personal-${Object.keys(headers)[0]}`;
      await get(path);
      expect((await get(path, headers)).body.toString()).toBe(PAGE);
      await get(path);
      expect(page).toHaveBeenCalledTimes(2);
    },
  );

  test('that sets a cookie, is no success or is no HTML is not kept', async () => {
    const kinds = [{ 'set-cookie': ['a=1', 'b=2'] }, { 'content-type': 'text/x-component' }, 404];
    for (const [i, kind] of kinds.entries()) {
      page.mockReset().mockImplementation((_req, res) => {
        const headers = typeof kind === 'number' ? {} : kind;
        res.writeHead(typeof kind === 'number' ? kind : 200, { 'content-type': 'text/html', ...headers });
        res.write('a');
        res.end('b');
      });
      const first = await get(`/unkept-${i}`);
      await get(`/unkept-${i}`);
      expect(first.body.toString()).toBe('ab');
      if (i === 0) expect(first.headers['set-cookie']).toEqual(['a=1', 'b=2']);
      if (i === 2) expect(first.status).toBe(404);
      expect(page).toHaveBeenCalledTimes(2);
    }
  });

  test.each(NAMES_OF_HEADERS)(
    'is made without the header %s of its asker, and is the same for all',
    async (name) => {
      page.mockImplementation((req: IncomingMessage, res) => {
        res.setHeader('content-type', 'text/html');
        res.end(JSON.stringify(req.headers));
      });
      const path = `/said-${name}`;
      const value = name === 'host' ? 'evil.test' : `script-src 'nonce-abc' https://evil.test/?`;
      const first = await get(path, { [name]: value });
      expect(first.body.toString()).toBe('{"host":"localhost"}');
      expect((await get(path)).headers.age).toBe('0');
      expect(page).toHaveBeenCalledTimes(1);
    },
  );

  test('is answered with 304 to a client that has it', async () => {
    page.mockImplementation((_req, res) => {
      res.setHeader('content-type', 'text/html');
      res.setHeader('etag', 'W/"abc"');
      res.end(PAGE);
    });
    const { headers } = await get('/tagged', { 'accept-encoding': 'gzip' });
    expect(headers.etag).toBe('W/"abc.gz"');
    const again = await get('/tagged', { 'accept-encoding': 'gzip', 'if-none-match': 'W/"abc.gz"' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test('whose client goes away leaves nothing behind', async () => {
    let finish: () => void = () => undefined;
    page.mockImplementationOnce(
      (_req, res) =>
        new Promise<void>((resolve) => {
          finish = () => {
            res.end('late');
            resolve();
          };
        }),
    );
    const asked = httpRequest({ host: '127.0.0.1', port, path: '/gone', agent: false });
    asked.on('error', () => undefined);
    asked.end();
    await vi.waitFor(() => expect(page).toHaveBeenCalledTimes(1));
    asked.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    finish();
    expect((await get('/gone')).body.toString()).toBe(PAGE);
  });
});

test('closing finishes what has begun, frees the port and ends sockets that are kept alive', async () => {
  const own = await serve({ port: 0, host: '127.0.0.1' }, () =>
    Promise.resolve({
      handle: (_req, res) =>
        new Promise<void>((resolve) => setTimeout(() => resolve(void res.end('slow')), 200)),
      close: closed,
    }),
  );
  const idle = connect(Number(new URL(own.address).port), '127.0.0.1');
  const ended = new Promise((resolve) => idle.on('close', resolve));
  idle.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
  await new Promise((resolve) => idle.once('data', resolve));
  const slow = fetch(`${own.address}/slow`).then((response) => response.text());
  await new Promise((resolve) => setTimeout(resolve, 50));
  await own.close();
  expect(await slow).toBe('slow');
  await ended;
  expect(closed).toHaveBeenCalled();
  await expect(fetch(own.address)).rejects.toThrow();
});

test('a port that is taken is an error for the caller, with its code', async () => {
  const again = serve({ port: Number(port), host: '127.0.0.1' }, () =>
    Promise.resolve({ handle: () => Promise.resolve(), close: closed }),
  );
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
