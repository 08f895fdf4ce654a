import { afterAll, describe, expect, test } from 'vitest';
import { markup, raw } from '#app/_answers/http/html.ts';
import { EMBED_SCRIPT } from '#app/_answers/shell/script.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { LATEST } from '../../../setup/releases.ts';
import { askProduct } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

const PATH = '/embed/1.0.0/homicide-rate?country=HND~SLV~GTM';

describe('an embed', () => {
  test('is complete without a script: finding, measure, picture, table, notes, source, release', async () => {
    const { text } = await askProduct(PATH);
    const still = text.replace(/<script>[^]*?<\/script>/g, '');
    expect(still).toMatch(/<h1>[^<]*Honduras[^<]*<\/h1>/);
    expect(still).toContain('per 100,000 people');
    expect([...still.matchAll(/<svg class="chart (\w)"/g)].map(([, frame]) => frame)).toEqual([...'abcd']);
    expect(still).toMatch(/<table class="g">[^]*68[^]*<\/table>/);
    expect(still).toContain('2014 is assumed from the context');
    expect(still).toContain('America&#39;s migrant crisis');
    expect(still).toContain('Release 1.0.0');
    // The address can be read and copied where a link may not open.
    expect(still).toContain(
      '<code>http://cotejo.test/indicators/homicide-rate?country=HND~SLV~GTM&amp;release=1.0.0</code>',
    );
  });

  test('prints its notes, its sources and its address below the chart', async () => {
    const { text } = await askProduct(PATH);
    const [, paper = ''] = /<p class="paper">([^]*?)<\/p>/.exec(text) ?? [];
    expect(paper).toContain('2014 is assumed from the context');
    expect(paper).toContain('America&#39;s migrant crisis');
    expect(paper).toContain(
      '<b>http://cotejo.test/indicators/homicide-rate?country=HND~SLV~GTM&amp;release=1.0.0</b>',
    );
  });

  test('has its folds open where its address says so', async () => {
    const open = async (show: string): Promise<string[]> =>
      [...(await askProduct(`${PATH}&show=${show}`)).text.matchAll(/<details open><summary>([^<]+)/g)].map(
        ([, name = '']) => name,
      );
    expect(await open('chart')).toEqual([]);
    expect(await open('table')).toEqual(['Numbers']);
    expect(await open('table~notes')).toEqual(['Numbers', 'Notes and sources']);
    expect((await askProduct(`${PATH}&show=all`)).status).toBe(400);
  });

  test('links to its data and its page with the release, and leaves the frame to do so', async () => {
    const { text } = await askProduct(`${PATH}&lang=es`);
    expect(text).toContain('href="/data/1.0.0/homicide-rate.csv?country=HND~SLV~GTM&amp;lang=es"');
    expect(text).toContain('href="/es/indicators/homicide-rate?country=HND~SLV~GTM&amp;release=1.0.0"');
    expect(text).toContain(
      '<base href="/embed/1.0.0/homicide-rate/figure/country=HND~SLV~GTM&amp;lang=es/" target="_blank">',
    );
    for (const [link] of text.matchAll(/<a (?!href=\d)[^>]*>/g))
      expect(link).toContain('target="_blank" rel="noopener"');
    expect(
      (await askProduct('/data/1.0.0/homicide-rate.csv?country=HND~SLV~GTM&lang=es')).headers['link'],
    ).not.toContain('canonical');
  });

  test('speaks Spanish when asked', async () => {
    const { text, headers } = await askProduct(`${PATH}&lang=es`);
    expect(headers['content-language']).toBe('es');
    expect(text).toContain('<html lang="es"');
    expect(text).toContain('Edición 1.0.0');
    expect(text).toContain('61,1');
  });

  test('follows the reader’s theme unless it is told one', async () => {
    expect((await askProduct(PATH)).text).not.toContain('<html lang="en" data-theme');
    expect((await askProduct(`${PATH}&theme=dark`)).text).toContain('<html lang="en" data-theme="dark">');
    expect((await askProduct(`${PATH}&theme=auto`)).headers['link']).toContain('rel="canonical"');
    expect((await askProduct(`${PATH}&theme=blue`)).status).toBe(400);
  });

  test('carries no framework and one script of at most 2 KB', async () => {
    const { text } = await askProduct(PATH);
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toMatch(/_next|__NEXT|data-reactroot/);
    expect(Buffer.byteLength(EMBED_SCRIPT)).toBeLessThanOrEqual(2048);
  });
});

/** Runs the script of an embed in a frame of our own. */
function runScript(height: number, hash: string): unknown[] {
  const posted: unknown[] = [];
  const main = { getBoundingClientRect: () => ({ height }) };
  const window = {
    parent: { postMessage: (message: unknown) => posted.push(message) },
    addEventListener: () => undefined,
  };
  const page = { querySelector: () => main, addEventListener: () => undefined };
  const location = { hash, pathname: '/embed/1.0.0/x', href: 'http://cotejo.test/embed/1.0.0/x' };
  new Function('window', 'document', 'location', EMBED_SCRIPT)(window, page, location);
  return posted;
}

describe('what a newer release says of the figures shown', () => {
  test('is one line that leads to these very figures, then and now', async () => {
    const revised = await askProduct('/embed/1.3.0/homicide-rate?country=HND~SLV~GTM&time=2000..2020');
    const [, href = '', words = ''] =
      /<p class="newer"><a href="([^"]+)"[^>]*>([^<]+)<\/a>/.exec(revised.text) ?? [];
    expect(words).toMatch(/^\d+ of \d+ values shown have been revised since$/);
    const list = await askProduct(href.replaceAll('&amp;', '&'));
    expect(list.status).toBe(200);
    const rows = list.text.match(/<tr><th scope="row">/g) ?? [];
    expect(rows).toHaveLength(Number(/^\d+/.exec(words)?.[0]));
    expect(list.text).toContain('<th scope="col" class="n">Release 1.3.0</th>');
  });

  test('says that there are more years where no figure was revised, and leads to them', async () => {
    const since = async (lang: string): Promise<string> =>
      /<p class="newer">(.*)<\/p>/.exec(
        (await askProduct(`/embed/1.1.0/homicide-rate?country=HND${lang}`)).text,
      )?.[1] ?? '';
    expect(await since('')).toBe(
      `<a href="/indicators/homicide-rate?country=HND" target="_blank" rel="noopener">Release ${LATEST} has more years</a>`,
    );
    expect(await since('&lang=es')).toContain(`>La edición ${LATEST} tiene más años</a>`);
  });

  test('is nothing for the newest release', async () => {
    const { text } = await askProduct(`/embed/${LATEST}/homicide-rate?country=HND~SLV~GTM`);
    expect(text).toContain('<p class="newer"></p>');
    const list = await askProduct(`/embed/${LATEST}/homicide-rate/revised?country=HND~SLV~GTM`);
    expect([list.status, list.text.includes('<table>')]).toEqual([200, false]);
  });
});

test('a figure in doubt has its sign in the numbers of an embed too', async () => {
  const { text } = await askProduct(
    `/embed/${LATEST}/homicide-rate?country=MEX&source=migrant-crisis-2015&time=2014`,
  );
  expect(text).toMatch(
    /21\.5<\/a> <abbr title="In doubt: Mexico’s 21\.5 is of another year[^"]*">\(\?\)<\/abbr>/,
  );
});

describe('the figures of an embed', () => {
  const baseOf = (html: string): string =>
    (/<base href="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
  const ofMarks = (html: string): string[] =>
    [...html.matchAll(/<a href=(\w+) tabindex=-1/g)].map(([, name = '']) => name);
  const ofTable = (html: string): string[] =>
    [...html.matchAll(/<a href=(\w+)>/g)].map(([, name = '']) => name);
  const evidenceOf = async (html: string, name: string): Promise<string> =>
    (await askProduct(baseOf(html) + name)).headers['location'] ?? '';
  const PREFERRED = `/embed/${LATEST}/homicide-rate?country=HND~SLV&source=owid-homicide-rate&time=2010..2014`;

  test('lead to their evidence from mark and table, in the language and release of the embed', async () => {
    const { text } = await askProduct(`${PREFERRED}&lang=es`);
    const [marks, cells] = [ofMarks(text), ofTable(text)];
    expect(new Set(marks)).toEqual(new Set(cells));
    expect(marks).toHaveLength(10);
    const addresses = await Promise.all(marks.map((name) => evidenceOf(text, name)));
    expect(new Set(addresses).size).toBe(10);
    for (const address of addresses)
      expect(address).toMatch(
        /^\/es\/observations\/homicide-rate~owid-homicide-rate~(HND|SLV)~201\d\?release=[\d.]+$/,
      );
    // The number of a row is that of its figure.
    const [, name = '', figure = ''] = /2012<td><a href=(\d+)>([\d,]+)</.exec(text) ?? [];
    expect([await evidenceOf(text, name), figure]).toEqual([
      `/es/observations/homicide-rate~owid-homicide-rate~HND~2012?release=${LATEST}`,
      '82,3',
    ]);
  });

  test('of a group, of a pair and of a board lead to theirs', async () => {
    const group = await askProduct(`/embed/${LATEST}/homicide-rate?group=northern-triangle&time=2014`);
    expect(await evidenceOf(group.text, ofMarks(group.text)[0]!)).toMatch(
      /^\/evidence\/homicide-rate\?group=northern-triangle&.*cell=.*&release=/,
    );
    const pair = await askProduct(
      `/embed/${LATEST}/compare?country=HND~SLV&indicators=homicide-rate~population&time=2014`,
    );
    expect(ofMarks(pair.text)).toHaveLength(2);
    expect(await evidenceOf(pair.text, ofMarks(pair.text)[0]!)).toContain('/observations/homicide-rate~');
    expect(await evidenceOf(pair.text, ofTable(pair.text)[1]!)).toContain('/observations/population~');
    const panels = ['homicide-rate?country=HND&time=2010..2014', 'population?country=SLV&time=2014'];
    const board = await askProduct(
      `/embed/${LATEST}/board?${panels.map((panel, i) => `${'ab'[i]}=${encodeURIComponent(panel)}`).join('&')}`,
    );
    expect(await evidenceOf(board.text, 'b0')).toMatch(/^\/observations\/population~[\w-]+~SLV~2014\?/);
    expect(ofMarks(board.text)).toContain('b0');
  });

  test('that do not exist are refused with those that do', async () => {
    const base = baseOf((await askProduct(PREFERRED)).text);
    const { status, text } = await askProduct(`${base}99`);
    expect(status).toBe(404);
    expect(text).toContain('figure');
    expect((await askProduct(`/embed/${LATEST}/homicide-rate/figure/country=XXX/0`)).status).toBe(400);
    expect((await askProduct(`/embed/${LATEST}/homicide-rate/figure/country=HND/0/1`)).status).toBe(404);
  });

  test('are linked from many marks too, within 40 KB; of too many a part is drawn', async () => {
    const many = await askProduct(
      `/embed/${LATEST}/population?country=SLV~HND~GTM~MEX&source=world-bank-population`,
    );
    expect(ofMarks(many.text).length).toBeGreaterThan(200);
    const whole = await askProduct('/embed/1.1.0/homicide-rate');
    expect(ofMarks(whole.text).length).toBeGreaterThan(50);
    expect(await evidenceOf(whole.text, ofTable(whole.text)[0]!)).toContain('/observations/homicide-rate~');
    for (const { text } of [many, whole]) expect(Buffer.byteLength(text)).toBeLessThan(40_000);
  });

  // The openings with the most figures and words; the others have more room.
  test.each(['remittances-gdp-share', 'robbery-homicides', 'us-aid-obligations'])(
    'are linked from the marks of the opening of %s',
    async (id) => {
      const { text } = await askProduct(`/embed/${LATEST}/${id}`);
      expect(text).toMatch(/<svg class="chart/);
      expect(ofMarks(text).length).toBeGreaterThan(100);
      expect(Buffer.byteLength(text)).toBeLessThan(40_000);
    },
  );
});

test('the script tells its height in the words of several hosts, under the name that the frame was given', () => {
  expect(runScript(400.2, '#chart-7')).toEqual([
    { type: 'cotejo:height', id: 'chart-7', height: 401, v: 1 },
    { 'datawrapper-height': { 'chart-7': 401 } },
    { sentinel: 'amp', type: 'embed-size', height: 401 },
    JSON.stringify({ src: 'http://cotejo.test/embed/1.0.0/x', context: 'iframe.resize', height: 401 }),
  ]);
  expect(runScript(400, '#50%')[0]).toMatchObject({ id: '50%' });
  expect(runScript(400, '')[0]).toMatchObject({ id: '/embed/1.0.0/x' });
  expect(runScript(0, '')).toEqual([]);
  // WordPress tells its frames a secret, and hears those alone that tell it back.
  expect(runScript(400, '#?secret=aB3')[4]).toEqual({ message: 'height', value: 400, secret: 'aB3' });
});

test('what is not our own markup is escaped', () => {
  expect(
    markup`<p title="${'"'}">${'a < b & c'}${raw('<br>')}${null}${false}${[markup`<i>${'>'}</i>`]}</p>`
      .markup,
  ).toBe('<p title="&quot;">a &lt; b &amp; c<br><i>&gt;</i></p>');
});
