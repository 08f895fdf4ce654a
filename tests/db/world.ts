/**
 * Random worlds for the engine: synthetic, with names that say so. All numbers are integers, so that sums do
 * not depend on the order of rows and answers can be compared to the last digit. It is long because the parts
 * of a world refer to one another.
 */
import fc from 'fast-check';
import { BREAK_KINDS, type Break } from '#stats/model/break.ts';
import type { Area, Catalogue, Indicator, Member, Tabulated } from '#stats/model/catalogue.ts';
import type { Stated } from '#stats/uncertainty/hedge.ts';
import type { Observation, SeriesKey } from '#stats/model/observation.ts';
import type { Basis, Period } from '#stats/time/period.ts';
import { calendarYear, fiscalYear, parsePeriod } from '#stats/time/period.ts';
import { significant } from '#stats/number.ts';
import { monthsOf } from '#stats/time/months.ts';

export interface World {
  readonly catalogue: Catalogue;
  readonly observations: readonly Observation[];
}

const text = (name: string) => ({ en: `Synthetic ${name}`, es: `${name} sintético` });
export const COUNTRIES = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'];
export const CITIES = ['AACIT', 'BBCIT'];
/** The last is an undated list, like the income groups. */
export const GROUPS = ['group-one', 'group-two', 'group-three', 'wb-synthetic'];
const PARTS = ['part=a', 'part=b'];
const DAYS = ['2001-01-01', '2002-01-01', '2002-07-01', '2003-01-01', '2004-01-01'];

/** A fiscal year and a calendar year, complete, and some months on either side. */
const MONTHS = monthsOf({ basis: 'interval', start: '2001-10-01', end: '2003-03-31' }).flatMap(
  (month) => parsePeriod(month) ?? [],
);

const QUARTERS = [2001, 2002, 2003].flatMap((year) =>
  [1, 2, 3, 4].flatMap((part) => parsePeriod(`${year}-Q${part}`) ?? []),
);

const PERIODS: readonly Period[] = [
  ...[2001, 2002, 2003].map(calendarYear),
  fiscalYear(2003),
  { basis: 'cumulative', start: null, end: '2003-05-01' },
  { basis: 'since', start: '2002-03-01', end: null },
  { basis: 'interval', start: '2001-11-01', end: '2002-03-31' },
  fiscalYear(2002),
  ...MONTHS,
  ...QUARTERS,
];

const indicator = (id: string, measure: Indicator['measure'], more: Partial<Indicator> = {}): Indicator => ({
  id,
  measure,
  title: text(id),
  definition: text(id),
  unit: { code: 'x', label: text('unit') },
  decimals: 1,
  areaRole: text('area'),
  counted: 'events',
  additive: 'flow',
  signed: false,
  bases: ['calendar-year', 'us-fiscal-year', 'cumulative', 'since', 'interval'],
  sources: ['synthetic-one', 'synthetic-two'],
  definitions: [{ code: 'main', name: text('definition'), text: text('definition') }],
  parts: [],
  notes: [],
  ...more,
});

const indicators = (denominator: 'shared' | 'split'): Indicator[] => {
  const parts = [{ scheme: 'both', axis: 'breakdown' as const, codes: PARTS, denominator }];
  return [
    indicator('population', 'count', {
      sources: ['synthetic-people', 'synthetic-census'],
      bases: ['calendar-year'],
      additive: 'stock',
    }),
    indicator('synthetic-rate', 'rate', {
      per: 1000,
      parts,
      weight: { indicator: 'population', source: 'synthetic-people' },
    }),
    indicator('synthetic-rate-unweighted', 'rate', { per: 1000 }),
    indicator('synthetic-count', 'count', { parts: [{ scheme: 'both', axis: 'breakdown', codes: PARTS }] }),
    indicator('synthetic-estimate', 'estimate'),
    indicator('synthetic-price', 'estimate', { additive: 'none' }),
    indicator('synthetic-change', 'estimate', { signed: true }),
    indicator('synthetic-share', 'share', { parts }),
    indicator('synthetic-months', 'count', {
      bases: ['us-fiscal-year', 'month', 'interval'],
      parts: [{ scheme: 'both', axis: 'breakdown', codes: PARTS }],
    }),
    indicator('synthetic-month-share', 'share', { bases: ['month'], parts }),
    indicator('synthetic-month-stock', 'count', { bases: ['month', 'interval'], additive: 'stock' }),
    indicator('synthetic-quarters', 'count', { bases: ['quarter', 'calendar-year'], signed: true }),
    indicator('synthetic-level', 'level', {
      additive: 'none',
      weight: { indicator: 'population', source: 'synthetic-people' },
      parts: [{ scheme: 'both', axis: 'breakdown', codes: PARTS }],
    }),
    indicator('synthetic-level-alone', 'level', { additive: 'none', signed: true }),
  ];
};

/** Months of a source that omits zeros, and of one that does not. */
const tabulations: fc.Arbitrary<readonly Tabulated[]> = fc
  .tuple(
    fc.constantFrom('2001-01', '2001-10', '2002-03'),
    fc.constantFrom('2002-06', '2003-03', '2003-12'),
    fc.constantFrom(0, 10),
  )
  .map(([from, to, rounding]) =>
    ['synthetic-months', 'synthetic-month-share', 'synthetic-month-stock'].flatMap((id) => [
      {
        indicator: id,
        source: 'synthetic-one',
        basis: 'month',
        from,
        to,
        absent: 'zero',
        provisional: false,
        ...(rounding > 0 && id === 'synthetic-months' ? { rounding } : {}),
      },
      {
        indicator: id,
        source: 'synthetic-two',
        basis: 'month',
        from: '2001-10',
        to: '2003-03',
        absent: 'not-published',
        provisional: from === '2001-10',
      },
    ]),
  );

const source = (id: string): Catalogue['sources'][number] =>
  ({
    id,
    kind: 'primary',
    form: 'series',
    title: text(id),
    shortTitle: text(id),
    publisher: 'Nobody: synthetic',
    published: '2026',
    licence: { name: 'none', url: 'https://example.org' },
  }) as unknown as Catalogue['sources'][number];
const SOURCES = ['synthetic-people', 'synthetic-census', 'synthetic-one', 'synthetic-two'];

const area = (code: string, kind: Area['kind'], more: Partial<Area> = {}): Area => ({
  code,
  kind,
  name: text(code),
  ...more,
});

/** Members with at most one span each, so that no member is counted twice by mistake. */
const members: fc.Arbitrary<Member[]> = fc.subarray(COUNTRIES, { minLength: 1 }).chain((codes) =>
  fc.tuple(
    ...codes.map((code) =>
      fc
        .tuple(
          fc.option(fc.constantFrom(...DAYS), { freq: 2 }),
          fc.option(fc.constantFrom(...DAYS), { freq: 2 }),
        )
        .map(([from, to]): Member => ({
          area: code,
          ...(from ? { from } : {}),
          ...(to && (!from || from < to) ? { to } : {}),
        })),
    ),
  ),
);

const undated: fc.Arbitrary<Member[]> = fc
  .subarray(COUNTRIES, { minLength: 1 })
  .map((codes) => codes.map((code) => ({ area: code })));

/** What was declared to change or to be in doubt, of indicators of every measure. */
const breaks: fc.Arbitrary<readonly Break[]> = fc
  .array(
    fc.record({
      indicator: fc.constantFrom('synthetic-rate', 'synthetic-count', 'synthetic-months', 'synthetic-share'),
      area: fc.option(fc.constantFrom(...COUNTRIES)),
      source: fc.option(fc.constantFrom('synthetic-one', 'synthetic-two'), { freq: 1 }),
      basis: fc.option(fc.constantFrom('calendar-year' as const, 'month' as const), { freq: 1 }),
      kind: fc.constantFrom(...BREAK_KINDS),
      at: fc.constantFrom('2002-07-01', '2003-01-01'),
      until: fc.option(fc.constantFrom('2003-06-30'), { freq: 2 }),
    }),
    { minLength: 3, maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ area: of, source: from, basis, until, ...rest }, i): Break => ({
      id: `break-${i}`,
      name: text(`break ${i}`),
      text: text(`break ${i}`),
      cited: { text: text('report') },
      ...rest,
      ...(of && { area: of }),
      ...(from && { source: from }),
      ...(basis && { basis }),
      ...(until && { until }),
    })),
  );

const catalogue: fc.Arbitrary<Catalogue> = fc
  .record({
    breaks,
    groups: fc.tuple(members, members, members, undated),
    denominator: fc.constantFrom('shared' as const, 'split' as const),
    tabulations,
  })
  .map(({ groups, denominator, tabulations: published, breaks: declared }) => ({
    tabulations: published,
    breaks: declared,
    indicators: indicators(denominator),
    areas: [
      ...COUNTRIES.map((code) => area(code, 'country')),
      area('AACIT', 'city', { within: 'AAA' }),
      area('BBCIT', 'city', { within: 'BBB' }),
      ...groups.map((all, i) => area(GROUPS[i] ?? '', 'group', { members: all })),
      area('_T', 'all'),
      area('_Z', 'none'),
    ],
    dimensions: [
      { id: 'part', name: text('part'), codes: ['a', 'b'].map((code) => ({ code, name: text(code) })) },
    ],
    sources: SOURCES.map(source),
    editions: SOURCES.map((id) => ({
      id: `${id}@1`,
      source: id,
      vintage: '1',
      accessed: '2026-11-22',
      sha256: id.length.toString(16).padStart(64, 'abc'),
    })),
  }));

const whole = fc.integer({ min: 1, max: 5000 });
const stated = (signed: boolean): fc.Arbitrary<Stated> => {
  const of = (
    qualifier: Stated['qualifier'],
    value: number | null,
    low: number | null,
    high: number | null,
  ): Stated => ({ qualifier, value, low, high });
  return fc.tuple(fc.integer({ min: 0, max: 11 }), whole, whole).map(([kind, a, b]) => {
    const n = signed ? a - 2500 : a;
    if (kind <= 3) return of('exact', n, null, null);
    if (kind === 4) return of('about', n, null, null);
    if (kind === 5) return of('range', null, n, n + b);
    if (kind === 6) return of('exact', n, n - Math.min(n, b) * Number(!signed), n + b);
    if (kind <= 8)
      return of((['more-than', 'at-least', 'just-over'] as const)[b % 3] ?? 'at-least', null, n, null);
    return of((['less-than', 'at-most', 'nearly'] as const)[b % 3] ?? 'at-most', null, null, n);
  });
};

/** Most months have a figure; otherwise there would rarely be a year. */
const ofAMonth = (draw: Draw): Draw => ({
  ...draw,
  here: draw.here || draw.gap > 3,
  gap: draw.gap < 2 && draw.parts[0] > 8 ? 2 : draw.gap,
  parts: [draw.parts[0], draw.parts[1], draw.parts[2] || draw.gap > 0],
});

const PEOPLE: Stated = { qualifier: 'exact', value: 1234, low: null, high: null };

interface Draw {
  readonly stated: Stated;
  readonly kind: 'stated' | 'confidence-95';
  readonly gap: number;
  readonly parts: readonly [number, number, boolean];
  readonly here: boolean;
}
const draw = (signed: boolean): fc.Arbitrary<Draw> =>
  fc.record({
    stated: stated(signed),
    kind: fc.constantFrom('stated' as const, 'stated' as const, 'stated' as const, 'confidence-95' as const),
    gap: fc.integer({ min: 0, max: 19 }),
    parts: fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(40, 40, 40, 80, 41),
      fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
    ),
    here: fc.integer({ min: 0, max: 9 }).map((n) => n > 1),
  });

function observe(key: SeriesKey, period: Period, measure: Indicator['measure'], draw: Draw): Observation {
  const hasParts =
    (measure === 'share' && draw.parts[2]) || (measure === 'rate' && draw.parts[2] && draw.gap % 2 === 0);
  const [numerator, denominator] = draw.parts;
  const share: Stated = {
    qualifier: draw.stated.qualifier === 'about' ? 'about' : 'exact',
    value: significant(numerator / denominator),
    low: null,
    high: null,
  };
  const said = measure === 'share' ? share : draw.stated;
  const gap = draw.gap === 0 ? 'not-published' : draw.gap === 1 ? 'suppressed' : null;
  const kept =
    gap === null
      ? said
      : gap === 'suppressed' && measure !== 'share'
        ? { qualifier: 'range' as const, value: null, low: 1, high: 9 }
        : null;
  const point = kept === null || (kept.value !== null && kept.low === null);
  return {
    ...key,
    period,
    periodStatus: draw.gap > 15 ? 'assumed' : 'stated',
    ofBasis: null,
    edition: `${key.source}@1`,
    stated: kept,
    intervalKind: point ? 'none' : gap ? 'suppression' : draw.kind,
    numerator: hasParts && !gap ? numerator : null,
    denominator: hasParts && !gap ? denominator : null,
    gap,
    attributedTo: null,
    locator: 'synthetic',
    printed: null,
    note: draw.gap > 17 ? { text: text(`note ${draw.gap}`), mandatory: true } : null,
  };
}

/** Every cell that a world may have; each is present or not at random. */
function keysOf({
  indicators: all,
  areas,
}: Catalogue): { key: SeriesKey; period: Period; indicator: Indicator }[] {
  const places = areas.filter((area) => !['all', 'none'].includes(area.kind)).map((area) => area.code);
  return all.flatMap((indicator) => {
    const flows = ['synthetic-count', 'synthetic-share'].includes(indicator.id);
    const monthly = indicator.bases.includes('month');
    const origins = flows ? ['AAA', 'BBB', '_T'] : monthly ? ['AAA', 'BBB'] : ['_Z'];
    const breakdowns = indicator.parts.length > 0 ? ['_T', ...PARTS] : ['_T'];
    const periods = PERIODS.filter((period) => indicator.bases.includes(period.basis)).filter(
      (_, i) => !flows || i < 4,
    );
    // Many months make many rows, so only three countries, a city and a group have them.
    const whose = monthly ? places.filter((code) => /^(AAA|BBB|CCC|AACIT|group-one)$/.test(code)) : places;
    return whose.flatMap((place) =>
      origins.flatMap((counterpart) =>
        breakdowns.flatMap((breakdown) =>
          indicator.sources.flatMap((from) =>
            periods.map((period) => {
              const basis: Basis = period.basis;
              return {
                indicator: indicator,
                period,
                key: {
                  indicator: indicator.id,
                  source: from,
                  area: place,
                  counterpart,
                  breakdown,
                  definition: 'main',
                  basis,
                },
              };
            }),
          ),
        ),
      ),
    );
  });
}

export const world: fc.Arbitrary<World> = catalogue.chain((catalogue) =>
  fc.infiniteStream(fc.tuple(draw(false), draw(true))).map((stream): World => {
    const observations = keysOf(catalogue).flatMap(({ key, period, indicator: of }) => {
      const [plain, signed] = stream.next().value as [Draw, Draw];
      const drawn = of.signed ? signed : key.basis === 'month' ? ofAMonth(plain) : plain;
      // Most areas have a plain population; otherwise rates could rarely be weighted.
      const chosen =
        of.id === 'population' && drawn.gap > 1
          ? { ...drawn, here: true, stated: { ...PEOPLE, value: 100 * drawn.parts[1] + drawn.parts[0] } }
          : drawn;
      return chosen.here ? [observe(key, period, of.measure, chosen)] : [];
    });
    // A counterexample is identified by its seed and its query: a world has thousands of rows.
    return Object.defineProperty({ catalogue: catalogue, observations }, fc.toStringMethod, {
      value: () => 'a synthetic world',
    });
  }),
);
