/** Every format states how the figures were transformed, and equivalent queries have one URL. */
import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../setup/database.ts';
import { askProduct, askJson } from './ask.ts';

await testDatabase();
afterAll(closeReader);

const INDEX = 'country=HND~SLV&time=2005..2014&transform=index:2000';
const words = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ');

describe('an index of population', () => {
  test('CSV has its unit and its transform', async () => {
    const [header = '', row = ''] = (await askProduct(`/data/1.0.0/population.csv?${INDEX}`)).text.split(
      '\n',
    );
    const cells = Object.fromEntries(header.split(',').map((name, i) => [name, row.split(',')[i]]));
    expect(cells).toMatchObject({ unit: 'index 2000=100', transform: 'index', locator: '', printed: '' });
  });

  test('JSON has the question with its transform', async () => {
    const { query, address } = await askJson(`/data/1.0.0/population.json?${INDEX}`);
    expect(query).toMatchObject({ transform: { id: 'index', base: '2000' } });
    expect(address).toBe(`/data/1.0.0/population.json?${INDEX}`);
  });

  test.each([
    ['', 'Population, index, Honduras: ', 'Index, 2000 = 100', 'People'],
    ['&lang=es', 'Población, índice, Honduras: ', 'Índice, 2000 = 100', 'Personas'],
  ])('picture and embed say so%s, and not the unit of before', async (lang, title, axis, before) => {
    for (const space of ['/data/1.0.0/population.svg', '/embed/1.0.0/population']) {
      const { text, status } = await askProduct(`${space}?${INDEX}${lang}`);
      expect(status).toBe(200);
      expect(words(text)).toContain(axis);
      expect(words(text)).toContain(title.trim());
      expect(words(text)).not.toContain(`${before} `);
    }
  });

  test('its axis goes to its least figure and not down to nothing', async () => {
    const { text } = await askProduct(`/data/1.0.0/population.svg?${INDEX}`);
    expect(text).toContain('>100<');
    expect(text).not.toContain('>0<');
  });
});

test('changes have their signs, and an axis below zero', async () => {
  const { text } = await askProduct(
    '/data/1.1.0/uac-apprehensions.svg?basis=us-fiscal-year&breakdown=border=southwest&source=cbp-usbp-monthly&transform=change',
  );
  for (const label of ['+29,782', '−28,571', '+40,000', '−40,000']) expect(text).toContain(`>${label}<`);
  expect(text).toContain('Apprehensions, more or less than the year before');
});

test('places are told in words of the reader', async () => {
  const question = '/embed/1.0.0/homicide-rate?country=HND~SLV~GTM~MEX&time=2014&transform=rank';
  expect(words((await askProduct(question)).text)).toContain('1st of 4');
  const spanish = words((await askProduct(`${question}&lang=es`)).text);
  expect(spanish).toContain('1.º de 4');
  expect(spanish).toContain('El más alto: Honduras');
});

test('people who divide are cited', async () => {
  const { text } = await askProduct(
    '/data/1.1.0/asylum-applications.svg?country=USA&definition=persons&origin=HND&time=2014..2018&transform=per-capita:origin',
  );
  expect(text).toContain('World Bank');
  expect(words(text)).toContain('for every 100,000 people of the country of origin');
});

describe('one meaning has one address, one answer and one key', () => {
  test.each([
    ['population', ['transform=index:2000&country=HND', 'country=~HND&transform=index:2000&source=all']],
    ['population', ['stackMode=relative&year=2014', 'time=2014&transform=share-of-total']],
    ['homicide-rate', ['country=HND+SLV&facet=none&v=1', 'country=hnd~El+Salvador']],
  ])('%s: %s', async (id, searches) => {
    const answers = await Promise.all(
      searches.map((search) => askProduct(`/data/1.0.0/${id}.csv?${search}`)),
    );
    expect(new Set(answers.map(({ headers }) => headers['etag'])).size).toBe(1);
    const canonical = answers.map(({ headers }) => headers['link']).filter(Boolean);
    expect(new Set(canonical).size).toBe(1);
  });
});

test.each([
  ['population', 'country=HND~SLV&time=2010..2014&transform=change'],
  ['homicide-rate', 'source=preferred&transform=rank'],
  ['asylum-applications', 'transform=per-capita:origin&origin=HND~SLV'],
])('?count of %s?%s is the number of its rows', async (id, search) => {
  const { count } = await askJson(`/data/1.1.0/${id}.json?${search}&count`);
  const { rows } = (await askJson(`/data/1.1.0/${id}.json?${search}`)) as { rows: unknown[] };
  expect(count).toBe(rows.length);
});

interface Changes {
  readonly breaks: readonly { readonly id: string }[];
  readonly rows: readonly {
    readonly Code: string;
    readonly period: string;
    readonly gap: unknown;
    readonly note: readonly { readonly text: { readonly en: string } }[];
  }[];
}
const askChanges = async (release: string, search: string): Promise<Changes> =>
  (await askJson(`/data/${release}/homicide-rate.json?${search}`)) as unknown as Changes;

test.each([
  ['a group', 'group=northern-triangle', 'northern-triangle'],
  ['areas asked for together', 'by=source&country=HND~SLV', 'HND+SLV'],
])('a doubt about a member is a note on the changes of %s', async (_name, which, code) => {
  const search = `${which}&source=owid-homicide-rate&time=2012..2014`;
  const answer = await askChanges('1.1.0', `${search}&transform=change`);
  expect(answer.breaks.map(({ id }) => id)).toEqual(['honduras-homicide-classes']);
  expect(answer.rows.map(({ Code, period, gap }) => [Code, period, gap])).toEqual([
    [code, '2012', null],
    [code, '2013', null],
    [code, '2014', null],
  ]);
  for (const { note } of answer.rows.slice(1))
    expect(note.map(({ text }) => text.en).join(' ')).toContain('Honduras');
});
