/** The Markdown of real questions: small, complete, in both languages. */
import { afterAll, expect, test } from 'vitest';
import { parseCsv } from '#app/_downloads/csv.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { LATEST } from '../../../setup/releases.ts';
import { askJson, askProduct } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

test.each([
  ['population', 'country=HND~SLV~GTM~MEX~NIC~CRI&source=world-bank-population&time=2005..2014'],
  ['homicide-rate', 'country=HND~SLV~GTM~MEX~NIC~CRI&source=owid-homicide-rate&time=2010..2019'],
  ['gini-index', 'country=HND~SLV~GTM~MEX~NIC~CRI&time=2005..2014'],
  ['asylum-applications', 'country=USA&definition=persons&origin=HND~SLV~GTM~MEX~NIC~CRI&time=2010..2019'],
])('%s of six series and ten years is under 8 KB, and has every figure', async (id, search) => {
  for (const lang of ['', '&lang=es']) {
    const { text, headers } = await askProduct(`/data/${LATEST}/${id}.md?${search}${lang}`);
    expect(headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(Buffer.byteLength(text)).toBeLessThan(8192);
    const csv = parseCsv((await askProduct(`/data/${LATEST}/${id}.csv?${search}`)).text);
    const figures = text
      .split('\n')
      .filter((line) => /^\| (FY|año fiscal )?\d{4}/.test(line))
      .flatMap((line) => line.split('|').slice(2, -1))
      .filter((cell) => /\d/.test(cell));
    const stated = csv.filter(({ qualifier }) => qualifier !== null);
    expect(figures).toHaveLength(stated.length);
    expect(stated.length).toBeGreaterThanOrEqual(40);
  }
});

test('two indicators begin with their pairs and the verdict', async () => {
  const { text } = await askProduct(
    '/data/1.0.0/compare.md?country=HND~SLV&indicators=homicide-rate~population&time=2014&lang=es',
  );
  expect(text).toMatch(/^# Tasa de homicidios; Población/);
  expect(text).toMatch(/\| Honduras \| 2014 \| 68\[?.* \| [\d\s]+ \|/);
  expect(text).toContain('## ¿Se pueden comparar?');
});

test('/llms.txt names every indicator of the newest release with an address that answers', async () => {
  for (const lang of ['', '?lang=es']) {
    const { text, headers, status } = await askProduct(`/llms.txt${lang}`);
    expect([status, headers['x-data-version']]).toEqual([200, LATEST]);
    const { indicators } = (await askJson(`/data/${LATEST}/indicators.json`)) as {
      indicators: { id: string }[];
    };
    const links = [...text.matchAll(/\]\((\/data\/[^)]*)\)/g)].map(([, address = '']) => address);
    for (const { id } of indicators) {
      expect(
        links.some((address) => address.startsWith(`/data/${LATEST}/${id}.md`)),
        id,
      ).toBe(true);
    }
    for (const address of links) expect((await askProduct(address)).status, address).toBe(200);
  }
  expect((await askProduct('/llms.txt?x=1')).status).toBe(400);
});
