import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../setup/database.ts';
import { ask } from './ask.ts';

await testDatabase();
afterAll(closeReader);

const word = fc.oneof(
  fc.constantFrom(
    'country',
    'group',
    'origin',
    'breakdown',
    'definition',
    'source',
    'basis',
    'time',
    'by',
    'coverage',
  ),
  fc.constantFrom('lang', 'csvType', 'theme', 'contry', '', '__proto__', 'toString'),
);
const value = fc.oneof(
  fc.constantFrom(
    'HND',
    'HND~SLV',
    'northern-triangle',
    'all',
    '2014',
    'FY2014',
    '2000..2020',
    '..',
    'earliest..latest',
  ),
  fc.constantFrom(
    'latest',
    'area',
    'area~source',
    'source',
    'calendar-year',
    'us-fiscal-year',
    '0.5',
    '0',
    'es',
    'full',
  ),
  fc.constantFrom(
    '~',
    '~~',
    '+',
    '%',
    '%00',
    '%zz',
    '%E0',
    "'--",
    '<b>',
    '_T',
    '_Z',
    'border=southwest',
    '2014..2000',
  ),
  fc.constantFrom('0000', '9999', '2014-13', '2014-02-30', 'FY0000', '-1', 'NaN', 'Infinity', '1e9'),
  fc.string({ unit: 'binary' }).map(encodeURIComponentSafely),
  fc.string(),
);
const segment = fc.oneof(
  fc.constantFrom(
    'data',
    'embed',
    '1.0.0',
    'latest',
    '9.9.9',
    'fonts',
    'releases.json',
    'config.json',
    'indicators.json',
  ),
  fc.constantFrom(
    'dimensions.json',
    'homicide-rate',
    'homicide-rate.csv',
    'uac-apprehensions.json',
    'population.svg',
  ),
  fc.constantFrom(
    '..',
    '.',
    '',
    '%2e%2e',
    '%2F',
    '%00',
    'asylum-grant-share',
    'asylum-grant-share.json',
    'x.csv',
  ),
  fc.string().map(encodeURIComponentSafely),
);

/** A lone surrogate has no escape. */
function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

const query = fc
  .array(fc.tuple(word, value), { maxLength: 5 })
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
const wild = fc.array(segment, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
const real = fc
  .tuple(
    fc.constantFrom('/data/1.0.0/', '/embed/1.0.0/'),
    fc.constantFrom(
      'homicide-rate',
      'uac-apprehensions',
      'migrant-kidnappings',
      'asylum-grant-share',
      'population',
    ),
    fc.constantFrom('.csv', '.json', '.svg', ''),
  )
  .map((parts) => parts.join(''));
const address = fc.tuple(fc.oneof(real, wild), query).map(([path, search]) => `${path}?${search}`);

test('no address whatever is answered with an error of ours', { timeout: 60_000 }, async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await fc.assert(
    fc.asyncProperty(address, fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS'), async (asked, method) => {
      const path = asked.slice(0, asked.indexOf('?'));
      fc.pre(/^\/(data|embed)(\/|$)|^\/healthz$/.test(path));
      const { status, headers, text } = await ask(asked, {}, method);
      expect([200, 204, 302, 400, 404, 405], `${method} ${asked}: ${text}`).toContain(status);
      expect(log, asked).not.toHaveBeenCalled();
      if (status >= 400) expect(headers['cache-control']).toBe('no-store');
      for (const value of Object.values(headers)) expect(value).not.toMatch(/[\r\n\0]/);
    }),
    { numRuns: 500 },
  );
  log.mockRestore();
});
