/** Random queries about random worlds, as far as the reference covers them. */
import fc from 'fast-check';
import type { ReleaseIndex } from '#db/releases.ts';
import { CITIES, COUNTRIES, GROUPS } from './world.ts';
import type { Query } from '#stats/model/query.ts';

const BASES = [
  'calendar-year',
  'us-fiscal-year',
  'month',
  'cumulative',
  'since',
  'interval',
  'quarter',
  'half-year',
] as const;
const INDICATORS = [
  'synthetic-rate',
  'synthetic-rate',
  'synthetic-count',
  'synthetic-share',
  'synthetic-estimate',
  'synthetic-price',
  'synthetic-change',
  'synthetic-rate-unweighted',
  'population',
  'synthetic-months',
  'synthetic-months',
  'synthetic-month-share',
  'synthetic-month-stock',
  'synthetic-quarters',
  'synthetic-level',
  'synthetic-level-alone',
];

export const query: fc.Arbitrary<Query> = fc
  .record({
    indicator: fc.constantFrom(...INDICATORS),
    country: fc.shuffledSubarray([...COUNTRIES, ...CITIES], { maxLength: 4 }),
    group: fc.shuffledSubarray(GROUPS),
    origin: fc.shuffledSubarray(['AAA', 'BBB', '_T', '_Z', 'group-one'], { maxLength: 2 }),
    breakdown: fc.shuffledSubarray(['_T', 'part=a', 'part=b'], { maxLength: 2 }),
    definition: fc.constantFrom([], ['main']),
    source: fc.subarray(['synthetic-one', 'synthetic-two'], { maxLength: 1 }),
    basis: fc.subarray([...BASES], { minLength: 1 }),
    time: fc.constantFrom(
      { from: 'earliest', to: 'latest' },
      { from: 'earliest', to: 'latest' },
      { from: 'latest', to: 'latest' },
      { from: 'latest-common', to: 'latest-common' },
      { from: 'earliest', to: 'earliest' },
      { from: '2002', to: '2003' },
      { from: 'FY2003', to: 'FY2003' },
      { from: 'earliest', to: '2002' },
      { from: '2002-02', to: '2003-01' },
    ),
    /**
     * Some months as one figure: within a fiscal year, across two, and those that a source may have printed.
     */
    interval: fc.constantFrom(null, null, '2001-11/2002-03', '2002-01/2002-07', '2002-08/2002-11'),
    by: fc.subarray(['area', 'origin', 'breakdown'] as const).map((axes) => [...axes, 'source' as const]),
    coverage: fc.constantFrom(1, 1, 0.5, 0.34),
    people: fc.constantFrom({}, {}, { coverageOf: 'population' as const }),
    transform: fc.constant(null),
    members: fc.constantFrom({}, {}, { members: 'today' as const }),
    weight: fc.constantFrom({}, {}, { weight: 'synthetic-census' }),
  })
  .map(({ members, weight, people, ...rest }) => ({ ...rest, ...members, ...weight, ...people }))
  .map(({ interval, ...rest }): Query =>
    interval ? { ...rest, basis: ['interval'], time: { from: interval, to: interval } } : rest,
  )
  // Queries that are refused before SQL, and those that the reference does not cover.
  .filter(
    (query) =>
      query.by.includes('area') ||
      query.country.length > 1 ||
      (query.country.length === 0 && query.group.length > 0),
  )
  .map((query) => (query.by.includes('breakdown') ? query : { ...query, breakdown: [] }))
  .filter(
    (query) =>
      query.by.includes('origin') ||
      !(query.origin.length > 1 && query.origin.some((code) => ['_Z', 'group-one'].includes(code))),
  );

/** Groups of plain rates, for any parts, because random queries rarely ask for them. */
export const ratesQuery: Query = {
  indicator: 'synthetic-rate',
  country: ['CCC', 'DDD'],
  group: GROUPS,
  origin: [],
  breakdown: [],
  definition: [],
  source: [],
  basis: BASES,
  time: { from: 'earliest', to: 'latest' },
  by: ['origin', 'breakdown', 'source'],
  coverage: 0.34,
  transform: null,
};

/** Whether a query omits an axis that has neither a total nor declared parts: it is refused. */
export const leavesOutTooMuch = (asked: Query, { catalogue, totals }: ReleaseIndex): boolean => {
  const parts = catalogue.indicators.find((indicator) => indicator.id === asked.indicator)?.parts ?? [];
  return (['origin', 'breakdown'] as const).some(
    (axis) =>
      !asked.by.includes(axis) &&
      asked[axis].length === 0 &&
      totals.get(asked.indicator)?.[axis] === false &&
      !parts.some((scheme) => scheme.axis === axis),
  );
};
