import { describe, expect, test } from 'vitest';
import type { SeriesKey } from '#stats/model/observation.ts';
import { mainSeries, seriesSearch } from '#stats/query/main-series.ts';
import { settleSide } from '#stats/query/settle-side.ts';
import { HOMICIDE } from '../../app/_charts/answers.ts';

const indicator = {
  ...HOMICIDE,
  headline: 'breakdown=border%3Dsouthwest&source=second',
  sources: ['first', 'second', 'third'],
  bases: ['us-fiscal-year', 'month'] as const,
};

const series = (over: Partial<SeriesKey>, figures = 5) => ({
  indicator: indicator.id,
  source: 'first',
  area: 'USA',
  counterpart: '_T',
  breakdown: 'border=southwest',
  definition: 'main',
  basis: 'us-fiscal-year' as const,
  ...over,
  figures,
  years: Array.from({ length: figures }, (_, i) => 2010 + i),
});

describe('the series that stands for an indicator', () => {
  test('is that of the headline: its breakdown before its source', () => {
    const all = [
      series({ breakdown: '_T' }, 20),
      series({ source: 'first' }, 20),
      series({ source: 'second' }, 2),
      series({ source: 'second', breakdown: 'sector=yuma' }, 20),
    ];
    expect(mainSeries(all, indicator, 'area')).toBe(all[2]);
  });

  test('is of all origins before one, and of years before months', () => {
    const all = [series({ counterpart: 'HND' }, 20), series({ basis: 'month' }, 20), series({}, 2)];
    expect(mainSeries(all, indicator, 'area')).toBe(all[2]);
  });

  test('of people from an area is that of the country with most figures', () => {
    const all = [series({ counterpart: 'HND', area: 'CRI' }, 2), series({ counterpart: 'HND' }, 9)];
    expect(mainSeries(all, indicator, 'origin')).toBe(all[1]);
  });

  test('of nothing on file is nothing', () => {
    expect(mainSeries([], indicator, 'area')).toBeNull();
  });
});

test('the query of a series for its peers names everything but the area', () => {
  const peers = seriesSearch(series({}), { definitions: [] }, 'area', [], '2014');
  expect(peers).toBe('basis=us-fiscal-year&breakdown=border=southwest&source=first&time=2014');
});

describe('a choice of controls that is not on file together', () => {
  const all = [series({ source: 'first' }), series({ source: 'second', breakdown: '_T' })];
  const wanted = { breakdown: 'border=southwest', source: 'second' };

  test('keeps the part, and takes a source that has it', () => {
    expect(settleSide(all, indicator, { axis: 'area', place: 'USA', wanted })).toMatchObject({
      source: 'first',
    });
  });

  test('keeps the source, if the source was changed last', () => {
    const wish = { axis: 'area' as const, place: 'USA', wanted, changed: ['source'] as const };
    expect(settleSide(all, indicator, wish)).toMatchObject({ source: 'second', breakdown: '_T' });
  });

  test('is nothing only where the place has nothing', () => {
    expect(settleSide(all, indicator, { axis: 'area', place: 'HND', wanted })).toBeNull();
  });
});
