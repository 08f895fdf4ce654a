/** Claims as data: the list, one claim, and a claim of the reader's own. */
import { afterAll, describe, expect, test } from 'vitest';
import { siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { claimReview } from '#app/_downloads/claims/document.ts';
import { parseLines } from '#app/_downloads/csv-text.ts';
import { encodeValue } from '#stats/query-string.ts';
import { testDatabase } from '../../../setup/database.ts';
import { askJson, askProduct } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

const LATEST = (await siteData.loadReleases()).at(-1)!.version;
const rate = (country: string, source: string): string =>
  encodeValue(`homicide-rate?country=${country}&source=${source}&time=2014`);
const check = (search: string): string => `/data/${LATEST}/check.json?${search}`;
const RATIO = `a=${rate('SLV', 'owid-homicide-rate')}&b=${rate('MEX', 'owid-homicide-rate')}&expression=${encodeURIComponent('a / b')}`;

describe('the claims of a release', () => {
  test('are one list in both formats', async () => {
    const { claims } = (await askJson(`/data/${LATEST}/claims.json`)) as {
      claims: { id: string; verdict: string }[];
    };
    expect(claims).toHaveLength(47);
    const rows = parseLines((await askProduct(`/data/${LATEST}/claims.csv`)).text);
    const column = rows[0]!.indexOf('verdict');
    expect(rows.slice(1).map((row) => row[column])).toEqual(claims.map(({ verdict }) => verdict));
  });

  test('each say how they were computed', async () => {
    const claim = await askJson(`/data/${LATEST}/claims/c04.json`);
    expect(claim).toMatchObject({
      verdict: 'holds-after-rounding',
      arithmetic: '61.1 / 21.5 = 2.84',
      relation: 'at-least:3',
    });
    expect(await askJson(`/data/${LATEST}/claims/c04.json?lang=es`)).toMatchObject({
      arithmetic: '61,1 / 21,5 = 2,84',
    });
    expect(await askJson(`/data/${LATEST}/claims/c03.json`)).toMatchObject({
      arithmetic: '510 / 13,847 × 100 = 3.68',
    });
    expect((await askProduct(`/data/${LATEST}/claims/c99.json`)).status).toBe(404);
    expect((await askProduct(`/data/${LATEST}/claims.json?time=2014`)).status).toBe(400);
  });

  test('are reviews in the words of schema.org', async () => {
    const catalogue = (await siteData.loadCatalogue(LATEST))!;
    const release = (await siteData.loadReleases()).at(-1)!;
    const result = (await siteData.loadClaims(LATEST, 'es')).find(({ claim }) => claim.id === 'c06')!;
    expect(
      claimReview(result, catalogue, release, { language: 'es', url: 'https://example.org/es/claims/c06' }),
    ).toMatchObject({
      '@type': 'ClaimReview',
      inLanguage: 'es',
      itemReviewed: { '@type': 'Claim', author: { name: 'Amelia Frank-Vitale' } },
      reviewRating: { ratingValue: 1, bestRating: 4, alternateName: 'No se sostiene' },
    });
  });
});

describe('a claim of one’s own', () => {
  test('has a verdict, the arithmetic, the figures and what other sources make of it', async () => {
    const answer = await askJson(check(`${RATIO}&relation=at-least:3`));
    expect(answer).toMatchObject({ verdict: 'holds', arithmetic: '63.6 / 16.7 = 3.81' });
    expect(answer['terms']).toMatchObject([
      { observation: 'homicide-rate~owid-homicide-rate~SLV~2014' },
      { observation: 'homicide-rate~owid-homicide-rate~MEX~2014' },
    ]);
    expect((answer['other_sources'] as { source: string }[]).map(({ source }) => source)).toContain(
      'unodc-gsh-2019',
    );
  });

  test('without a figure cannot be checked; with several it says that one must be chosen', async () => {
    const all = encodeValue('homicide-rate?country=SLV&time=2014');
    expect(await askJson(check(`a=${all}&expression=a&relation=at-least:3`))).toMatchObject({
      verdict: 'cannot-be-checked',
      reason: 'several-figures',
    });
    const none = encodeValue('homicide-rate?country=SLV&source=owid-homicide-rate&time=1850');
    expect(await askJson(check(`a=${none}&expression=a&relation=at-least:3`))).toMatchObject({
      verdict: 'cannot-be-checked',
      reason: 'no-figure',
    });
  });

  test.each([
    ['a=nothing&expression=a&relation=at-least:3', 404],
    [`${RATIO}&relation=often:3`, 400],
    [`${RATIO}&relation=at-least:3&time=2014`, 400],
    ['a=homicide-rate%3Fcolour%3Dred&expression=a&relation=at-least:3', 400],
    ['expression=a&relation=at-least:3', 400],
  ])('%s is refused', async (search, status) => {
    expect((await askProduct(check(search))).status).toBe(status);
  });
});

describe('a claim as one sentence for a frame', () => {
  test('has the verdict, the figures, a link to its page, and the release', async () => {
    const { status, text, headers } = await askProduct(`/embed/${LATEST}/claims/c06?lang=es&theme=dark`);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/html');
    expect(text).toContain('No se sostiene (Cotejo, ');
    expect(text).toContain('74,6 / 31 = 2,41');
    expect(text).toContain(`href="/es/claims/c06?release=${LATEST}"`);
    expect(Buffer.byteLength(text)).toBeLessThan(40_000);
    const { sentence } = await askJson(`/data/${LATEST}/claims/c06.json?lang=es`);
    expect(text).toContain(String(sentence));
  });

  test('of one’s own is the sentence of its page', async () => {
    const search = `${RATIO}&relation=at-least:3`;
    const { text } = await askProduct(`/embed/${LATEST}/check?${search}`);
    expect(text).toContain('63.6 / 16.7 = 3.81; at least 3: Holds (Cotejo, ');
    expect((await askJson(check(search)))['sentence']).toContain('3.81; at least 3: Holds');
  });

  test('is refused for an unknown claim or parameter, and follows the latest release', async () => {
    expect((await askProduct(`/embed/${LATEST}/claims/c99`)).status).toBe(404);
    expect((await askProduct(`/embed/${LATEST}/claims/c06?time=2014`)).status).toBe(400);
    expect((await askProduct(`/embed/${LATEST}/check?expression=a`)).status).toBe(400);
    expect((await askProduct('/embed/latest/claims/c06')).headers['location']).toBe(
      `/embed/${LATEST}/claims/c06`,
    );
  });
});
