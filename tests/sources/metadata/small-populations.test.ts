/** Which areas the catalogue says have fewer than 100,000 people: those of which the tables of population say so. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readCatalogue } from '#sources/metadata/catalogue.ts';

interface PopulationRow {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly value: string;
}

/** The latest population of each country up to 2024, by the first source that has it. */
function populations(): Map<string, number> {
  const found = new Map<string, { readonly year: string; readonly people: number }>();
  for (const source of ['world-bank-population', 'gapminder-population']) {
    const text = readFileSync(`sources/${source}/observations.csv`, 'utf8');
    const rows = parse(text, { columns: true }) as unknown as PopulationRow[];
    const own = new Map<string, { readonly year: string; readonly people: number }>();
    for (const { indicator, area, period, value } of rows) {
      if (indicator !== 'population' || value === '' || period > '2024') continue;
      if ((own.get(area)?.year ?? '') <= period) own.set(area, { year: period, people: Number(value) });
    }
    for (const [area, entry] of own) if (!found.has(area)) found.set(area, entry);
  }
  return new Map([...found].map(([area, { people }]) => [area, people]));
}

test('an area with fewer than 100,000 people is marked, and no other', () => {
  const people = populations();
  const countries = readCatalogue('sources').areas.filter(
    ({ kind, code }) => kind === 'country' && people.has(code),
  );
  expect(countries.length).toBeGreaterThan(190);
  const marked = countries.filter(({ smallPopulation }) => smallPopulation).map(({ code }) => code);
  const small = countries.filter(({ code }) => (people.get(code) ?? 0) < 100_000).map(({ code }) => code);
  expect(marked).toEqual(small);
  expect(marked).toContain('KNA');
});
