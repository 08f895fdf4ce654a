import { afterAll, describe, expect, test } from 'vitest';
import { markup, raw } from '#app/_answers/http/html.ts';
import { EMBED_SCRIPT } from '#app/_answers/shell/script.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
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
    expect(still.match(/<svg[^>]*class="chart"/g)).toHaveLength(2);
    expect(still).toMatch(/<table>[^]*68[^]*<\/table>/);
    expect(still).toContain('2014 is assumed from the context');
    expect(still).toContain('America&#39;s migrant crisis');
    expect(still).toContain('Release 1.0.0');
  });

  test('links to its data and its page with the release, and leaves the frame to do so', async () => {
    const { text } = await askProduct(`${PATH}&lang=es`);
    expect(text).toContain('href="/data/1.0.0/homicide-rate.csv?country=HND~SLV~GTM&amp;lang=es"');
    expect(text).toContain('href="/es/indicators/homicide-rate?country=HND~SLV~GTM&amp;release=1.0.0"');
    for (const [link] of text.matchAll(/<a [^>]*>/g))
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
  const page = { querySelector: () => main };
  const location = { hash, pathname: '/embed/1.0.0/x', href: 'http://cotejo.test/embed/1.0.0/x' };
  new Function('window', 'document', 'location', EMBED_SCRIPT)(window, page, location);
  return posted;
}

test('the script tells its height in four dialects, under the name that the frame was given', () => {
  expect(runScript(400.2, '#chart-7')).toEqual([
    { type: 'cotejo:height', id: 'chart-7', height: 401, v: 1 },
    { 'datawrapper-height': { 'chart-7': 401 } },
    { sentinel: 'amp', type: 'embed-size', height: 401 },
    JSON.stringify({ src: 'http://cotejo.test/embed/1.0.0/x', context: 'iframe.resize', height: 401 }),
  ]);
  expect(runScript(400, '')[0]).toMatchObject({ id: '/embed/1.0.0/x' });
  expect(runScript(0, '')).toEqual([]);
});

test('what is not our own markup is escaped', () => {
  expect(
    markup`<p title="${'"'}">${'a < b & c'}${raw('<br>')}${null}${false}${[markup`<i>${'>'}</i>`]}</p>`
      .markup,
  ).toBe('<p title="&quot;">a &lt; b &amp; c<br><i>&gt;</i></p>');
});
