/** A page without a figure offers questions that have some. */
import { beforeAll, expect, test } from 'vitest';
import { renderToStaticMarkup } from 'react-dom/server';
import { createData, type SiteData } from '#app/_data/data.ts';
import { reader } from '#app/_data/pool.ts';
import { Empty } from '#app/_views/answer/Empty.tsx';
import type { Language } from '#stats/language.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { testDatabase } from '../../../setup/database.ts';

const VERSION = '1.4.0';
let data: SiteData;
beforeAll(async () => {
  await testDatabase();
  data = createData(reader);
});

async function answer(id: string, search: string, language: Language = 'en'): Promise<Comparison> {
  const catalogue = (await data.loadCatalogue(VERSION))!;
  const indicator = catalogue.indicators.find((own) => own.id === id)!;
  const query = parseQuery(parseParameters(search), indicator, catalogue);
  return data.loadComparison({ version: VERSION, language, query });
}

/** The labels of the ways on, with the query of each. */
function waysFrom(comparison: Comparison): Map<string, string> {
  const place = {
    language: comparison.language,
    release: comparison.release,
    pinned: false,
    origin: 'https://example.org',
  };
  const html = renderToStaticMarkup(<Empty comparison={comparison} place={place} />);
  return new Map(
    [...html.matchAll(/href="[^"?]*\??([^"]*)">([^<]*)</g)].map(([, search = '', label = '']) => [
      label,
      search.replaceAll('&amp;', '&'),
    ]),
  );
}

test('a group without enough members: its members, the share of the population that it has, all years', async () => {
  const empty = await answer('homicide-rate', 'group=americas&time=2020&source=owid-homicide-rate');
  expect(empty.cells.every(({ stated }) => stated === null)).toBe(true);
  const ways = waysFrom(empty);
  expect([...ways.keys()]).toEqual([
    'Show the members one by one',
    'Accept members with 98% of the population',
    'Show all years',
    'Show everything',
  ]);
  for (const label of [...ways.keys()].slice(0, 2)) {
    const { cells } = await answer('homicide-rate', ways.get(label)!);
    expect(
      cells.some(({ stated }) => stated !== null),
      label,
    ).toBe(true);
  }
});

test('a group of a count: how many members it has', async () => {
  const empty = await answer('asylum-applications', 'group=m49-419&time=2010', 'es');
  const ways = waysFrom(empty);
  const label = [...ways.keys()].find((text) => text.startsWith('Aceptar'));
  expect(label).toMatch(/^Aceptar \d+ de \d+ miembros$/);
  const { cells } = await answer('asylum-applications', ways.get(label!)!);
  expect(cells.some(({ stated }) => stated !== null)).toBe(true);
});
