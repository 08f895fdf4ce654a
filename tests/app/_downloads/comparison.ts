// Random comparisons: every hedge, basis and gap, and texts that need quoting in files.
import fc from 'fast-check';
import type { Catalogue, Indicator, Release } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { GAPS } from '#stats/model/gap.ts';
import { QUALIFIERS } from '#stats/uncertainty/hedge.ts';
import { LANGUAGES } from '#stats/language.ts';
import { significant } from '#stats/number.ts';
import type { Cell } from '#stats/model/observation.ts';
import { COMPUTATIONS, INTERVAL_KINDS } from '#stats/model/observation.ts';
import { BASES, parsePeriod, PERIOD_STATUSES, type Period } from '#stats/time/period.ts';
import { defaultQuery } from '#stats/query/query.ts';
import { TRANSFORM_IDS } from '#stats/model/query.ts';

const both = (text: string) => ({ en: text, es: `${text} (es)` });

const release: Release = {
  version: '1.0.0',
  date: '2026-11-22',
  note: both('First figures'),
  contentHash: 'ab'.repeat(32),
};

const indicator: Indicator = {
  id: 'homicide-rate',
  measure: 'rate',
  title: { en: 'Homicide rate', es: 'Tasa de homicidios' },
  definition: { en: 'Intentional homicides.', es: 'Homicidios intencionales.' },
  unit: { code: 'per 100k population', label: both('Homicides per 100,000 people') },
  per: 100_000,
  decimals: 1,
  areaRole: both('where it happened'),
  counted: 'events',
  additive: 'none',
  signed: false,
  bases: ['calendar-year', 'us-fiscal-year'],
  sources: ['report', 'world-bank'],
  definitions: [{ code: 'main', name: both('main'), text: both('main') }],
  parts: [],
  notes: [{ text: both('Police and health registers differ'), mandatory: true }],
};

const area = (code: string, en: string, es: string) => ({ code, kind: 'country' as const, name: { en, es } });

const catalogue: Catalogue = {
  indicators: [indicator],
  areas: [
    area('HND', 'Honduras', 'Honduras'),
    area('SLV', 'El Salvador', 'El Salvador'),
    area('MEX', 'Mexico', 'México'),
    {
      code: 'northern-triangle',
      kind: 'group',
      name: { en: 'Northern Triangle', es: 'Triángulo Norte' },
      members: [{ area: 'HND' }, { area: 'SLV' }],
      note: both('Excludes Mexico'),
    },
  ],
  dimensions: [
    { id: 'border', name: both('Border'), codes: [{ code: 'southwest', name: both('South-west') }] },
  ],
  sources: [
    {
      id: 'report',
      kind: 'secondary',
      form: 'publication',
      title: both('A report'),
      shortTitle: both('Report of 2015'),
      publisher: 'A publisher',
      published: '2015-11',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      redistribute: 'yes',
      redistributeReason: 'CC BY',
    },
  ],
  editions: [
    {
      id: 'report@2015-11',
      source: 'report',
      vintage: '2015-11',
      accessed: '2026-11-20',
      sha256: 'cd'.repeat(32),
    },
  ],
};

export const sampleCell: Cell = {
  indicator: 'homicide-rate',
  source: 'report',
  area: 'HND',
  counterpart: '_Z',
  breakdown: '_T',
  definition: 'main',
  basis: 'calendar-year',
  period: { basis: 'calendar-year', start: '2014-01-01', end: '2014-12-31' },
  periodStatus: 'stated',
  stated: { qualifier: 'exact', value: 68.6, low: null, high: null },
  lowInclusive: null,
  highInclusive: null,
  intervalKind: 'none',
  numerator: null,
  denominator: null,
  gap: null,
  coverage: null,
  computed: null,
  editions: ['report@2015-11'],
  attributedTo: null,
  locator: 'paragraph 13',
  printed: null,
  notes: [],
};

/** A comparison with these cells. */
export const comparisonWith = (
  cells: readonly Cell[],
  language: Comparison['language'] = 'en',
): Comparison => ({
  release,
  language,
  query: defaultQuery(indicator),
  indicator,
  areas: catalogue.areas,
  dimensions: catalogue.dimensions,
  sources: catalogue.sources,
  editions: catalogue.editions,
  breaks: [],
  cells,
});

const PERIODS = [
  '2014',
  'FY2014',
  '2014-10',
  '2014-Q3',
  '2014-S1',
  '2018-10-19',
  '2014-10/2015-04',
  '2008-01-01/..',
  '../2015-10-15',
  'annual@2015-11',
  'unstated@2018-10-20',
];
// Below 1e-6 `plainNumber` keeps fewer than twelve digits; no indicator is that small.
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
  .map((n) => (Math.abs(n) < 1e-6 ? 0 : significant(n)));
const text = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('=1+1', "'=1", '@x', '-5', 'a,"b"\r\nc', ' | ', "''@", '+', 'é\u202f'),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const code = fc.stringMatching(/^[a-zA-Z_][a-z0-9=;@-]{0,12}$/);

const stated = fc.record({
  qualifier: fc.constantFrom(...QUALIFIERS),
  value: maybe(number),
  low: maybe(number),
  high: maybe(number),
});
const gap = fc.record({
  code: fc.constantFrom(...GAPS),
  missing: fc.array(fc.constantFrom('HND', 'SLV', 'GTM')),
});

/** Any cell, whether or not a source could publish it. */
const anyCell: fc.Arbitrary<Cell> = fc
  .record({
    source: code,
    area: fc.constantFrom('HND', 'SLV', 'northern-triangle', 'XXX'),
    counterpart: code,
    breakdown: code,
    definition: code,
    period: fc.constantFrom(...PERIODS).map((p) => parsePeriod(p) as Period),
    periodStatus: fc.constantFrom(...PERIOD_STATUSES),
    figure: fc.oneof(
      stated.map((s) => ({ stated: s, gap: null })),
      gap.map((g) => ({ stated: null, gap: g })),
    ),
    lowInclusive: maybe(fc.boolean()),
    highInclusive: maybe(fc.boolean()),
    intervalKind: fc.constantFrom(...INTERVAL_KINDS),
    numerator: maybe(number),
    denominator: maybe(number),
    coverage: maybe(fc.record({ present: fc.nat(300), expected: fc.nat(300), weight: maybe(number) })),
    computed: maybe(fc.constantFrom(...COMPUTATIONS)),
    editions: fc.array(code),
    attributedTo: maybe(text),
    locator: maybe(text),
    printed: maybe(text),
    notes: fc.array(fc.record({ text: fc.record({ en: text, es: text }), mandatory: fc.boolean() })),
    made: fc.oneof(
      fc.constant({}),
      fc.constantFrom(...TRANSFORM_IDS).map((transform) => ({ transform })),
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(9), fc.nat(9)).map(([best, more, others]) => ({
        transform: 'rank' as const,
        rank: { best, worst: best + more, of: best + more + others },
      })),
    ),
  })
  .map(({ figure, made, ...rest }) => ({
    ...rest,
    ...figure,
    ...made,
    indicator: 'homicide-rate',
    basis: rest.period.basis,
  }));

/** Any comparison, in either language. */
export const anyComparison: fc.Arbitrary<Comparison> = fc
  .tuple(fc.array(anyCell, { maxLength: 12 }), fc.constantFrom(...LANGUAGES))
  .map(([cells, language]) => comparisonWith(cells, language));

/** Every basis has a text form in the list above. */
export const basesShown = new Set(PERIODS.map((p) => parsePeriod(p)?.basis));
export const basesKnown = new Set(BASES);
