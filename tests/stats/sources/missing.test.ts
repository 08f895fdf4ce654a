/** What is missing of an indicator, from what is on file and what the catalogue declares. */
import { describe, expect, test } from 'vitest';
import { missingOf, type CoveredBasis } from '#stats/sources/missing.ts';
import type { Area, Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { readReleases } from '#sources/releases/committed.ts';

const catalogue: Catalogue = readReleases('.').at(-1)!.catalogue;
const indicator = (id: string, sources: readonly string[]): Indicator => ({
  ...catalogue.indicators.find((own) => own.id === id)!,
  sources,
});
const covered = (own: Partial<CoveredBasis>): CoveredBasis => ({
  source: 'a',
  basis: 'calendar-year',
  starts: [],
  areas: ['USA'],
  counterparts: ['_Z'],
  breakdowns: ['_T'],
  ...own,
});
const encounters = indicator('border-encounters', ['a', 'b']);
const only = (own: Partial<CoveredBasis>) => missingOf([covered(own)], encounters, catalogue).sources[0];

describe('periods', () => {
  test('a year between the first and the last is missing; what is before and after is not', () => {
    const starts = ['2010-01-01', '2011-01-01', '2014-01-01'];
    expect(only({ starts })).toMatchObject({
      first: '2010',
      last: '2014',
      periods: [{ first: '2012', last: '2013' }],
    });
  });

  test('months follow each other over the end of a year, and the summer of 1976', () => {
    const starts = ['1976-06-01', '1976-11-01', '1977-02-01'];
    expect(only({ basis: 'month', starts })?.periods).toEqual([
      { first: '1976-07', last: '1976-10' },
      { first: '1976-12', last: '1977-01' },
    ]);
  });

  test('the quarter between FY1976 and FY1977 is in no fiscal year, so none is missing', () => {
    const starts = ['1974-07-01', '1975-07-01', '1976-10-01', '1978-10-01'];
    expect(only({ basis: 'us-fiscal-year', starts })).toMatchObject({
      first: 'FY1975',
      last: 'FY1979',
      periods: [{ first: 'FY1978', last: 'FY1978' }],
    });
  });

  test('of months and years, the kind is told that the indicator has first', () => {
    const years = covered({ basis: 'us-fiscal-year', starts: ['2013-10-01'] });
    const months = covered({ basis: 'month', starts: ['2013-10-01', '2013-12-01'] });
    const [source] = missingOf([years, months], encounters, catalogue).sources;
    expect(source).toMatchObject({ first: '2013-10', periods: [{ first: '2013-11', last: '2013-11' }] });
  });

  test('a source with periods of no calendar is left out', () => {
    expect(only({ basis: 'interval', starts: ['2013-10-01'] })).toBeUndefined();
  });
});

test('a source lacks the dimensions and the origins that another one has', () => {
  const starts = ['2014-01-01'];
  const { sources } = missingOf(
    [
      covered({ starts, breakdowns: ['_T', 'border=southwest;title=title-8'], counterparts: ['_T', 'HND'] }),
      covered({ source: 'b', starts, breakdowns: ['border=southwest'], counterparts: ['_T', '_O'] }),
    ],
    encounters,
    catalogue,
  );
  expect(sources.map(({ dimensions, lacksOrigins }) => ({ dimensions, lacksOrigins }))).toEqual([
    { dimensions: [], lacksOrigins: false },
    { dimensions: ['title'], lacksOrigins: true },
  ]);
});

describe('places', () => {
  const ofCountries = (areas: readonly Area[], codes: readonly string[]) =>
    missingOf([covered({ starts: ['2014-01-01'], areas: codes })], encounters, { ...catalogue, areas });
  const countries = catalogue.areas.filter(({ kind }) => kind === 'country').map(({ code }) => code);
  const americas = catalogue.areas.find(({ code }) => code === 'm49-019')!.members!.map(({ area }) => area);

  test('of an indicator about the world, every country without a figure', () => {
    const without = countries.filter((code) => code !== 'CUB' && code !== 'FRA');
    const { places, within } = ofCountries(catalogue.areas, without);
    expect([places.toSorted(), within]).toEqual([['CUB', 'FRA'], null]);
  });

  test('of one about the Americas, those there', () => {
    const { places, within } = ofCountries(
      catalogue.areas,
      americas.filter((code) => code !== 'CUB'),
    );
    expect([places, within]).toEqual([['CUB'], 'm49-019']);
  });

  test('of one about a few countries, none', () => {
    expect(ofCountries(catalogue.areas, ['USA', 'MEX'])).toMatchObject({ places: [], within: null });
  });
});
