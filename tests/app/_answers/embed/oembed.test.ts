/** oEmbed 1.0: what a consumer gets for an address of ours, and the errors that the specification names. */
import { afterAll, describe, expect, test, vi } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { LATEST } from '../../../setup/releases.ts';
import { createAnswers } from '#app/_answers/answers.ts';
import { siteData } from '#app/_data/data.ts';
import { LIMITS } from '#stats/limits.ts';
import { askerOf, askProduct } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

const SITE = 'http://cotejo.test';
const asking = (address: string, more = ''): string =>
  `/oembed?url=${encodeURIComponent(address.startsWith('/') ? SITE + address : address)}${more}`;
async function fields(address: string, more = ''): Promise<Record<string, string | number>> {
  const { status, text, headers } = await askProduct(asking(address, more));
  expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  return JSON.parse(text) as Record<string, string | number>;
}

const EMBED = '/embed/1.4.0/homicide-rate?country=HND&time=2012..2014';

describe('an embed', () => {
  test('has the fields of type rich, a quotation and a frame of the size that is said', async () => {
    const answer = await fields(EMBED);
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      provider_name: 'Cotejo',
      provider_url: `${SITE}/`,
    });
    const html = String(answer['html']);
    // The form that WordPress keeps: a quotation without attributes, then a frame without content. It drops the box.
    expect(html).toMatch(
      /^<blockquote><p><a href="[^"]+">[^<]+<\/a>\.[^<]*<\/p><\/blockquote><div [^>]*><iframe [^>]*><\/iframe><\/div>$/,
    );
    // The column of a phone is narrower than the consumer said.
    expect(html).toContain('style="border:0;max-width:100%;height:clamp(');
    expect(html).toContain(`src="${SITE}${EMBED.replace('&', '&amp;')}"`);
    expect(html).toContain(`width="${answer['width']}" height="${answer['height']}"`);
    expect(html).toContain(
      'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"',
    );
    expect(html).toContain('Cotejo, release 1.4.0.');
    expect(html).not.toContain('<script');
    expect(html).toContain(`title="${String(answer['title'])}"`);
  });

  test('keeps within the size that the consumer has', async () => {
    expect((await fields(EMBED, '&maxwidth=700&maxheight=200'))['html']).not.toContain('height:clamp(');
    expect(await fields(EMBED, '&maxwidth=343&maxheight=200')).toMatchObject({ width: 343, height: 200 });
    const small = await fields(EMBED, '&maxwidth=600');
    expect(small['thumbnail_url']).toBeUndefined();
    const large = await fields(EMBED, '&maxwidth=1200&maxheight=700');
    expect(large).toMatchObject({ thumbnail_width: 1200, thumbnail_height: 630 });
    const card = await askProduct(String(large['thumbnail_url']).slice(SITE.length));
    expect([card.status, card.headers['content-type']]).toEqual([200, 'image/png']);
  });

  test('is the same in XML', async () => {
    const json = await fields(EMBED);
    const { text, headers } = await askProduct(asking(EMBED, '&format=xml'));
    expect(headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="utf-8" standalone="yes"\?>\n<oembed>\n/);
    const decoded = (escaped: string): string =>
      escaped
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    const read = Object.fromEntries(
      [...text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name = '', value = '']) => [name, decoded(value)]),
    );
    expect(read).toEqual(
      Object.fromEntries(Object.entries(json).map(([name, value]) => [name, String(value)])),
    );
  });

  test('that names its release may be kept for good, one of `latest` or of a page for minutes', async () => {
    const pinned = await askProduct(asking(EMBED));
    expect(pinned.headers['cache-control']).toContain('immutable');
    expect(JSON.parse(pinned.text)).toMatchObject({ cache_age: 31_536_000 });
    const page = await askProduct(asking('/indicators/homicide-rate?country=HND'));
    expect(page.headers['cache-control']).toContain('max-age=300');
    // The report goes on saying what it says today.
    expect((JSON.parse(page.text) as { html: string }).html).toContain(
      `/embed/${LATEST}/homicide-rate?country=HND"`,
    );
  });
});

test.each([
  [
    'a page in Spanish',
    '/es/indicators/homicide-rate?country=HND&release=1.4.0',
    '/embed/1.4.0/homicide-rate?country=HND&amp;lang=es',
  ],
  [
    'a page of the table',
    '/indicators/homicide-rate?country=HND&tab=table&release=1.4.0',
    '/embed/1.4.0/homicide-rate?country=HND"',
  ],
  [
    'a page with marks of a mail program',
    '/indicators/homicide-rate?country=HND&utm_source=x&release=1.4.0',
    '/embed/1.4.0/homicide-rate?country=HND"',
  ],
  [
    'a comparison',
    '/compare?country=HND~SLV&indicators=homicide-rate~population&time=2014&release=1.4.0',
    '/embed/1.4.0/compare?country=HND~SLV&amp;indicators=',
  ],
  [
    'a board',
    `/embed/1.4.0/board?a=${encodeURIComponent('homicide-rate?country=HND')}`,
    '/embed/1.4.0/board?a=homicide-rate',
  ],
])('%s is embedded as what it shows', async (_, address, embed) => {
  expect(String((await fields(address))['html'])).toContain(embed);
});

test('a page without a question is embedded with its opening question', async () => {
  const html = String((await fields('/indicators/homicide-rate?release=1.4.0'))['html']);
  expect(html).toContain('/embed/1.4.0/homicide-rate?country=');
});

test('a value is a quotation alone: a sentence needs no frame', async () => {
  const html = String((await fields('/embed/1.4.0/value?indicator=migrant-kidnappings'))['html']);
  expect(html).toContain('more than 20,000 people a year');
  expect(html).not.toContain('<iframe');
});

describe('a claim', () => {
  const CHECK =
    '/embed/1.4.0/check?a=homicide-rate%3Fcountry=SLV%26source=owid-homicide-rate%26time=2014&expression=a&relation=at-least:50';

  test.each([
    ['on file', '/embed/1.4.0/claims/c06', 'Guatemala City'],
    ['as its page', '/claims/c06?release=1.4.0', 'Guatemala City'],
    ['as its page in Spanish', '/es/claims/c06?release=1.4.0', 'Ciudad de Guatemala'],
    ['of the reader', CHECK, 'at least 50'],
    ['of the reader as its page', CHECK.replace('/embed/1.4.0/check?', '/claims/check?'), 'at least 50'],
  ])('%s is a quotation, and may be kept for minutes', async (_, address, words) => {
    const { text, headers } = await askProduct(asking(address));
    const { html } = JSON.parse(text) as { html: string };
    expect(html).toContain(words);
    expect(html).not.toContain('<iframe');
    expect(headers['cache-control']).toContain('max-age=300');
  });
});

test('every frame names an oEmbed address that answers; a list behind an embed and a text name none', async () => {
  const panel = encodeURIComponent('homicide-rate?country=HND');
  for (const address of [
    EMBED,
    '/embed/1.4.0/compare?country=HND~SLV&indicators=homicide-rate~population&time=2014',
    '/embed/1.4.0/claims/c06',
    `/embed/1.4.0/check?a=${panel}%26source=owid-homicide-rate%26time=2014&expression=a&relation=at-least:50`,
    '/embed/1.4.0/value?indicator=migrant-kidnappings',
    `/embed/1.4.0/board?a=${panel}`,
  ]) {
    const { status, headers } = await askProduct(address);
    const found = [...(headers['link'] ?? '').matchAll(/<([^>]+)>; rel="alternate"; type="[^"]+\+oembed"/g)];
    expect([address, status, found.length]).toEqual([address, 200, 2]);
    for (const [, href = ''] of found) expect((await askProduct(href.slice(SITE.length))).status).toBe(200);
  }
  for (const address of [
    '/embed/1.2.0/homicide-rate/revised?country=HND&time=2012..2014',
    '/embed/1.4.0/value.txt?indicator=migrant-kidnappings',
  ]) {
    const { status, headers } = await askProduct(address);
    expect([address, status, headers['link'] ?? '']).toEqual([
      address,
      200,
      expect.not.stringContaining('oembed'),
    ]);
  }
});

test('a day names its release', async () => {
  for (const address of [
    '/embed/latest/homicide-rate?country=HND',
    '/indicators/homicide-rate?country=HND',
  ]) {
    const html = String((await fields(`${address}&asOf=2026-11-25`))['html']);
    expect(html).toContain(`src="${SITE}/embed/1.1.0/homicide-rate?country=HND"`);
  }
});

test('what a later release says is read for the embed, not for its words and height', async () => {
  const loadRevisedSince = vi.fn(siteData.loadRevisedSince);
  const ask = askerOf(createAnswers({ data: { ...siteData, loadRevisedSince } }).answer);
  const old = '/embed/1.2.0/homicide-rate?country=HND&source=world-bank-homicide&time=2010..2019';
  for (const address of [asking(old), old.replace('homicide-rate?', 'homicide-rate/code?')])
    expect((await ask(address)).status).toBe(200);
  expect(loadRevisedSince).not.toHaveBeenCalled();
  expect((await ask(old)).text).toContain('have been revised since');
  expect(loadRevisedSince).toHaveBeenCalledOnce();
});

test('a value of more figures than an embed may have is refused before they are read', async () => {
  const ask = askerOf(createAnswers({ limits: { ...LIMITS, drawnCells: 100 } }).answer);
  const { status, text } = await ask(asking('/embed/1.4.0/value?indicator=homicide-rate'));
  expect([status, JSON.parse(text)]).toMatchObject([404, { accepted: ['100'] }]);
});

describe('errors', () => {
  test.each([
    ['a broken escape in a page', '/indicators/%zz', 404],
    ['a broken escape in an embed', '/embed/1.4.0/%zz', 404],
    ['a broken escape in a release', '/embed/%zz/homicide-rate', 404],
    ['a broken escape in a question', '/indicators/homicide-rate?country=%zz', 404],
    ['a broken escape in a claim', '/claims/%zz', 404],
    ['a control character', '/indicators/%00', 404],
    ['an unknown claim', '/embed/1.4.0/claims/c99', 404],
    ['a day that is none', '/embed/latest/homicide-rate?asOf=tomorrow', 404],
    ['another site', 'https://example.org/embed/1.4.0/homicide-rate', 404],
    ['another scheme', 'javascript:alert(1)', 404],
    ['our name in another host', 'http://cotejo.test.example.org/indicators/homicide-rate', 404],
    ['no address at all', 'homicide-rate', 404],
    ['a release that never existed', '/embed/9.9.9/homicide-rate', 404],
    ['an unknown indicator', '/embed/1.4.0/happiness', 404],
    ['an unknown country', '/embed/1.4.0/homicide-rate?country=XXX', 404],
    ['a page that has no embed', '/sources', 404],
    ['three indicators', '/compare?indicators=homicide-rate~population~gini-index', 404],
    ['a value of several figures', '/embed/1.4.0/value?indicator=homicide-rate', 404],
  ])('%s', async (_, address, status) => {
    const answer = await askProduct(asking(address));
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json']);
  });

  test('an unknown format is 501, an absurd size and a missing address are 400', async () => {
    const format = await askProduct(asking(EMBED, '&format=yaml'));
    expect([format.status, JSON.parse(format.text)]).toMatchObject([501, { accepted: ['json', 'xml'] }]);
    for (const size of ['maxwidth=0', 'maxwidth=-1', 'maxheight=99999', 'maxwidth=wide', 'maxheight=1e3']) {
      expect((await askProduct(asking(EMBED, `&${size}`))).status).toBe(400);
    }
    expect((await askProduct('/oembed')).status).toBe(400);
  });

  test('what consumers add of their own is no error', async () => {
    expect((await askProduct(asking(EMBED, '&dnt=true&referrer=x'))).status).toBe(200);
  });
});
