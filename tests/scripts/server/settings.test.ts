import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { assertPortFree, describeListenError, findFreePort } from '#scripts/server/port.ts';
import {
  assertRoom,
  formatAddress,
  readAddress,
  readPublicOrigin,
  readProxies,
  readRoom,
} from '#scripts/server/settings.ts';

describe('where to serve', () => {
  test('is 127.0.0.1:3000 unless HOST and PORT say otherwise', () => {
    expect(readAddress({})).toEqual({ host: '127.0.0.1', port: 3000 });
    expect(readAddress({ HOST: '0.0.0.0', PORT: '8080' })).toEqual({ host: '0.0.0.0', port: 8080 });
  });

  test.each(['abc', '0', '65536', '-1', '3000.5', '0x10', '1e3'])(
    'is not at port %s, and says so',
    (PORT) => {
      expect(() => readAddress({ PORT })).toThrow(`PORT=${PORT} is not a port`);
    },
  );

  test('has another port for health alone, if HEALTH_PORT names one', () => {
    expect(readAddress({ HEALTH_PORT: '3001' })).toEqual({ host: '127.0.0.1', port: 3000, healthPort: 3001 });
    expect(() => readAddress({ HEALTH_PORT: '3000' })).toThrow('HEALTH_PORT=3000 is PORT too');
    expect(() => readAddress({ HEALTH_PORT: 'x' })).toThrow('HEALTH_PORT=x is not a port');
  });

  test('is printed as a browser takes it', () => {
    expect(formatAddress({ host: '0.0.0.0', port: 80 })).toBe('http://127.0.0.1:80');
    expect(formatAddress({ host: '::1', port: 3000 })).toBe('http://[::1]:3000');
    expect(formatAddress({ host: 'example.org', port: 3000 })).toBe('http://example.org:3000');
  });
});

describe('a port', () => {
  test('that is taken is refused in words that name PORT', async () => {
    const port = await findFreePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await expect(assertPortFree({ host: '127.0.0.1', port })).rejects.toThrow(
      /is taken .* PORT=\d+ npm start/,
    );
    await new Promise((resolve) => other.close(resolve));
    await expect(assertPortFree({ host: '127.0.0.1', port })).resolves.toBeUndefined();
  });

  test('of a host that is not this machine is refused in words that name HOST', async () => {
    await expect(assertPortFree({ host: '192.0.2.1', port: 3000 })).rejects.toThrow('HOST=192.0.2.1 is not');
    const noRight = Object.assign(new Error('no'), { code: 'EACCES' });
    expect(describeListenError(noRight, { host: '127.0.0.1', port: 80 })).toMatch(/above 1023/);
  });
});

describe('the origin of the site', () => {
  test('is its own address where nobody else reaches it', () => {
    for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', '::1']) {
      expect(readPublicOrigin({}, { host, port: 3000 })).toBe(formatAddress({ host, port: 3000 }));
    }
  });

  test.each(['0.0.0.0', '::', '192.168.1.2', 'example.org'])('must be told where HOST is %s', (host) => {
    expect(() => readPublicOrigin({}, { host, port: 3000 })).toThrow(/PUBLIC_ORIGIN=https:/);
    expect(readPublicOrigin({ PUBLIC_ORIGIN: 'https://Example.org/' }, { host, port: 3000 })).toBe(
      'https://example.org',
    );
  });

  test.each([
    'javascript:alert(1)',
    'ftp://example.org',
    'https://example.org/path',
    'example.org',
    'https://a@b.org',
    '?',
  ])('is scheme and host alone, so not %s', (text) => {
    expect(() => readPublicOrigin({ PUBLIC_ORIGIN: text }, { host: '127.0.0.1', port: 3000 })).toThrow(
      /PUBLIC_ORIGIN=/,
    );
  });

  test('proxies are counted', () => {
    expect([readProxies({}), readProxies({ TRUST_PROXY: '2' })]).toEqual([0, 2]);
    expect(() => readProxies({ TRUST_PROXY: 'yes' })).toThrow(/TRUST_PROXY=yes/);
  });
});

test('too few files or too little memory is told at the start, with the way out', () => {
  const plenty = { files: 1024, heapMegabytes: 2048 };
  expect(() => assertRoom(plenty)).not.toThrow();
  expect(() => assertRoom({ ...plenty, files: null })).not.toThrow();
  expect(() => assertRoom({ ...plenty, files: 64 })).toThrow(/Only 64 files .*ulimit -n/);
  expect(() => assertRoom({ ...plenty, heapMegabytes: 96 })).toThrow(/only 96 MB .*max-old-space-size/);
  expect(readRoom().heapMegabytes).toBeGreaterThan(0);
});
