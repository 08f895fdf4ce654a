import { afterAll, describe, expect, test } from 'vitest';
import { ONE_MINUTE } from '#app/_answers/http/headers.ts';
import { closeReader } from '#app/_data/pool.ts';
import { parseCsv } from '#app/_downloads/csv.ts';
import { testDatabase } from '../../../setup/database.ts';
import { LATEST } from '../../../setup/releases.ts';
import { askProduct } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

describe('asOf=', () => {
  test.each([
    [
      '/data/latest/homicide-rate.csv?country=HND~SLV&asOf=2026-11-22',
      '/data/1.1.0/homicide-rate.csv?country=HND~SLV',
    ],
    ['/data/latest/homicide-rate.json?asOf=2026-11-29&lang=es', '/data/1.1.0/homicide-rate.json?lang=es'],
    ['/data/latest/indicators.json?asOf=2026-11-30', `/data/${LATEST}/indicators.json`],
    ['/embed/latest/homicide-rate?asOf=2026-11-25&country=HND', '/embed/1.1.0/homicide-rate?country=HND'],
    [
      '/data/latest/compare.csv?indicators=homicide-rate~population&asOf=2026-11-25',
      '/data/1.1.0/compare.csv?indicators=homicide-rate~population',
    ],
    [
      '/indicators/homicide-rate?country=HND&asOf=2026-11-25',
      '/indicators/homicide-rate?country=HND&release=1.1.0',
    ],
    [
      '/es/compare?indicators=homicide-rate~population&asOf=2026-11-25',
      '/es/compare?indicators=homicide-rate~population&release=1.1.0',
    ],
  ])('sends %s to the release of that day', async (address, location) => {
    const { status, headers } = await askProduct(address);
    expect(status).toBe(302);
    expect(headers['location']).toBe(location);
    expect(headers['cache-control']).toBe(ONE_MINUTE);
  });

  test.each([
    ['/data/latest/homicide-rate.csv?asOf=2025-11-29', /2026-11-22/],
    ['/data/latest/homicide-rate.csv?asOf=2026-02-30', /year, month and day/],
    ['/data/latest/homicide-rate.csv?asOf=', /year, month and day/],
    ['/data/latest/homicide-rate.csv?asOf=2026-11-25&asOf=2026-11-26', /more than once/],
    ['/data/1.0.0/homicide-rate.csv?asOf=2026-11-25', /already names release 1\.0\.0/],
    [
      '/data/1.0.0/compare.csv?indicators=homicide-rate~population&asOf=2026-11-25',
      /already names release 1\.0\.0/,
    ],
    ['/indicators/homicide-rate?release=1.0.0&asOf=2026-11-25', /already names release 1\.0\.0/],
  ])('refuses %s and says why', async (address, reason) => {
    const { status, text } = await askProduct(address);
    expect(status).toBe(400);
    expect(text).toMatch(reason);
  });
});

describe('vintages=', () => {
  const QUESTION = 'country=HND~SLV&source=world-bank-homicide&time=2014';
  const rowsOf = async (release: string, vintages: string) => {
    const address = `/data/${release}/homicide-rate.csv?${QUESTION}${vintages && `&vintages=${vintages}`}`;
    const { status, text } = await askProduct(address);
    expect(status, text).toBe(200);
    return parseCsv(text).map(({ Code, value, release: of }) => [Code, of, value] as const);
  };

  test('all is what each release says by its own address', async () => {
    const own = await Promise.all(['1.2.0', '1.3.0', '1.4.0'].map((release) => rowsOf(release, '')));
    const all = await rowsOf('1.4.0', 'all');
    expect(all.toSorted()).toEqual(own.flat().toSorted());
    expect(all.slice(0, 3)).toEqual([
      ['HND', '1.2.0', 65.7802248185],
      ['HND', '1.3.0', 64.5387715492],
      ['HND', '1.4.0', 64.9996731259],
    ]);
  });

  test('first is what was published first, and no release mentions a later one', async () => {
    const own = await rowsOf('1.2.0', '');
    expect(await rowsOf('1.4.0', 'first')).toEqual(own);
    expect((await rowsOf('1.3.0', 'all')).map(([, release]) => release)).not.toContain('1.4.0');
  });

  test('changes leaves out what was never revised', async () => {
    const { text } = await askProduct('/data/1.1.0/homicide-rate.csv?country=HND&vintages=changes');
    expect(parseCsv(text)).toEqual([]);
    const changes = await rowsOf('1.4.0', 'changes');
    for (const [, , value] of changes)
      expect(changes.filter(([, , other]) => other === value)).toHaveLength(1);
  });

  test('is pinned, and left out where it asks for nothing', async () => {
    const { headers } = await askProduct(`/data/1.4.0/homicide-rate.csv?${QUESTION}&vintages=all`);
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['link']).not.toContain('canonical');
    const plain = await askProduct(`/data/1.4.0/homicide-rate.csv?${QUESTION}`);
    const own = await askProduct(`/data/1.4.0/homicide-rate.csv?${QUESTION}&vintages=own`);
    expect(own.text).toBe(plain.text);
    expect(own.headers['etag']).toBe(plain.headers['etag']);
    expect(headers['etag']).not.toBe(plain.headers['etag']);
  });

  test.each([
    ['vintages=some', /first/],
    ['vintages=all&count', /cannot be combined with count/],
    ['vintages=all&excel=yes', /cannot be combined with excel/],
    ['vintages=all&shape=wide', /cannot be combined with shape/],
    ['shape=wide&excel=yes', /cannot be combined with excel/],
    ['csvType=full&vintages=all', /at most/],
  ])('refuses %s', async (search, reason) => {
    const { status, text } = await askProduct(`/data/1.4.0/border-encounters.csv?${search}`);
    expect(status).toBe(400);
    expect(text).toMatch(reason);
  });

  test('counts groups in each release by itself', async () => {
    const { text } = await askProduct(
      '/data/1.1.0/homicide-rate.csv?group=northern-triangle&time=2014&vintages=all',
    );
    const [first, second] = ['1.0.0', '1.1.0'].map((release) =>
      askProduct(`/data/${release}/homicide-rate.csv?group=northern-triangle&time=2014`),
    );
    const own = [...parseCsv((await first!).text), ...parseCsv((await second!).text)];
    expect(parseCsv(text)).toHaveLength(own.length);
  });
});
