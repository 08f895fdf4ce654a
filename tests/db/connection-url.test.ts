import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectionOptions } from '#db/connect.ts';
import {
  formatConnectionUrl,
  parseConnectionUrl,
  SSL_MODES,
  type ConnectionUrl,
} from '#db/connection-url.ts';

const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() === text);
const anyUrl: fc.Arbitrary<ConnectionUrl> = fc.record(
  {
    host: fc.oneof(
      fc.constantFrom('localhost', 'db.example', '127.0.0.1', '::1'),
      word.map((text) => `/run/${text}`),
    ),
    port: fc.integer({ min: 1, max: 65_535 }),
    database: word,
    user: word,
    password: fc.string({ unit: 'grapheme' }),
    sslMode: fc.constantFrom(...SSL_MODES),
    sslRootCertificate: word,
  },
  { requiredKeys: ['host', 'port', 'database', 'user', 'password'] },
);

test('formatting and parsing an address undo each other', () => {
  fc.assert(
    fc.property(anyUrl, (url) => {
      expect(parseConnectionUrl(formatConnectionUrl(url))).toEqual(url);
    }),
  );
});

test.each([
  [
    'postgres://ana:p%40ss@/facts?host=/run/my%20db',
    { host: '/run/my db', port: 5432, database: 'facts', password: 'p@ss' },
  ],
  [
    'postgresql://ana@%2Frun%2Fpostgresql:5433/facts',
    { host: '/run/postgresql', port: 5433, database: 'facts' },
  ],
  ['postgres://ana:p:w@db.example', { host: 'db.example', database: 'ana', password: 'p:w' }],
  ['postgres://ana@[::1]:6543/facts', { host: '::1', port: 6543 }],
  ['postgres://ana@db.example/facts?sslmode=require&channel_binding=require', { sslMode: 'require' }],
  ['postgres:///facts?user=ana&host=/tmp&port=5433', { user: 'ana', host: '/tmp', port: 5433 }],
])('%s is read as it is written for libpq', (text, parts) => {
  expect(parseConnectionUrl(text)).toMatchObject(parts);
});

test.each([
  ['facts', 'must look like'],
  ['postgres://db.example/facts', 'the address has no user'],
  ['postgres://ana@db.example:99999/facts', 'port 99999'],
  ['postgres://ana@db.example/facts?sslmode=yes', 'sslmode=yes is not valid'],
  ['postgres://ana@db.example/facts?pool=5', 'unknown parameter, pool'],
  ['postgres://ana@one,two/facts', 'several hosts'],
  ['postgres://ana:100%@db.example/facts', 'write a literal % as %25'],
])('%s is refused with a reason', (text, reason) => {
  expect(() => parseConnectionUrl(text)).toThrow(reason);
});

test('TLS is as the address says, tried when it says nothing, and left out on this machine', () => {
  const tls = (rest: string) => connectionOptions(`postgres://ana@${rest}`, 'cotejo').ssl;
  expect(tls('db.example/facts')).toBe('prefer');
  expect(tls('db.example/facts?sslmode=disable')).toBe(false);
  expect(tls('db.example/facts?sslmode=verify-ca')).toBe('verify-full');
  expect(tls('localhost/facts')).toBe(false);
  expect(tls('/facts?host=/tmp')).toBe(false);
});
