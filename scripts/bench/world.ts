// Synthetic data for the benchmark, labelled so in every name: countries, flows and courts that do not exist.
// What the questions touch is the same at every size; the rest is other indicators that fill the same tables.

import type { CanonicalRow } from '#stats/model/canonical-row.ts';
import type { Area, Catalogue, Indicator, Source } from '#stats/model/catalogue.ts';
import { calendarYear, parsePeriod, type Period } from '#stats/time/period.ts';
import { monthsOf } from '#stats/time/months.ts';

/** The one release of a benchmark's database. */
export const VERSION = '9.0.0';
/** Members of the group that each question combines. */
export const GROUP_MEMBERS = { rate: 7, count: 106, share: 15, months: 9, forty: 40, all: 400 } as const;
const YEARS = { rate: 30, count: 10, share: 20, months: 11, deep: 15, fill: 30 } as const;
const ORIGINS = { count: 15, share: 200, months: 15, deep: 100 } as const;
const FIRST_YEAR = 1990;
const COUNTRIES = 400;
/** A world without rows beside those that the questions of one page ask for. */
export const SMALL = 0;
const SOURCE = 'synthetic-source';
const EDITION = `${SOURCE}@2026-11-22`;

const text = (name: string) => ({ en: `Synthetic ${name}`, es: `${name} (dato sintético)` });
const country = (n: number): string => `S${String(n).padStart(3, '0')}`;
/** Where people come from; in no group, so that only areas are ever added up. */
const nation = (n: number): string => `N${String(n).padStart(3, '0')}`;

const area = (code: string, kind: Area['kind'], members?: number): Area => ({
  code,
  kind,
  name: text(code),
  ...(members && { members: Array.from({ length: members }, (_, i) => ({ area: country(i + 1) })) }),
});

const indicator = (id: string, measure: Indicator['measure'], more: Partial<Indicator> = {}): Indicator => ({
  id,
  measure,
  title: text(id),
  definition: text(id),
  unit: { code: 'synthetic unit', label: text('unit') },
  decimals: 1,
  areaRole: text('area'),
  counterpartRole: text('origin'),
  counted: 'events',
  additive: 'flow',
  signed: false,
  bases: ['calendar-year'],
  sources: [SOURCE],
  definitions: [{ code: 'main', name: text('definition'), text: text('definition') }],
  parts: [],
  notes: [],
  ...more,
});

const source: Source = {
  id: SOURCE,
  kind: 'primary',
  form: 'series',
  title: text('source'),
  shortTitle: text('source'),
  publisher: 'Nobody: synthetic',
  published: '2026',
  licence: { name: 'none: synthetic' },
  redistribute: 'no',
  redistributeReason: 'synthetic',
};

const fillers = (rows: number): Indicator[] =>
  Array.from({ length: Math.ceil(rows / (COUNTRIES * ORIGINS.count * YEARS.fill)) }, (_, i) =>
    (['count', 'rate', 'share'] as const).map((measure) =>
      indicator(`synthetic-fill-${measure}-${i + 1}`, measure, measure === 'rate' ? { per: 100_000 } : {}),
    ),
  ).flat();

/** Rows of one origin of the two indicators that are added up over forty and over four hundred areas. */
const DEEP_ROWS = (GROUP_MEMBERS.forty + GROUP_MEMBERS.all) * YEARS.deep * 12;

/** How many origins they have in a world of that many rows more; none where there is no room. */
const deepOrigins = (fill: number): number => Math.min(ORIGINS.deep, Math.floor(fill / DEEP_ROWS / 1.1));

/** Rows that go into the sums of the two deep questions, over forty and over four hundred areas. */
export const deepRows = (rows: number): readonly [number, number] => {
  const each = deepOrigins(Math.max(0, rows - OWN_ROWS)) * YEARS.deep * 12;
  return [each * GROUP_MEMBERS.forty, each * GROUP_MEMBERS.all];
};

/** What is left of the rows for indicators that nobody asks for. */
const fillRows = (fill: number): number => fill - deepOrigins(fill) * DEEP_ROWS;

/** The catalogue of a world with about `fill` rows that no question touches. */
export function catalogueOf(fill: number): Catalogue {
  return {
    indicators: [
      indicator('synthetic-population', 'count', { additive: 'stock' }),
      indicator('synthetic-rate', 'rate', {
        per: 100_000,
        weight: { indicator: 'synthetic-population', source: SOURCE },
      }),
      indicator('synthetic-count', 'count'),
      indicator('synthetic-share', 'share'),
      indicator('synthetic-months', 'count', { bases: ['month'] }),
      ...(deepOrigins(fill) > 0
        ? ['synthetic-deep-forty', 'synthetic-deep-all'].map((id) =>
            indicator(id, 'count', { bases: ['month'] }),
          )
        : []),
      ...fillers(fillRows(fill)),
    ],
    areas: [
      area('_T', 'all'),
      area('_Z', 'none'),
      ...Array.from({ length: COUNTRIES }, (_, i) => area(country(i + 1), 'country')),
      ...Array.from({ length: ORIGINS.share }, (_, i) => area(nation(i + 1), 'country')),
      ...Object.entries(GROUP_MEMBERS).map(([measure, members]) =>
        area(`group-${measure}`, 'group', members),
      ),
    ],
    dimensions: [],
    sources: [source],
    editions: [
      { id: EDITION, source: SOURCE, vintage: '2026-11-22', accessed: '2026-11-22', sha256: '0'.repeat(64) },
    ],
  };
}

/** Numbers that look like data and are the same in every run. */
function* noise(): Generator<number, never> {
  for (let state = 20261122; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

interface Block {
  readonly indicator: string;
  readonly measure: 'rate' | 'count' | 'share';
  readonly areas: number;
  /** 0: the indicator has no second area. */
  readonly origins: number;
  readonly years: number;
  /** Each year in twelve rows. */
  readonly monthly?: boolean;
}

function blocksOf(fill: number): Block[] {
  const rest = fillers(fillRows(fill));
  const each = Math.ceil(fillRows(fill) / Math.max(1, rest.length));
  return [
    { indicator: 'synthetic-population', measure: 'count', areas: 200, origins: 0, years: YEARS.rate },
    { indicator: 'synthetic-rate', measure: 'rate', areas: 200, origins: 0, years: YEARS.rate },
    {
      indicator: 'synthetic-count',
      measure: 'count',
      areas: GROUP_MEMBERS.count,
      origins: ORIGINS.count,
      years: YEARS.count,
    },
    {
      indicator: 'synthetic-share',
      measure: 'share',
      areas: GROUP_MEMBERS.share,
      origins: ORIGINS.share,
      years: YEARS.share,
    },
    {
      indicator: 'synthetic-months',
      measure: 'count',
      areas: GROUP_MEMBERS.months,
      origins: ORIGINS.months,
      years: YEARS.months,
      monthly: true,
    },
    ...(['forty', 'all'] as const)
      .filter(() => deepOrigins(fill) > 0)
      .map((name) => ({
        indicator: `synthetic-deep-${name}`,
        measure: 'count' as const,
        areas: GROUP_MEMBERS[name],
        origins: deepOrigins(fill),
        years: YEARS.deep,
        monthly: true,
      })),
    ...rest.map(({ id, measure }) => ({
      indicator: id,
      measure: measure as Block['measure'],
      areas: Math.max(1, Math.min(COUNTRIES, Math.round(each / YEARS.fill))),
      origins: Math.floor(each / YEARS.fill / COUNTRIES),
      years: YEARS.fill,
    })),
  ];
}

/** How many rows the questions' own indicators have, so that a size can be reached. */
export const OWN_ROWS = blocksOf(0).reduce(
  (sum, block) => sum + block.areas * Math.max(1, block.origins) * block.years * (block.monthly ? 12 : 1),
  0,
);

/** The rows of a world with about `fill` rows that no question touches. */
export function* worldRows(fill: number): Generator<CanonicalRow> {
  const random = noise();
  for (const { indicator: id, measure, areas, origins, years, monthly } of blocksOf(fill)) {
    const periods = periodsOf(years, monthly ?? false);
    for (let a = 1; a <= areas; a += 1) {
      for (let o = origins > 0 ? 1 : 0; o <= origins; o += 1) {
        for (const period of periods) {
          const draw = random.next().value;
          const denominator = measure === 'share' ? 1 + Math.floor(draw * 500) : 0;
          const numerator = Math.floor(denominator * random.next().value);
          const value =
            measure === 'share'
              ? numerator / denominator
              : measure === 'rate'
                ? Math.round(draw * 600) / 10
                : 1 + Math.floor(draw * 100_000);
          yield row(id, country(a), o === 0 ? '_Z' : nation(o), period, value, numerator, denominator);
        }
      }
    }
  }
}

const periodsOf = (years: number, monthly: boolean): Period[] =>
  Array.from({ length: years }, (_, i) => calendarYear(FIRST_YEAR + i)).flatMap((year) =>
    monthly ? monthsOf(year).flatMap((month) => parsePeriod(month) ?? []) : [year],
  );

function row(
  id: string,
  place: string,
  origin: string,
  { basis, start, end }: Period,
  value: number,
  numerator: number,
  denominator: number,
): CanonicalRow {
  return {
    indicator: id,
    source: SOURCE,
    area: place,
    counterpart: origin,
    breakdown: '_T',
    definition: 'main',
    basis,
    period_start: start ?? '',
    period_end: end ?? '',
    of_basis: '',
    period_status: 'stated',
    qualifier: 'exact',
    value: String(value),
    low: '',
    high: '',
    interval_kind: 'none',
    numerator: denominator > 0 ? String(numerator) : '',
    denominator: denominator > 0 ? String(denominator) : '',
    gap: '',
    edition: EDITION,
    attributed_to: '',
    locator: '',
    printed: '',
    note_en: '',
    note_es: '',
    note_mandatory: '',
  };
}
