// Synthetic data for the benchmark, labelled so in every name: countries, flows and courts that do not exist.
// What the questions touch is the same at every size; the rest is other indicators that fill the same tables.

import type { CanonicalRow } from '#stats/canonical.ts';
import type { Area, Catalogue, Indicator, Source } from '#stats/catalogue.ts';
import { calendarYear } from '#stats/period.ts';

/** The one release of a benchmark's database. */
export const VERSION = '9.0.0';
/** Members of the group that each question combines. */
export const MEMBERS = { rate: 7, count: 106, share: 15 } as const;
const YEARS = { rate: 30, count: 10, share: 20, fill: 30 } as const;
const ORIGINS = { count: 15, share: 200 } as const;
const FIRST_YEAR = 1990;
const COUNTRIES = 400;
const SOURCE = 'synthetic-source';
const EDITION = `${SOURCE}@2026-11-22`;

const text = (name: string) => ({ en: `Synthetic ${name}`, es: `${name} (dato sintético)` });
const country = (n: number): string => `S${String(n).padStart(3, '0')}`;

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
      ...fillers(fill),
    ],
    areas: [
      area('_T', 'all'),
      area('_Z', 'none'),
      ...Array.from({ length: COUNTRIES }, (_, i) => area(country(i + 1), 'country')),
      ...Object.entries(MEMBERS).map(([measure, members]) => area(`group-${measure}`, 'group', members)),
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
}

function blocksOf(fill: number): Block[] {
  const each = Math.ceil(fill / Math.max(1, fillers(fill).length));
  return [
    { indicator: 'synthetic-population', measure: 'count', areas: 200, origins: 0, years: YEARS.rate },
    { indicator: 'synthetic-rate', measure: 'rate', areas: 200, origins: 0, years: YEARS.rate },
    {
      indicator: 'synthetic-count',
      measure: 'count',
      areas: MEMBERS.count,
      origins: ORIGINS.count,
      years: YEARS.count,
    },
    {
      indicator: 'synthetic-share',
      measure: 'share',
      areas: MEMBERS.share,
      origins: ORIGINS.share,
      years: YEARS.share,
    },
    ...fillers(fill).map(({ id, measure }) => ({
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
  (sum, one) => sum + one.areas * Math.max(1, one.origins) * one.years,
  0,
);

/** The rows of a world with about `fill` rows that no question touches. */
export function* rowsOf(fill: number): Generator<CanonicalRow> {
  const random = noise();
  for (const { indicator: id, measure, areas, origins, years } of blocksOf(fill)) {
    for (let a = 1; a <= areas; a += 1) {
      for (let o = origins > 0 ? 1 : 0; o <= origins; o += 1) {
        for (let year = FIRST_YEAR; year < FIRST_YEAR + years; year += 1) {
          const draw = random.next().value;
          const denominator = measure === 'share' ? 1 + Math.floor(draw * 500) : 0;
          const numerator = Math.floor(denominator * random.next().value);
          const value =
            measure === 'share'
              ? numerator / denominator
              : measure === 'rate'
                ? Math.round(draw * 600) / 10
                : 1 + Math.floor(draw * 100_000);
          yield row(id, country(a), o === 0 ? '_Z' : country(o), year, value, numerator, denominator);
        }
      }
    }
  }
}

function row(
  id: string,
  place: string,
  origin: string,
  year: number,
  value: number,
  numerator: number,
  denominator: number,
): CanonicalRow {
  const { start, end } = calendarYear(year);
  return {
    indicator: id,
    source: SOURCE,
    area: place,
    counterpart: origin,
    breakdown: '_T',
    definition: 'main',
    basis: 'calendar-year',
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
