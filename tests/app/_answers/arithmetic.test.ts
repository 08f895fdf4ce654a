/**
 * Every chart states which figures Cotejo calculated: as a file, in an embed, and in its text alternative.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../setup/database.ts';
import { askProduct } from './ask.ts';

await testDatabase();
afterAll(closeReader);

/** The texts of an SVG, with the lines of a paragraph joined. */
const wordsOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)]
    .map(([, words = '']) => words.replace(/<[^>]*>/g, ''))
    .join(' ')
    .replaceAll('&#x27;', "'");

const heard = (svg: string): string => /aria-label="([^"]*)"/.exec(svg)?.[1] ?? '';

const GROUP = 'homicide-rate?group=central-america-7&coverage=0.4&source=owid-homicide-rate&time=1990..2000';
const at = (question: string, ending: string): string => `/data/1.1.0/${question.replace('?', `${ending}?`)}`;

describe('a line of a group', () => {
  const RULE =
    'Calculated by Cotejo, average of 4 to 7 of 7 members (depending on the period), weighted by population (World Bank)';
  const THRESHOLD = 'A combined figure needs at least 40% of its members (coverage=0.4)';

  test('says its rule, whose population weighs it, and how many members there are in the least of its years', async () => {
    const { text } = await askProduct(at(GROUP, '.svg'));
    expect(wordsOf(text)).toContain(RULE);
    expect(heard(text)).toContain(`${RULE}.`);
  });

  test('says the threshold that the address lowered', async () => {
    expect(wordsOf((await askProduct(at(GROUP, '.svg'))).text)).toContain(THRESHOLD);
    expect(wordsOf((await askProduct(at(GROUP.replace('coverage=0.4&', ''), '.svg'))).text)).not.toContain(
      'coverage=',
    );
  });

  test('says it in an embed, in a fold and on paper', async () => {
    const { text } = await askProduct(`/embed/1.1.0/${GROUP}`);
    const shown = text.replace(/<svg[^]*?<\/svg>/g, '');
    const fold = /<details[^]*<\/details>/.exec(shown)?.[0];
    const paper = /<p class="paper">[^]*?<\/p>/.exec(shown)?.[0];
    for (const part of [fold, paper]) {
      expect(part).toContain(RULE);
      expect(part).toContain(THRESHOLD);
    }
  });

  test('says it in Spanish', async () => {
    const { text } = await askProduct(`${at(GROUP, '.svg')}&lang=es`);
    expect(wordsOf(text)).toContain(
      'Calculado por Cotejo, media de entre 4 y 7 de 7 miembros (según el periodo), ponderada por población (World Bank)',
    );
    expect(wordsOf(text)).toContain(
      'Una cifra combinada exige al menos el 40% de sus miembros (coverage=0.4)',
    );
  });

  test('beside lines of countries is named', async () => {
    const { text } = await askProduct(
      '/data/1.1.0/population.svg?country=HND~SLV~GTM&group=northern-triangle&time=2000..2010&source=world-bank-population',
    );
    expect(wordsOf(text)).toContain('Northern Triangle: calculated by Cotejo, sum of all 3 members');
  });
});

describe('a sum of months', () => {
  test('is of months, not of members, and names whose months they are', async () => {
    const words = wordsOf((await askProduct('/data/1.1.0/uac-apprehensions.svg?time=2014-10/2015-04')).text);
    expect(words).not.toContain('members');
    expect(words.match(/sum of 7 months/g)).toHaveLength(2);
    expect(words).toContain('Calculated by Cotejo, OHSS, by family status sum of 7 months');
    expect(words).toContain('Calculated by Cotejo, US Border Patrol, by month sum of 7 months');
  });

  test('says so under bars and lines too', async () => {
    const { text } = await askProduct(
      '/data/1.1.0/border-apprehensions.svg?country=USA&breakdown=border=southwest&source=cbp-usbp-monthly&basis=calendar-year&time=2010..2018',
    );
    expect(wordsOf(text)).toContain('Calculated by Cotejo, sum of 12 months');
  });
});

test('computed figures of several sources are told apart by their source', async () => {
  const words = wordsOf(
    (await askProduct('/data/1.1.0/homicide-rate.svg?group=northern-triangle&time=2014')).text,
  );
  for (const source of ['UNODC, by Our World in Data', 'World Bank, July 2022', 'UNODC, Global Study 2019'])
    expect(words).toContain(`Calculated by Cotejo, ${source} average of all 3 members`);
});

test('what a transform made of every figure is our arithmetic, and says what was made', async () => {
  const { text } = await askProduct(
    '/data/1.1.0/population.svg?country=HND~SLV~GTM&time=2000..2010&source=world-bank-population&transform=index:2000',
  );
  expect(wordsOf(text)).toContain('All figures: calculated by Cotejo, index, 2000 = 100');
});

test('a chart of two indicators says it of each', async () => {
  const address =
    'compare?indicators=homicide-rate~population&group=northern-triangle&source.1=owid-homicide-rate&time=2010';
  const both = wordsOf((await askProduct(at(address, '.svg'))).text);
  expect(both).toContain(
    'Homicide rate: Calculated by Cotejo, average of all 3 members, weighted by population',
  );
  expect(both).toContain('Population: Calculated by Cotejo, sum of all 3 members');
  expect((await askProduct(`/embed/1.1.0/${address}`)).text).toContain(
    '<li>Population: Calculated by Cotejo, sum of all 3 members.</li>',
  );
});

test('figures as their sources print them say nothing of arithmetic', async () => {
  const { text } = await askProduct('/data/1.1.0/homicide-rate.svg?country=HND&source=owid-homicide-rate');
  expect(text).not.toContain('arithmetic');
});

describe('words of a chart', () => {
  test('an index keeps its name, and is its own unit', async () => {
    const { text } = await askProduct('/data/1.1.0/gini-index.svg?country=HND~SLV');
    expect(heard(text)).toContain('Inequality of incomes (Gini index). ');
    expect(`${heard(text)} ${wordsOf(text)}`).not.toContain('gini index');
  });

  test('a picture that travels alone points to no table', async () => {
    const { text } = await askProduct('/data/1.1.0/compare.svg?indicators=homicide-rate~gini-index');
    expect(wordsOf(text)).toContain('another place');
    expect(text).not.toContain('in the table');
  });
});

test('the corner of a table of months says period, of years says year', async () => {
  const corner = async (question: string): Promise<string | undefined> =>
    /<thead><tr><th scope="col">([^<]*)</.exec((await askProduct(`/embed/1.1.0/${question}`)).text)?.[1];
  expect(await corner('missing-migrants?group=m49-013&time=2023-01..2023-06')).toBe('Period');
  expect(await corner('population?country=HND~SLV&time=2000..2005&source=world-bank-population')).toBe(
    'Year',
  );
});
