/** A figure in running text, as a page, as text and as a picture; and several comparisons in one frame. */
import { afterAll, describe, expect, test } from 'vitest';
import { FIVE_MINUTES } from '#app/_answers/http/headers.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { LATEST } from '../../../setup/releases.ts';
import { askProduct } from '../ask.ts';
import { HAS_LIBERATION, misplaced } from '../chart/svg-texts.ts';

await testDatabase();
afterAll(closeReader);

const KIDNAPPED = 'indicator=migrant-kidnappings';
const HONDURAS = 'country=HND&indicator=homicide-rate&source=migrant-crisis-2015&time=2012';
const textAt = async (search: string, release = '1.4.0'): Promise<string> =>
  (await askProduct(`/embed/${release}/value.txt?${search}`)).text;

describe('a value as text', () => {
  test.each([
    [
      KIDNAPPED,
      'more than 20,000 people a year (Report of November 2015, a year, said Nov 2015, period inferred)',
    ],
    [`${KIDNAPPED}&lang=es`, 'más de 20 000 personas al año (Informe de noviembre de 2015, '],
    [HONDURAS, '92 homicides per 100,000 people (Report of November 2015, 2012)'],
    [
      'definition=of-decided-on-merits&indicator=asylum-grant-share&origin=HND&time=2014',
      /^[\d.]+% of claims \([^()]+\)$/m,
    ],
    ['country=HND&indicator=gini-index&source=preferred&time=2014', /^[\d.]+ \(Gini index; [^()]+\)$/m],
    [
      'country=HND&indicator=population&source=preferred&time=2014&transform=change-percent',
      /^\+[\d.]+% \(Percent change from the year before; [^()]+\)$/m,
    ],
  ])('%s', async (search, words) => {
    const text = await textAt(search);
    if (typeof words === 'string') expect(text.replace(/\u202f/g, ' ')).toContain(words);
    else expect(text).toMatch(words);
  });

  test('keeps the notes and the doubts that must stand with it', async () => {
    expect(await textAt(HONDURAS)).toContain(
      '\nNotes: The document doubts that 2012 can be compared with 2014. The way of classing murders may have changed in between. In doubt: Honduras’s 92 may be the figure of 2011.',
    );
    expect(await textAt(`${HONDURAS}&lang=es`)).toMatch(
      /\nNotas: El documento duda .+ En duda: El 92 de Honduras puede ser la cifra de 2011\.\n/,
    );
    expect(await textAt(`${HONDURAS}&form=sentence`)).toContain('\nNote: In doubt: Honduras’s 92');
  });

  test('is the number alone with its source below, or a whole sentence', async () => {
    const figure = await textAt(`${KIDNAPPED}&form=figure`);
    expect(figure.split('\n')[0]).toBe('more than 20,000');
    expect(figure).toContain('Source: Report of November 2015');
    expect(await textAt(`${HONDURAS}&form=sentence`)).toMatch(
      /^Homicide rate: the figure for Honduras, 2012/,
    );
  });
});

describe('a value as a page', () => {
  test('has the number under a rule, linked to the pinned page, and its source and release', async () => {
    const { text, headers } = await askProduct(`/embed/1.4.0/value?${HONDURAS}`);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': FIVE_MINUTES,
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
    expect(text).toContain('release=1.4.0" target="_blank" rel="noopener">92<sup>‖1</sup></a> homicides per');
    expect(text).toContain('Cotejo, release 1.4.0');
    expect(text).not.toContain('<script');
    expect(Buffer.byteLength(text)).toBeLessThan(3000);
  });

  test('has one address, however it was written', async () => {
    const { headers } = await askProduct(
      '/embed/1.4.0/value?time=2012&indicator=homicide-rate&country=honduras&source=migrant-crisis-2015&lang=en',
    );
    expect(headers['link']).toContain(`</embed/1.4.0/value?${HONDURAS}>; rel="canonical"`);
  });

  test('of the newest release is an address of that release', async () => {
    const { status, headers } = await askProduct(`/embed/latest/value?${HONDURAS}`);
    expect([status, headers['location']]).toEqual([302, expect.stringContaining('/value?')]);
  });
});

describe('a value as a picture', () => {
  test.runIf(HAS_LIBERATION).each([KIDNAPPED, `${KIDNAPPED}&lang=es&theme=dark`, HONDURAS])(
    '%s has room for its words in any font',
    async (search) => {
      const { text, status } = await askProduct(`/embed/1.4.0/value.svg?${search}`);
      expect(status).toBe(200);
      expect(misplaced(text, 1.1)).toEqual([]);
      expect(text).toContain('<title>');
    },
  );
});

describe('a value that is none', () => {
  test('of several figures is refused with what tells them apart', async () => {
    const { status, text } = await askProduct(
      '/embed/1.4.0/value.txt?indicator=homicide-rate&country=HND~SLV&time=2014&source=migrant-crisis-2015',
    );
    expect([status, JSON.parse(text)]).toMatchObject([
      400,
      { parameter: 'indicator', accepted: ['country=HND', 'country=SLV'] },
    ]);
  });

  test('without its indicator, or of an unknown one, is refused', async () => {
    expect((await askProduct('/embed/1.4.0/value?country=HND')).status).toBe(400);
    expect((await askProduct('/embed/1.4.0/value?indicator=happiness')).status).toBe(404);
    expect((await askProduct('/embed/9.9.9/value?indicator=homicide-rate')).status).toBe(404);
    expect((await askProduct(`/embed/1.4.0/value.txt?${HONDURAS}&theme=dark`)).status).toBe(400);
  });

  test('that is a gap says why there is no figure', async () => {
    const gap = 'country=CAN&indicator=homicide-rate&time=1961&source=preferred';
    expect(await textAt(gap)).toMatch(/^no figure: /);
  });
});

const panel = (question: string): string => encodeURIComponent(question);
const BOARD = `a=${panel('homicide-rate?country=HND~SLV~GTM&time=2012..2014')}&b=${panel('population?country=HND~SLV&time=2000..2014')}&c=caravan-size`;

describe('a board', () => {
  test.each(['', '&lang=es', '&theme=dark'])(
    'has a section for each question, under 40 KB%s',
    async (more) => {
      const { status, text, headers } = await askProduct(`/embed/1.4.0/board?${BOARD}${more}`);
      expect(status).toBe(200);
      expect(Buffer.byteLength(text)).toBeLessThan(40_000);
      expect(text.match(/<section>/g)).toHaveLength(3);
      expect(text.match(/<svg[^>]*role=img/g)?.length).toBeGreaterThanOrEqual(3);
      // It draws the register of doubts.
      expect(headers['cache-control']).toContain('max-age=300');
      const release = more.includes('es') ? 'Edición 1.4.0' : 'Release 1.4.0';
      expect(text).toContain(release);
    },
  );

  test('has its questions in their order, named anew', async () => {
    const { headers } = await askProduct(
      `/embed/1.4.0/board?d=caravan-size&b=${panel('population?time=2014&country=HND')}`,
    );
    expect(headers['link']).toContain(
      '</embed/1.4.0/board?a=population%3Fcountry=HND%26time=2014&b=caravan-size>; rel="canonical"',
    );
  });

  test('names the series of a chart that it draws in part', async () => {
    const { text } = await askProduct(
      `/embed/1.4.0/board?a=${panel('homicide-rate?time=2010..2012')}&b=caravan-size`,
    );
    const [, drawn = '', all = '', names = ''] =
      /The chart shows (\d+) of ([\d,]+) figures \(([^)]+)\);/.exec(text) ?? [];
    expect(Number(drawn)).toBeLessThan(Number(all.replace(',', '')));
    // Those with a colour of their own, which the question is about, are named first.
    expect(names).toMatch(/Honduras/);
    expect(names).toMatch(/; and \d+ more$/);
  });

  test('of an older release says how many of its figures have been revised, and lists them', async () => {
    const panels = `a=${panel('homicide-rate?country=HND~SLV&time=2000..2020')}&b=${panel('population?country=HND&time=2014')}`;
    const { text } = await askProduct(`/embed/1.3.0/board?${panels}`);
    const [, href = '', some = ''] =
      /<p class="newer"><a href="([^"]+)" target="_self">(\d+) of \d+ values shown have been revised since/.exec(
        text,
      ) ?? [];
    const list = await askProduct(href.replaceAll('&amp;', '&'));
    expect(list.status).toBe(200);
    const rows = [...list.text.matchAll(/<tr><th scope="row">([^<]+)</g)].map(([, what = '']) => what);
    expect(rows).toHaveLength(Number(some));
    for (const what of rows) expect(what).toMatch(/homicide rate/i);
    expect(list.text).toContain(`<a href="/embed/1.3.0/board?a=`);
    const newest = await askProduct(`/embed/${LATEST}/board?${panels}`);
    expect(newest.text).toContain('<p class="newer"></p>');
  });

  test('names the question that is wrong', async () => {
    const { status, text } = await askProduct(
      `/embed/1.4.0/board?a=caravan-size&b=${panel('population?country=XXX')}`,
    );
    expect(status).toBe(400);
    expect(text).toContain('b: country');
    expect((await askProduct('/embed/1.4.0/board')).status).toBe(400);
    expect((await askProduct('/embed/1.4.0/board?a=happiness')).status).toBe(404);
    expect((await askProduct('/embed/1.4.0/board?g=caravan-size')).status).toBe(400);
  });
});
