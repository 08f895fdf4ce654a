/**
 * Real sockets against a real server, with short timeouts: which connections are closed, when, and with which
 * response.
 */
import type { RequestListener } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { closeConnections, watchedServer, type Watched } from '#app/_serving/connections.ts';
import { mostConnections } from '#app/_serving/descriptors.ts';
import { stopPatience } from '#app/_serving/patience.ts';

const SHORT = { stalled: 900, head: 300, request: 400, lookEvery: 50, idle: 65_000 };
const open: Watched[] = [];
const sockets: Socket[] = [];

async function serveWith(listener: RequestListener, most = 100): Promise<Watched & { port: number }> {
  const watched = watchedServer(listener, most, SHORT);
  open.push(watched);
  await new Promise<void>((resolve) => watched.server.listen(0, '127.0.0.1', resolve));
  return { ...watched, port: (watched.server.address() as AddressInfo).port };
}

/** A client that keeps its side open, whatever the server does. */
function client(port: number, bytes = ''): Socket & { text: string } {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  socket.on('error', () => undefined);
  const heard = Object.assign(socket, { text: '' });
  socket.on('data', (chunk) => (heard.text += chunk.toString()));
  socket.on('connect', () => socket.write(bytes));
  return heard;
}

const count = (watched: Watched): Promise<number> =>
  new Promise((resolve) => watched.server.getConnections((_error, connections) => resolve(connections)));
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (ms: number, holds: () => Promise<boolean> | boolean): Promise<boolean> => {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) if (await holds()) return true;
  return false;
};

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const { server } of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const ok: RequestListener = (_req, res) => void res.end('ok');

describe('a request', () => {
  test.each([
    ['HTTP/2', 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAA'],
    [
      'WebSocket',
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13',
    ],
  ])('that would rather speak %s is answered as it is', async (_name, wish) => {
    const { port } = await serveWith(ok);
    const asked = client(port, `GET / HTTP/1.1\r\nHost: x\r\n${wish}\r\n\r\n`);
    expect(await until(2_000, () => asked.text.includes('ok'))).toBe(true);
    expect(asked.text).toMatch(/^HTTP\/1\.1 200 /);
  });

  test.each([
    ['414', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    ['431', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['400', 'hello\r\n\r\n'],
    ['405', 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n'],
    ['408', 'GET / HTTP/1.1\r\nHost'],
    ['408', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nslow'],
  ])('that cannot be read is told %s in words and let go', async (status, bytes) => {
    const watched = await serveWith((req, res) => void req.resume().on('end', () => res.end('ok')));
    const asked = client(watched.port, bytes);
    expect(await until(2_000, () => asked.text.includes('\r\n\r\n'))).toBe(true);
    expect(asked.text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    const [head = '', body = ''] = asked.text.split('\r\n\r\n');
    expect(head).toContain(`Content-Length: ${body.length}`);
    expect(body.length).toBeGreaterThan(10);
    // The client never closes its side.
    expect(await until(4_000, async () => (await count(watched)) === 0)).toBe(true);
  });
});

describe('a connection', () => {
  test('that says nothing, or is in the middle of a request, is let go', async () => {
    const watched = await serveWith(ok);
    for (let i = 0; i < 20; i += 1) client(watched.port, i % 2 ? 'GET / HTTP/1.1\r\nX' : '');
    expect(await until(1_000, async () => (await count(watched)) === 20)).toBe(true);
    expect(await until(4_000, async () => (await count(watched)) === 0)).toBe(true);
  });

  test('whose reader takes nothing of a whole answer is let go, and counted', async () => {
    const watched = await serveWith((_req, res) => void res.end(Buffer.alloc(16 * 1024 * 1024)));
    const reader = client(watched.port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    reader.pause();
    expect(await until(1_000, async () => (await count(watched)) === 1)).toBe(true);
    expect(await until(3_000, async () => (await count(watched)) === 0)).toBe(true);
    expect(watched.letGo.stalled).toBe(1);
  });

  test('over the bound is refused, and those below it go on', async () => {
    const watched = await serveWith(ok, 5);
    for (let i = 0; i < 5; i += 1) client(watched.port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(
      await until(1_000, () => sockets.every((socket) => (socket as { text?: string }).text?.includes('ok'))),
    ).toBe(true);
    const sixth = client(watched.port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await until(1_000, () => watched.letGo.crowded === 1)).toBe(true);
    expect(sixth.text).toBe('');
    const [first] = sockets as (Socket & { text: string })[];
    first!.text = '';
    first!.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await until(1_000, () => first!.text.includes('ok'))).toBe(true);
  });
});

describe('closing', () => {
  test('answers every request that had been sent, though the loop was busy when it was told', async () => {
    const watched = await serveWith((_req, res) => void setTimeout(() => res.end('ok'), 50));
    const kept = Array.from({ length: 6 }, () => client(watched.port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
    expect(await until(2_000, () => kept.every((client) => client.text.includes('ok')))).toBe(true);
    for (const one of kept) {
      one.text = '';
      one.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    }
    await new Promise((resolve) => setImmediate(resolve));
    const late = Array.from({ length: 6 }, () => client(watched.port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
    // Nothing is read for a while, and then the server has to stop.
    for (const end = Date.now() + 300; Date.now() < end;);
    await closeConnections(watched.server, 5_000);
    expect(kept.map((client) => client.text.slice(0, 15))).toEqual(kept.map(() => 'HTTP/1.1 200 OK'));
    expect(late.map((client) => client.text.slice(0, 15))).toEqual(late.map(() => 'HTTP/1.1 200 OK'));
  });

  test('ends within its patience, and cuts only what is not done by then', async () => {
    let heard = false;
    const watched = await serveWith((_req, res) => {
      heard = true;
      const drip = setInterval(() => res.write('.'), 50);
      res.on('close', () => clearInterval(drip));
    });
    client(watched.port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await until(4_000, () => heard)).toBe(true);
    const since = Date.now();
    await closeConnections(watched.server, 1_000);
    expect(Date.now() - since).toBeGreaterThan(950);
    expect(Date.now() - since).toBeLessThan(2_000);
  });
});

describe('settings', () => {
  test('the bound on connections leaves descriptors for ourselves', () => {
    expect(mostConnections({}, 1_000_000)).toBe(2_000);
    expect(mostConnections({}, 1_024)).toBe(904);
    expect(mostConnections({ MAX_CONNECTIONS: '50' }, 1_024)).toBe(50);
    expect(mostConnections({ MAX_CONNECTIONS: '50' }, null)).toBe(50);
    expect(() => mostConnections({ MAX_CONNECTIONS: 'many' }, null)).toThrow(/MAX_CONNECTIONS=many .*2000/);
  });

  test('the time to stop is given in whole seconds', () => {
    expect([stopPatience({}), stopPatience({ STOP_SECONDS: '0' })]).toEqual([10_000, 0]);
    expect(() => stopPatience({ STOP_SECONDS: '-1' })).toThrow(/STOP_SECONDS=-1/);
  });
});
