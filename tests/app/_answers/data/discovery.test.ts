/** How the site is found: DCAT, sitemap, feed. Each names addresses that answer. */
import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../../setup/database.ts';
import { LATEST, VERSIONS } from '../../../setup/releases.ts';
import { askJson, askProduct } from '../ask.ts';

await testDatabase();
afterAll(closeReader);

const ORIGIN = 'http://cotejo.test';
const { indicators } = (await askJson(`/data/${LATEST}/indicators.json`)) as { indicators: { id: string }[] };
const hasPython = spawnSync('python3', ['--version']).status === 0;

/** The texts of the elements of a name, as python's parser of XML finds them. */
const elements = (xml: string, name: string): string[] => {
  const program = `import sys,json,xml.etree.ElementTree as E
print(json.dumps([e.text for e in E.fromstring(sys.stdin.buffer.read()).iter() if e.tag.endswith('}${name}')]))`;
  return JSON.parse(execFileSync('python3', ['-c', program], { input: xml, encoding: 'utf8' })) as string[];
};

test('the catalogue has every indicator with files that can be had', async () => {
  const { text, headers } = await askProduct('/data/catalog.jsonld');
  expect(headers['content-type']).toMatch(/^application\/ld\+json/);
  const catalogue = JSON.parse(text) as {
    'dcat:version': string;
    'dcat:dataset': {
      'dct:identifier': string;
      'dcat:distribution': { 'dcat:downloadURL': { '@id': string }; 'dcat:mediaType': { '@id': string } }[];
      'prov:wasDerivedFrom': object[];
    }[];
  };
  expect(catalogue['dcat:version']).toBe(LATEST);
  const datasets = catalogue['dcat:dataset'];
  expect(datasets.map((dataset) => dataset['dct:identifier'])).toEqual(indicators.map(({ id }) => id));
  for (const dataset of datasets) expect(dataset['prov:wasDerivedFrom'].length).toBeGreaterThan(0);
  const homicide = datasets.find((dataset) => dataset['dct:identifier'] === 'homicide-rate');
  for (const { 'dcat:downloadURL': url, 'dcat:mediaType': type } of homicide!['dcat:distribution']) {
    const answer = await askProduct(`${url['@id'].slice(ORIGIN.length)}?count`);
    expect(answer.status, url['@id']).toBe(200);
    expect(type['@id']).toMatch(/^https:\/\/www\.iana\.org\/assignments\/media-types\/\w+\/[\w.+-]+$/);
  }
});

test.skipIf(!hasPython)('the sitemap has every page in both languages', async () => {
  const { text } = await askProduct('/sitemap.xml');
  const pages = elements(text, 'loc');
  for (const { id } of indicators)
    for (const prefix of ['', '/es']) expect(pages).toContain(`${ORIGIN}${prefix}/indicators/${id}`);
  expect(pages).toContain(`${ORIGIN}/es`);
  for (const path of ['/areas', '/areas/HND', '/areas/northern-triangle', '/topics/caravan'])
    expect(pages).toContain(`${ORIGIN}${path}`);
  expect(new Set(pages).size).toBe(pages.length);
});

test.skipIf(!hasPython)(
  'the feed has every release, the newest first, in the language asked for',
  async () => {
    const { text } = await askProduct('/data/releases.atom');
    const newestFirst = [...VERSIONS].reverse();
    expect(elements(text, 'title')).toEqual([
      'Releases of Cotejo',
      ...newestFirst.map((version) => `Release ${version}`),
    ]);
    const spanish = await askProduct('/data/releases.atom?lang=es');
    expect(elements(spanish.text, 'title')[1]).toBe(`Edición ${newestFirst[0]}`);
    expect(new Set(elements(text, 'id')).size).toBe(VERSIONS.length + 1);
    expect((await askProduct('/data/releases.atom?x=1')).status).toBe(400);
  },
);
