import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Indicator } from '#stats/model/catalogue.ts';
import { asksForMembers } from '#stats/query/membership.ts';
import { YEAR_BASES } from '#stats/time/period.ts';
import { askableBases } from '#stats/query/time-bases.ts';
import { defaultBases, defaultQuery, formatQuery } from '#stats/query/query.ts';
import { boundsOf } from '#stats/time/time-range.ts';
import { legalTransforms } from '#stats/query/transform.ts';
import { basisRefusalOf, divisionRefusalOf } from '#stats/query/transform-legality.ts';
import { foundingQuery, foundingCatalogue, foundingIndicator } from '../founding.ts';
import type { Divisor } from '#stats/model/divisor.ts';
import type { Query, TransformSpec, TransformId } from '#stats/model/query.ts';

const areaCodes = foundingCatalogue.areas
  .filter((area) => ['country', 'city'].includes(area.kind))
  .map((area) => area.code);
const groups = foundingCatalogue.areas.filter((area) => area.kind === 'group').map((area) => area.code);
const tuples = foundingCatalogue.dimensions.flatMap(({ id, codes }) =>
  codes.map((part) => `${id}=${part.code}`),
);
const some = (codes: readonly string[]): fc.Arbitrary<string[]> =>
  fc.shuffledSubarray([...codes], { maxLength: Math.min(4, codes.length) });

/** A year, if the query has only one kind of year; otherwise an end of what is on file. */
const end = (basis: Query['basis']): fc.Arbitrary<string> => {
  const years = basis.filter((basis) => YEAR_BASES.includes(basis));
  const form = years[0] === 'us-fiscal-year' ? 'FY' : '';
  return years.length === 1
    ? fc.integer({ min: 1900, max: 2099 }).map((year) => form + year)
    : fc.constant('2014-10-19');
};
const timeOf = (basis: Query['basis']): fc.Arbitrary<Query['time']> =>
  fc.oneof(
    fc.constantFrom(
      { from: 'earliest', to: 'latest' },
      { from: 'latest', to: 'latest' },
      { from: 'earliest', to: 'earliest' },
    ),
    fc.tuple(end(basis), end(basis)).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
    end(basis).map((from) => ({ from, to: 'latest' })),
    end(basis).map((to) => ({ from: 'earliest', to })),
  );

/** A single interval has its own basis only. */
const INTERVALS = ['2014-10/2015-04', '2009-06-28/2011-06-28', '2014-10/2015-09'];

const queryOf = (indicator: Indicator): fc.Arbitrary<Query> =>
  fc
    .shuffledSubarray([...askableBases(indicator)], { minLength: 1 })
    .map((chosen) => askableBases(indicator).filter((basis) => chosen.includes(basis)))
    .chain((basis) =>
      fc.record({
        indicator: fc.constant(indicator.id),
        country: some(areaCodes),
        group: some(groups),
        origin: some(foundingCatalogue.areas.map((area) => area.code)),
        breakdown: some(['_T', ...tuples]),
        definition: some(indicator.definitions.map((definition) => definition.code)),
        source: some(indicator.sources),
        basis: fc.constant(basis),
        time: timeOf(basis),
        by: fc.subarray(['area', 'origin', 'breakdown'] as const).map((axes) => [...axes, 'source' as const]),
        coverage: fc.constantFrom(1, 0.5, 0.8, 0.3333, 0.0001),
        people: fc.constantFrom({}, {}, { coverageOf: 'population' as const }),
        transform: fc.constant(null),
      }),
    )
    .map(({ people, ...query }) => ({ ...query, ...(indicator.weight && people) }))
    // Members only have a meaning if the query has a group. Release 1.0.0 has only one population.
    .chain((query) =>
      fc
        .boolean()
        .map((today): Query =>
          today && asksForMembers(query, foundingCatalogue) ? { ...query, members: 'today' } : query,
        ),
    )
    .chain((query) =>
      fc
        .constantFrom(null, null, null, ...INTERVALS)
        .map((span): Query =>
          span ? { ...query, basis: ['interval'], time: { from: span, to: span } } : query,
        ),
    )
    .chain((query) =>
      transformOf(indicator, query.basis, query.time.from !== query.time.to).map((transform) => ({
        ...query,
        transform,
      })),
    )
    .chain((query) =>
      fc
        .constantFrom(false, false, indicator.sources.length > 1)
        .map((preferred) => (preferred ? { ...query, source: ['preferred'] } : query)),
    );

/** A divisor from the same indicator or from another, which may have other definitions and sources. */
const divisorText = (indicator: Indicator, form: string, hasYears: boolean): fc.Arbitrary<Divisor> => {
  const others = foundingCatalogue.indicators.filter(
    (other) => other.id !== indicator.id && divisionRefusalOf(indicator, other) === null,
  );
  const by = (other: Indicator): fc.Arbitrary<Divisor> =>
    fc
      .record(
        {
          area: fc.constantFrom(...areaCodes, ...groups),
          breakdown: fc.constantFrom('_T', ...tuples),
          definition: fc.constantFrom(...other.definitions.map(({ code }) => code)),
          ...(other.counterpartRole && { origin: fc.constantFrom('_T', '_Z', ...areaCodes, ...groups) }),
          source: fc.constantFrom(...other.sources),
          time: fc.oneof(
            fc.constantFrom('2014-10', '2018-10-19', '2014-10/2015-04', 'unstated@2018-10-20'),
            hasYears && other === indicator
              ? fc.integer({ min: 1900, max: 2099 }).map((year) => form + year)
              : fc.constant('2014-10'),
          ),
        },
        { requiredKeys: [] },
      )
      .map((over) => (other === indicator ? over : { ...over, indicator: other.id }));
  return fc
    .constantFrom(indicator, indicator, ...others)
    .chain(by)
    .filter((over) => Object.keys(over).length > 0);
};

/** A transform that the indicator and every basis allow, or none. */
const transformOf = (
  indicator: Indicator,
  bases: Query['basis'],
  isSpan: boolean,
): fc.Arbitrary<Query['transform']> => {
  const years = bases.filter((basis) => YEAR_BASES.includes(basis));
  const form = years.length > 1 || years[0] === 'us-fiscal-year' ? 'FY' : '';
  const along = fc.constantFrom(null, 'area' as const, 'origin' as const, 'breakdown' as const);
  const all: Record<TransformId, fc.Arbitrary<TransformSpec>> = {
    'per-capita': fc
      .constantFrom('area' as const, indicator.counterpartRole ? ('origin' as const) : ('area' as const))
      .map((of) => ({ id: 'per-capita', of })),
    index: fc.integer({ min: 1900, max: 2099 }).map((year) => ({ id: 'index', base: form + year })),
    change: fc.constant({ id: 'change' }),
    'change-percent': fc.constant({ id: 'change-percent' }),
    'share-of-total': along.map((axis) => ({ id: 'share-of-total', along: axis })),
    'rolling-mean': fc.integer({ min: 2, max: 60 }).map((length) => ({ id: 'rolling-mean', length })),
    rank: fc
      .oneof(along, isSpan ? fc.constant('time' as const) : along)
      .map((axis) => ({ id: 'rank', along: axis })),
    ratio: divisorText(indicator, form, years.length > 0).map((over) => ({ id: 'ratio', over })),
    'share-of': fc
      .record(
        {
          area: fc.constantFrom(...areaCodes, ...groups),
          breakdown: fc.constantFrom('_T', ...tuples),
          ...(indicator.counterpartRole && { origin: fc.constantFrom('_T', ...areaCodes, ...groups) }),
        },
        { requiredKeys: [] },
      )
      .filter((over) => Object.keys(over).length > 0)
      .map((over) => ({ id: 'share-of', over })),
  };
  const legal = legalTransforms(indicator).filter((id) =>
    bases.every((basis) => basisRefusalOf(id, basis) === null),
  );
  return fc.oneof(fc.constant(null), ...legal.map((id) => all[id]));
};

const query = fc.constantFrom(...foundingCatalogue.indicators).chain(queryOf);

describe('a query and its canonical text', () => {
  test('undo each other, whatever is asked', () => {
    fc.assert(
      fc.property(query, (query) => {
        const text = formatQuery(query, foundingIndicator(query.indicator));
        expect(foundingQuery(query.indicator, text)).toEqual(query);
      }),
      { numRuns: 1000 },
    );
  });

  test('the canonical text of a canonical text is itself', () => {
    fc.assert(
      fc.property(query, (query) => {
        const indicator = foundingIndicator(query.indicator);
        const text = formatQuery(query, indicator);
        expect(formatQuery(foundingQuery(query.indicator, text), indicator)).toBe(text);
      }),
    );
  });

  test('its parameters stand in alphabetical order, each once', () => {
    fc.assert(
      fc.property(query, (query) => {
        const names = formatQuery(query, foundingIndicator(query.indicator))
          .split('&')
          .map((part) => part.split('=')[0]);
        expect(names).toEqual([...new Set(names)].sort());
      }),
    );
  });

  test.each(foundingCatalogue.indicators.map((indicator) => [indicator.id]))(
    'the default question about %s is no text',
    (id) => {
      expect(formatQuery(defaultQuery(foundingIndicator(id)), foundingIndicator(id))).toBe('');
      expect(foundingQuery(id, '')).toEqual(defaultQuery(foundingIndicator(id)));
    },
  );

  test('two kinds of year are never asked for unless both are named', () => {
    for (const indicator of foundingCatalogue.indicators) {
      expect(
        defaultBases(indicator).filter((basis) => YEAR_BASES.includes(basis)).length,
      ).toBeLessThanOrEqual(1);
    }
  });
});

describe('other ways to write a query', () => {
  const canonical = (id: string, text: string): string =>
    formatQuery(foundingQuery(id, text), foundingIndicator(id));
  test.each([
    ['one country with the leading mark of Our World in Data', 'country=~HND', 'country=HND'],
    ['repeated and trailing marks', 'country=SLV~~HND~', 'country=SLV~HND'],
    ['a country named twice', 'country=HND~SLV~HND', 'country=HND~SLV'],
    ['small letters', 'country=hnd', 'country=HND'],
    ['a name in English', 'country=Honduras~Guatemala+City', 'country=HND~GTGUA'],
    ['a name in Spanish', 'country=M%C3%A9xico~Canad%C3%A1', 'country=MEX~CAN'],
    ['a country by code and by name', 'country=HND~Honduras', 'country=HND'],
    ['a group among countries', 'country=SLV~northern-triangle', 'country=SLV&group=northern-triangle'],
    ['a country among groups', 'group=SLV~northern-triangle', 'country=SLV&group=northern-triangle'],
    ['every source', 'source=all', ''],
    ['the year of old addresses', 'year=2014', 'time=2014'],
    ['codes joined in the old way', 'country=HND+SLV+gtm', 'country=HND~SLV~GTM'],
    [
      'what holds anyway',
      'facet=none&stackMode=absolute&v=1&yScale=linear&xScale=linear&useColumnShortNames=true',
      '',
    ],
    ['every axis', 'by=breakdown~area~origin', ''],
    ['the main basis by name', 'basis=calendar-year', ''],
    ['full coverage', 'coverage=1.00', ''],
    ['coverage without its zero', 'coverage=.50', 'coverage=0.5'],
    ['a span open below', 'time=..2014', 'time=earliest..2014'],
    ['a span open above', 'time=2010..', 'time=2010..latest'],
    ['a span open on both sides', 'time=..', ''],
    ['a span of one year', 'time=2014..2014', 'time=2014'],
    ['parameters in another order', 'time=2014&country=HND', 'country=HND&time=2014'],
  ])('%s', (_, written, text) => expect(canonical('homicide-rate', written)).toBe(text));

  test('the parts of a breakdown are written in the order of the dimensions', () => {
    const text = 'breakdown=stage=applied;border=southwest~border=southwest;stage=applied';
    expect(canonical('homicide-rate', text)).toBe('breakdown=border=southwest;stage=applied');
  });
});

describe('one interval', () => {
  const id = 'us-otm-apprehensions';

  test('is one period of its own basis, and stands in the address without it', () => {
    const query = foundingQuery(id, 'time=2014-10/2015-04');
    expect(query).toMatchObject({
      basis: ['interval'],
      time: { from: '2014-10/2015-04', to: '2014-10/2015-04' },
    });
    expect(boundsOf(query.time)).toEqual({ start: '2014-10-01', end: '2015-04-30' });
    expect(formatQuery(foundingQuery(id, 'basis=interval&time=2014-10/2015-04'), foundingIndicator(id))).toBe(
      formatQuery(query, foundingIndicator(id)),
    );
    expect(() => foundingQuery(id, 'basis=month&time=2014-10/2015-04')).toThrow();
  });

  test.each(['2014-10/2015-04..2016-01/2016-02', '2015-04/2014-10', '2008-01-01/..', '2014/2015', '/'])(
    '%s is none',
    (text) => expect(() => foundingQuery(id, `time=${text}`)).toThrow(),
  );
});
