import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { createData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../setup/database.ts';
import { askerOf } from './ask.ts';
import { readsFigures, watchedReader } from './watched-reader.ts';

/** Statements that read figures. */
const figures = { count: 0 };
const data = createData(
  watchedReader((text) => {
    if (readsFigures(text)) figures.count += 1;
  }),
);
const ask = askerOf(createAnswers({ data }).answer);

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
    'members',
    'weight',
    'transform',
    'year',
    'stackMode',
    'indicators',
    'place.2',
    'basis.1',
    'source.2',
    'weight.1',
  ),
  fc.constantFrom('lang', 'csvType', 'theme', 'count', 'contry', '', '__proto__', 'toString'),
);
const many = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, i) => of(i)).join('~');
const SQL = [
  "'; drop table releases; --",
  '1) or (1=1',
  '$1',
  '{}',
  "\\'; select pg_sleep(9)--",
  'null',
  '{HND,SLV}',
];
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
    'homicide-rate~population',
    many(9, (n) => `i${n}`),
    'area',
    'area~source',
    'source',
    'calendar-year',
    'us-fiscal-year',
    '0.5',
    'today',
    'world-bank-population',
    'wb-hic',
    'preferred',
    'per-capita',
    'per-capita:origin',
    'index:2010',
    'index:FY2012',
    'change',
    'change-percent',
    'share-of-total',
    'rolling-mean:3',
    'rolling-mean:99',
    'rank:origin',
    'relative',
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
  fc.constantFrom(...SQL).map(encodeURIComponentSafely),
  fc.constantFrom(
    '0001..9999',
    '1..10000',
    '-9999..9999',
    'FY0002..FY9999',
    '0001-01-01..9999-12-31',
    many(300, () => 'HND'),
    many(299, (n) => `A${n}`),
    many(2000, (n) => `A${n}`),
    many(2000, () => ''),
    'yes',
  ),
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
    'openapi.json',
    'SHA256SUMS',
  ),
  fc.constantFrom(
    'dimensions.json',
    'homicide-rate',
    'homicide-rate.csv',
    'compare.json',
    'compare.csv',
    'compare.svg',
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

/** A lone surrogate cannot be escaped. */
function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

const query = fc
  .array(fc.tuple(word, value), { maxLength: 5 })
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
/** The same parameter twice, as a faulty client sends it. */
const repeated = fc
  .tuple(query, fc.boolean())
  .map(([search, twice]) => (twice ? `${search}&${search}` : search));
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
const address = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: real }, wild), repeated)
  .map(([path, search]) => `${path}?${search}`);

const REQUESTS = 2_000;

test(
  'no address whatever is answered with an error of ours, and what is refused reads no figure',
  { timeout: 60_000 },
  async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const seen = new Map<number, number>();
    // The sums of a release need all its figures; after this they are cached.
    await ask('/data/1.0.0/SHA256SUMS');
    await fc.assert(
      fc.asyncProperty(
        address,
        fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS'),
        async (asked, method) => {
          const path = asked.slice(0, asked.indexOf('?'));
          fc.pre(/^\/(data|embed)(\/|$)|^\/healthz$/.test(path));
          const before = figures.count;
          const { status, headers, text } = await ask(asked, {}, method);
          seen.set(status, (seen.get(status) ?? 0) + 1);
          expect([200, 204, 302, 400, 404, 405], `${method} ${asked}: ${text}`).toContain(status);
          expect(log, asked).not.toHaveBeenCalled();
          if (status >= 400) {
            expect(headers['cache-control']).toBe('no-store');
            expect(figures.count, `${method} ${asked}`).toBe(before);
          }
          for (const value of Object.values(headers)) expect(value).not.toMatch(/[\r\n\0]/);
        },
      ),
      { numRuns: REQUESTS },
    );
    // The property must meet every status, otherwise it checks little.
    for (const status of [200, 400, 404, 405])
      expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(20);
    log.mockRestore();
  },
);
