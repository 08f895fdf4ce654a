/** The query for what divides: what it names, and what it takes from the query that it serves. */
import { describe, expect, test } from 'vitest';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import type { Divisor } from '#stats/model/divisor.ts';
import type { Query } from '#stats/model/query.ts';
import { divisorIndicator, divisorOf, divisorQuery, parseDivisor } from '#stats/query/divisor.ts';
import { foundingCatalogue, foundingIndicator, problemOf } from '../founding.ts';

const indicator: Indicator = {
  ...foundingIndicator('uac-apprehensions'),
  bases: ['us-fiscal-year', 'month'],
};
const other: Indicator = { ...indicator, id: 'other', bases: ['month'] };
const plain: Indicator = foundingIndicator('population');
const catalogue: Catalogue = { ...foundingCatalogue, indicators: [indicator, other, plain] };
const QUERY: Query = {
  indicator: indicator.id,
  country: ['USA'],
  group: ['northern-triangle'],
  origin: ['HND'],
  breakdown: ['border=southwest'],
  definition: ['main'],
  source: ['x'],
  basis: ['us-fiscal-year'],
  time: { from: 'FY2010', to: 'FY2014' },
  by: ['source'],
  coverage: 0.5,
  transform: null,
};
const query = (over: Divisor, more: Partial<Query> = {}) =>
  divisorQuery({ ...QUERY, ...more, transform: { id: 'ratio', over } }, indicator, catalogue);

describe('the divisors of the same indicator', () => {
  test('are those of the query, except for what is named, which stands apart', () => {
    expect(query({ area: 'MEX' })).toEqual({
      ...QUERY,
      country: ['MEX'],
      group: [],
      by: ['area', 'source'],
    });
    expect(query({ area: 'northern-triangle' })).toMatchObject({
      country: [],
      group: ['northern-triangle'],
    });
    expect(query({ origin: '_T', breakdown: '_T' })).toEqual({
      ...QUERY,
      origin: ['_T'],
      breakdown: ['_T'],
      by: ['origin', 'breakdown', 'source'],
    });
    expect(query({ definition: 'other', source: 'y' })).toEqual({
      ...QUERY,
      definition: ['other'],
      source: ['y'],
    });
    expect(query({ area: 'MEX' }, { by: ['breakdown', 'origin', 'source'] })?.by).toEqual([
      'area',
      'origin',
      'breakdown',
      'source',
    ]);
  });

  test('are of every source if one of them is preferred', () => {
    expect(query({ area: 'MEX' }, { source: ['preferred'] })?.source).toEqual([]);
    expect(query({ source: 'y' }, { source: ['preferred'] })?.source).toEqual(['y']);
  });

  test('are of the period that is named, or of those that are shown', () => {
    expect(query({ time: 'FY2013' })).toMatchObject({
      basis: ['us-fiscal-year'],
      time: { from: 'FY2013', to: 'FY2013' },
    });
    expect(query({ time: '2013-10/2014-04' })).toMatchObject({
      basis: ['interval'],
      time: { from: '2013-10/2014-04', to: '2013-10/2014-04' },
    });
    expect(query({ time: '2013-10' })).toMatchObject({
      basis: ['month'],
      time: { from: '2013-10', to: '2013-10' },
    });
    expect(query({ time: '2013-10-05' })?.time).toEqual({ from: '2013-10-05', to: '2013-10-05' });
    expect(query({ time: '2013' })?.time).toEqual({ from: '2013', to: '2013' });
    // A period that no address can name alone is found among all.
    expect(query({ time: 'unstated@2015-11' })).toMatchObject({
      basis: ['unstated'],
      time: { from: 'earliest', to: 'latest' },
    });
    const latest = { from: 'latest', to: 'latest' };
    expect(query({ area: 'MEX' }, { time: latest })?.time).toEqual({ from: 'earliest', to: 'latest' });
  });
});

describe('the divisors of another indicator', () => {
  test('are its totals, all apart, and with the origins of the query', () => {
    expect(query({ indicator: 'other' })).toEqual({
      ...QUERY,
      indicator: 'other',
      breakdown: [],
      definition: [],
      source: [],
      by: ['origin', 'breakdown', 'source'],
    });
    expect(query({ indicator: 'other' }, { origin: [] })?.origin).toEqual(['_T']);
    expect(query({ indicator: 'other', origin: '_T' })?.origin).toEqual(['_T']);
  });

  test('have no origin if it has none, and the origin _T if only it has origins', () => {
    expect(query({ indicator: 'population', area: 'MEX' })).toMatchObject({
      indicator: 'population',
      country: ['MEX'],
      origin: [],
    });
    const ofPeople = { ...QUERY, origin: ['HND'], transform: { id: 'ratio', over: { indicator: 'other' } } };
    expect(divisorQuery(ofPeople as Query, plain, catalogue)?.origin).toEqual(['_T']);
  });

  test('are on the bases that it has; if it has none of them, on those of the query', () => {
    const two = { basis: ['us-fiscal-year', 'month', 'interval'] as const };
    expect(query({ indicator: 'other' }, two)?.basis).toEqual(['us-fiscal-year', 'month', 'interval']);
    expect(query({ indicator: 'population' }, two)?.basis).toEqual(['interval']);
    expect(query({ indicator: 'population' })?.basis).toEqual(['us-fiscal-year']);
  });

  test('are of the indicator that is named, where the catalogue has it', () => {
    expect(divisorIndicator({ indicator: 'other' }, indicator, catalogue)).toBe(other);
    expect(divisorIndicator({ area: 'MEX' }, indicator, catalogue)).toBe(indicator);
  });
});

describe('the period of a divisor', () => {
  const years: Indicator = { ...other, id: 'years', bases: ['us-fiscal-year', 'calendar-year', 'month'] };
  const read = (time: string, bases: Indicator['bases'], of = years): string | undefined =>
    parseDivisor(`indicator=years~time=${time}`, {
      id: 'ratio',
      text: `ratio:indicator=years~time=${time}`,
      accepted: ['ratio:area=MEX'],
      indicator,
      bases,
      catalogue: { ...catalogue, indicators: [indicator, of] },
    }).time;

  test('is a year of the query, or else of the main kind of year that the other indicator has', () => {
    expect(read('2014', ['calendar-year'])).toBe('2014');
    expect(read('2014', ['us-fiscal-year'])).toBe('FY2014');
    expect(read('2014', ['day'])).toBe('FY2014');
    expect(read('2014', ['day'], { ...years, bases: ['month', 'calendar-year', 'us-fiscal-year'] })).toBe(
      '2014',
    );
    expect(read('2014-10', ['day'])).toBe('2014-10');
  });

  test('is refused with what is accepted, and told in at most forty characters', () => {
    const both = problemOf(() => read('2014', ['calendar-year', 'us-fiscal-year']));
    expect(both).toMatchObject({ code: 'malformed', parameter: 'transform', accepted: ['ratio:area=MEX'] });
    const long = problemOf(() => read('x'.repeat(60), ['day']));
    expect(long.text.en).toContain('x'.repeat(40));
    expect(long.text.en).not.toContain('x'.repeat(41));
  });
});

test('only a ratio and a part of a whole divide by a cell that is named', () => {
  expect(divisorOf({ transform: null })).toBeNull();
  expect(divisorOf({ transform: { id: 'rank', along: null } })).toBeNull();
  expect(divisorOf({ transform: { id: 'share-of', over: { origin: '_T' } } })).toEqual({ origin: '_T' });
  expect(divisorQuery(QUERY, indicator, catalogue)).toBeNull();
});
