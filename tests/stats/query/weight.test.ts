import { describe, expect, test } from 'vitest';
import { parseParameters } from '#stats/query-string.ts';
import { formatQuery, parseQuery } from '#stats/query/query.ts';
import { weightOf } from '#stats/query/weight.ts';
import { foundingQuery, foundingCatalogue, foundingIndicator, problemOf } from '../founding.ts';

/** Release 1.0.0, with a synthetic second source of population. */
const wide = {
  ...foundingCatalogue,
  indicators: foundingCatalogue.indicators.map((indicator) =>
    indicator.id === 'population'
      ? { ...indicator, sources: [...indicator.sources, 'synthetic-census'] }
      : indicator,
  ),
};
const rate = foundingIndicator('homicide-rate');
const read = (search: string) => parseQuery(parseParameters(search), rate, wide);

describe('which population weighs', () => {
  test('the one that the indicator names, unless another is asked for', () => {
    const people = { indicator: 'population', source: 'world-bank-population' };
    expect(weightOf(rate, {})).toEqual(people);
    expect(weightOf(rate, { weight: 'synthetic-census' })).toEqual({ ...people, source: 'synthetic-census' });
    expect(weightOf(foundingIndicator('population'), { weight: 'synthetic-census' })).toBeNull();
  });
});

describe('weight= in an address', () => {
  test.each([
    ['the usual by name', 'group=northern-triangle&weight=world-bank-population', 'group=northern-triangle'],
    [
      'another',
      'weight=synthetic-census&group=northern-triangle',
      'group=northern-triangle&weight=synthetic-census',
    ],
    [
      'another, of countries that are added up',
      'by=source&country=HND~SLV&weight=synthetic-census',
      'by=source&country=HND~SLV&weight=synthetic-census',
    ],
    ['another, where nothing is weighed', 'country=HND&weight=synthetic-census', 'country=HND'],
  ])('%s', (_, written, text) => {
    const query = read(written);
    expect(formatQuery(query, rate)).toBe(text);
    expect(read(text)).toEqual(query);
  });

  test('a population that is none is refused, and those that are are listed', () => {
    expect(problemOf(() => read('weight=synthetic-cencus'))).toMatchObject({
      code: 'unknown-value',
      parameter: 'weight',
      accepted: ['world-bank-population', 'synthetic-census'],
      nearest: 'synthetic-census',
    });
    expect(problemOf(() => foundingQuery('homicide-rate', 'weight=synthetic-census')).accepted).toEqual([
      'world-bank-population',
    ]);
  });

  test('an indicator that nothing weighs takes none, and is told which do', () => {
    const found = problemOf(() =>
      foundingQuery('population', 'group=northern-triangle&weight=world-bank-population'),
    );
    expect(found).toMatchObject({ code: 'malformed', parameter: 'weight', accepted: ['homicide-rate'] });
    expect(found.text.es).toContain('Población');
  });
});
