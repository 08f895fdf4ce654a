/** Citations of questions and releases, and where an answer says that it is cited. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { afterAll, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { askJson, askProduct, respondTo, requestFor, textOf } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

const SEARCH = 'country=HND~SLV&time=2012..2014';

test('of a question names its page and the sources of its figures', async () => {
  const { text, headers } = await askProduct(`/data/1.0.0/homicide-rate.csl.json?${SEARCH}`);
  const [ours, ...sources] = new Cite(text).data;
  expect(ours).toMatchObject({
    type: 'dataset',
    version: '1.0.0',
    URL: `http://cotejo.test/indicators/homicide-rate?${SEARCH}&release=1.0.0`,
  });
  const { sources: answered } = (await askJson(`/data/1.0.0/homicide-rate.json?${SEARCH}`)) as {
    sources: { id: string }[];
  };
  expect(sources.map(({ id }) => id)).toEqual(answered.map(({ id }) => id));
  expect(headers['content-disposition']).toContain('homicide-rate-1.0.0.csl.json');
});

test('of a release names every source of it', async () => {
  const { text } = await askProduct('/data/1.0.0/citation.csl.json?lang=es');
  const { indicators } = (await askJson('/data/1.0.0/indicators.json')) as {
    indicators: { sources: string[] }[];
  };
  const cited = new Set(new Cite(text).data.map(({ id }) => id));
  for (const source of indicators.flatMap(({ sources }) => sources)) expect(cited).toContain(source);
  expect((await askProduct('/data/1.0.0/citation.cff')).headers['content-disposition']).toContain(
    'CITATION.cff',
  );
  expect((await askProduct('/data/1.0.0/citation.bib?country=HND')).status).toBe(400);
  expect((await askProduct('/data/9.0.0/citation.bib')).status).toBe(404);
});

test('another site has another ETag, because its address stands in the citation', async () => {
  const request = requestFor('/data/1.0.0/homicide-rate.bib');
  const [here, there] = await Promise.all(
    ['https://a.example', 'https://b.example'].map((origin) => respondTo({ ...request, origin })),
  );
  expect(here && textOf(here)).toContain('url = {https://a.example/indicators/homicide-rate?release=1.0.0}');
  expect(here?.headers['etag']).not.toBe(there?.headers['etag']);
});

test('every answer links to the page to cite and to its citation', async () => {
  for (const lang of ['', '&lang=es']) {
    const { headers } = await askProduct(`/data/1.0.0/homicide-rate.csv?country=HND${lang}`);
    const links = (headers['link'] ?? '')
      .split(', ')
      .map((link) => /^<([^>]*)>; rel="([\w-]+)"/.exec(link)?.slice(1));
    const prefix = lang === '' ? '' : '/es';
    expect(links).toEqual([
      [`${prefix}/indicators/homicide-rate?country=HND&release=1.0.0`, 'cite-as'],
      [`/data/1.0.0/homicide-rate.csl.json?country=HND${lang}`, 'describedby'],
    ]);
    expect((await askProduct(links[1]![0]!)).status).toBe(200);
  }
});
