/** What is read beyond what is shown, and which of the cells read are shown. */
import { describe, expect, test } from 'vitest';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { Query, TransformSpec } from '#stats/model/query.ts';
import { formatPeriod } from '#stats/time/period.ts';
import {
  isShown,
  otherSourcesQuery,
  populationQuery,
  readsOtherTimes,
  rowsQuery,
} from '#stats/query/widen.ts';
import { foundingCatalogue, foundingIndicator } from '../founding.ts';
import { cellFrom } from '../transform/cells.ts';

const QUERY: Query = {
  indicator: 'uac-apprehensions',
  country: [],
  group: [],
  origin: [],
  breakdown: [],
  definition: [],
  source: [],
  basis: ['calendar-year'],
  time: { from: 'earliest', to: 'latest' },
  by: ['area', 'origin', 'breakdown', 'source'],
  coverage: 1,
  transform: null,
};
const CHANGE: TransformSpec = { id: 'change' };
const span = (text: string): Query['time'] => {
  const [from = '', to = from] = text.split('..');
  return { from, to };
};

describe('the rows that are read', () => {
  const read = (time: string, transform: TransformSpec | null): string => {
    const { time: wide, transform: none } = rowsQuery({ ...QUERY, time: span(time), transform });
    expect(none).toBeNull();
    return `${wide.from}..${wide.to}`;
  };

  test.each<[string, TransformSpec | null, string]>([
    ['2014..2016', null, '2014..2016'],
    ['2014..2016', { id: 'rank', along: null }, '2014..2016'],
    ['2014..2016', { id: 'share-of-total', along: null }, '2014..2016'],
    ['2014..2016', { id: 'per-capita', of: 'area' }, '2014..2016'],
    ['2014..2016', { id: 'ratio', over: { area: 'MEX' } }, '2014..2016'],
    ['2014..2016', { id: 'share-of', over: { area: 'two' } }, '2014..2016'],
    // A change needs the year before, a mean of three the two before.
    ['2014..2016', CHANGE, '2013-01-01..2016-12-31'],
    ['2014..2016', { id: 'change-percent' }, '2013-01-01..2016-12-31'],
    ['2014..2016', { id: 'rolling-mean', length: 3 }, '2012-01-01..2016-12-31'],
    ['2014-03..2014-05', CHANGE, '2013-03-01..2014-05-31'],
    // An index needs its base, before or after what is shown.
    ['2014..2016', { id: 'index', base: '2010' }, '2010-01-01..2016-12-31'],
    ['2014..2016', { id: 'index', base: '2018' }, '2014-01-01..2018-12-31'],
    ['2014..2016', { id: 'index', base: '2015' }, '2014-01-01..2016-12-31'],
    ['FY2014..FY2016', { id: 'index', base: 'FY2018' }, '2013-10-01..2018-09-30'],
    // Fiscal years began in July until 1976.
    ['FY2014', CHANGE, '2012-10-01..2014-09-30'],
    ['FY1977', CHANGE, '1975-07-01..1977-09-30'],
    ['FY1976', CHANGE, '1974-07-01..1976-09-30'],
    // An open end stays open, and an end of what is on file is found among all of it.
    ['earliest..2014', CHANGE, 'earliest..2014-12-31'],
    ['2014..latest', CHANGE, '2013-01-01..latest'],
    ['latest', CHANGE, 'earliest..latest'],
    ['latest-common', CHANGE, 'earliest..latest'],
    ['latest', null, 'latest..latest'],
    // There is no year before the first.
    ['0002', CHANGE, '0001-01-01..0002-12-31'],
    ['0001', CHANGE, 'earliest..0001-12-31'],
    ['FY0002', CHANGE, 'earliest..0002-09-30'],
  ])('of %s with %j are those of %s', (time, transform, expected) => {
    expect(read(time, transform)).toBe(expected);
  });

  test('are of every source if one of them is preferred', () => {
    expect(rowsQuery({ ...QUERY, source: ['preferred'] }).source).toEqual([]);
    expect(rowsQuery({ ...QUERY, source: ['x'] }).source).toEqual(['x']);
  });

  test('reach to other periods for changes, means and indices', () => {
    expect(readsOtherTimes(null)).toBe(false);
    expect(readsOtherTimes({ id: 'rank', along: null })).toBe(false);
    expect(readsOtherTimes(CHANGE)).toBe(true);
    expect(readsOtherTimes({ id: 'rolling-mean', length: 2 })).toBe(true);
    expect(readsOtherTimes({ id: 'index', base: '2010' })).toBe(true);
  });
});

describe('the figures of other sources', () => {
  const indicator: Indicator = { ...foundingIndicator('homicide-rate'), sources: ['x', 'y', 'z'] };
  const query = { ...QUERY, source: ['y'], time: span('2014') };

  test('are those of every source that is not shown, in the same time', () => {
    expect(otherSourcesQuery(query, indicator)).toEqual({ ...query, source: ['x', 'z'] });
    expect(otherSourcesQuery({ ...query, time: span('latest') }, indicator)?.time).toEqual(
      span('earliest..latest'),
    );
  });

  test('are not read if all are shown, or if there is nothing to compare', () => {
    expect(otherSourcesQuery({ ...query, source: [] }, indicator)).toBeNull();
    expect(otherSourcesQuery({ ...query, source: ['preferred'] }, indicator)).toBeNull();
    expect(otherSourcesQuery({ ...query, source: ['x', 'y', 'z'] }, indicator)).toBeNull();
    expect(otherSourcesQuery({ ...query, transform: CHANGE }, indicator)).toBeNull();
  });
});

describe('the cells that are shown', () => {
  const shown = (cells: readonly Cell[], time: string): string[] =>
    cells
      .filter(isShown(cells, span(time)))
      .map((cell) => [cell.area === 'HND' ? '' : cell.area, formatPeriod(cell.period)].join(' ').trim());
  const periods = (...texts: string[]): Cell[] => texts.map((text) => cellFrom(text, '5'));

  test('lie within the time, from its first to its last day', () => {
    const years = periods('2012', '2013', '2014', '2015');
    expect(shown(years, '2013..2014')).toEqual(['2013', '2014']);
    expect(shown(years, 'earliest..2013')).toEqual(['2012', '2013']);
    expect(shown(years, '2014..latest')).toEqual(['2014', '2015']);
    expect(shown(years, 'earliest..latest')).toEqual(['2012', '2013', '2014', '2015']);
    expect(shown(periods('2013-12', '2014-01', '2013-12/2014-03', 'FY2014', 'FY2015'), '2014')).toEqual([
      '2014-01',
    ]);
  });

  test('may have one known day only', () => {
    const open = periods('../2014-05-01', '2014-05-01/..', '../2015-05-01', '2013-05-01/..');
    expect(shown(open, '2014')).toEqual(['../2014-05-01', '2014-05-01/..']);
  });

  test('of fiscal years are those named, whatever their days', () => {
    const july = periods('FY1975', 'FY1976', 'FY1977');
    const october = ['1975', '1976', '1977'].map((year) => ({
      ...cellFrom(`FY${year}`, '5'),
      period: {
        basis: 'us-fiscal-year' as const,
        start: `${Number(year) - 1}-10-01`,
        end: `${year}-09-30`,
      },
    }));
    expect(shown(july, 'FY1975..FY1976')).toEqual(['FY1975', 'FY1976']);
    expect(shown(october, 'FY1975..FY1976')).toEqual(['FY1975', 'FY1976']);
  });

  const series = [
    ...periods('2013', '2014', '2015'),
    ...['2013', '2014'].map((year) => cellFrom(year, '5', { area: 'SLV' })),
    cellFrom('2012', '5', { area: 'two', computed: 'sum' }),
    cellFrom('2014', '5', { area: 'two', computed: 'sum' }),
    cellFrom('2013', '5', { area: 'two' }),
  ];

  test('are the last or the first of each series, the published and the computed apart', () => {
    expect(shown(series, 'latest')).toEqual(['2015', 'SLV 2014', 'two 2014', 'two 2013']);
    expect(shown([...series].reverse(), 'earliest')).toEqual(['two 2013', 'two 2012', 'SLV 2013', '2013']);
  });

  test('are of the latest period that all series have, or none', () => {
    expect(shown(series.slice(0, 5), 'latest-common')).toEqual(['2014', 'SLV 2014']);
    expect(shown(series, 'latest-common')).toEqual([]);
    expect(shown(periods('2015', '2013'), 'latest-common')).toEqual(['2015']);
    const three = [...periods('2015', '2014', '2013'), ...periods('2013', '2015', '2012')];
    expect(
      shown(
        three.map((cell, i) => ({ ...cell, area: i < 3 ? 'HND' : 'SLV' })),
        'latest-common',
      ),
    ).toEqual(['2015', 'SLV 2015']);
    expect(shown([], 'latest-common')).toEqual([]);
  });

  test('without a last day are no common period', () => {
    const open = periods('2008-01-01/..');
    expect(shown(open, 'latest-common')).toEqual([]);
  });
});

describe('the populations of per-capita figures', () => {
  const catalogue: Catalogue = foundingCatalogue;
  const indicator: Indicator = foundingIndicator('uac-apprehensions');
  const people = (more: Partial<Query>, of: 'area' | 'origin' = 'area', from = indicator) =>
    populationQuery({ ...QUERY, transform: { id: 'per-capita', of }, ...more }, from, catalogue);

  test('are those of the areas, in calendar years', () => {
    expect(
      people({
        country: ['HND'],
        group: ['northern-triangle'],
        origin: ['SLV'],
        breakdown: ['border=southwest'],
        definition: ['main'],
        source: ['x'],
        basis: ['us-fiscal-year'],
        time: span('FY2014..FY2015'),
        coverage: 0.5,
        members: 'today',
      }),
    ).toEqual({
      indicator: 'population',
      country: ['HND'],
      group: ['northern-triangle'],
      origin: [],
      breakdown: [],
      definition: [],
      source: ['world-bank-population'],
      basis: ['calendar-year'],
      time: { from: '2013', to: '2015' },
      by: ['area', 'origin', 'breakdown', 'source'],
      coverage: 1,
      transform: null,
      members: 'today',
    });
    expect(people({})).not.toHaveProperty('members');
  });

  test('are those of the origins if they are divided by them', () => {
    const found = people({ country: ['USA'], origin: ['HND', 'northern-triangle'] }, 'origin');
    expect(found).toMatchObject({ country: ['HND'], group: ['northern-triangle'] });
    expect(people({ origin: ['_T', 'HND'] }, 'origin')?.country).toEqual(['HND']);
    expect(people({ origin: ['_T'] }, 'origin')).toBeNull();
    expect(people({ origin: ['_Z'] }, 'origin')).toBeNull();
    expect(people({ origin: [] }, 'origin')?.country).toEqual([]);
  });

  test('are of every year if an end of what is on file is asked for, and open where the time is', () => {
    expect(people({ time: span('latest') })?.time).toEqual(span('earliest..latest'));
    expect(people({ time: span('earliest..2014') })?.time).toEqual(span('earliest..2014'));
    expect(people({ time: span('2014..latest') })?.time).toEqual(span('2014..latest'));
  });

  test('are added up where the areas are', () => {
    const summed = { by: ['origin', 'source'] as const, country: ['HND', 'SLV'] };
    expect(people(summed)?.by).toEqual(['origin', 'breakdown', 'source']);
    expect(people({ ...summed, country: ['HND'] })?.by).toContain('area');
    expect(people({ ...summed, by: ['area', 'source'] })?.by).toContain('area');
    const origins = { origin: ['HND', 'SLV'], by: ['area', 'source'] as const };
    expect(people(origins, 'origin')?.by).not.toContain('area');
    expect(people({ ...origins, by: ['origin', 'source'] }, 'origin')?.by).toContain('area');
  });

  test('are those that the indicator names for its rates, and none without a population on file', () => {
    const own = { ...indicator, weight: { indicator: 'adults', source: 'census' } };
    expect(people({}, 'area', own)).toMatchObject({ indicator: 'adults', source: ['census'] });
    expect(populationQuery(QUERY, indicator, catalogue)).toBeNull();
    const bare = { ...catalogue, indicators: [indicator] };
    expect(
      populationQuery({ ...QUERY, transform: { id: 'per-capita', of: 'area' } }, indicator, bare),
    ).toBeNull();
    const unsourced = { ...catalogue, indicators: [{ ...foundingIndicator('population'), sources: [] }] };
    expect(
      populationQuery({ ...QUERY, transform: { id: 'per-capita', of: 'area' } }, indicator, unsourced),
    ).toBeNull();
  });
});
