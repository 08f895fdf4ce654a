/**
 * The canonical text of an observation: the row of a committed release, and what a release's content hash is
 * taken over. Ends are written out (`Infinity` where open), so that a row says exactly what arithmetic will
 * see; an absent value is empty; rows are sorted by natural key in code point order.
 * Infinity, numbers and dates read back to the same bits.
 */
import { quote } from '../csv.ts';
import type { Observation } from './observation.ts';
import { floorOf, hedgeOf } from '../uncertainty/hedge.ts';

/**
 * Frozen: the content hash of every committed release is taken over these columns, in this order. Guarded by
 * tests/sources/releases.test.ts and tests/db/publish/publish.test.ts.
 */
export const CANONICAL_COLUMNS = [
  'indicator',
  'source',
  'area',
  'counterpart',
  'breakdown',
  'definition',
  'basis',
  'period_start',
  'period_end',
  'of_basis',
  'period_status',
  'qualifier',
  'value',
  'low',
  'high',
  'interval_kind',
  'numerator',
  'denominator',
  'gap',
  'edition',
  'attributed_to',
  'locator',
  'printed',
  'note_en',
  'note_es',
  'note_mandatory',
] as const;
export type CanonicalColumn = (typeof CANONICAL_COLUMNS)[number];

/** A row as texts; the empty text is an absent value. */
export type CanonicalRow = Readonly<Record<CanonicalColumn, string>>;

/** The columns that name a row: two rows in force may not share them. */
const SERIES_COLUMNS = [
  'indicator',
  'source',
  'area',
  'counterpart',
  'breakdown',
  'definition',
  'basis',
] as const satisfies readonly CanonicalColumn[];
const KEY_COLUMNS = [...SERIES_COLUMNS, 'period_start', 'period_end'] as const;
type KeyColumn = (typeof KEY_COLUMNS)[number];

const text = (value: number | null): string => (value === null ? '' : String(value));

/** An observation as a canonical row. Only a figure without ends of its own is a point and stores none. */
export function canonicalRow(o: Observation, signed: boolean): CanonicalRow {
  const point =
    o.stated === null || (o.stated.value !== null && o.stated.low === null && o.stated.high === null);
  const hedge = o.stated === null ? null : hedgeOf(o.stated, floorOf(signed));
  return {
    indicator: o.indicator,
    source: o.source,
    area: o.area,
    counterpart: o.counterpart,
    breakdown: o.breakdown,
    definition: o.definition,
    basis: o.basis,
    period_start: o.period.start ?? '-infinity',
    period_end: o.period.end ?? 'infinity',
    of_basis: o.ofBasis ?? '',
    period_status: o.periodStatus,
    qualifier: o.stated?.qualifier ?? 'exact',
    value: text(o.stated?.value ?? null),
    low: point ? '' : text(hedge?.low ?? null),
    high: point ? '' : text(hedge?.high ?? null),
    interval_kind: point ? 'none' : o.intervalKind === 'none' ? 'stated' : o.intervalKind,
    numerator: text(o.numerator),
    denominator: text(o.denominator),
    gap: o.gap ?? '',
    edition: o.edition,
    attributed_to: o.attributedTo ?? '',
    locator: o.locator ?? '',
    printed: o.printed ?? '',
    note_en: o.note?.text.en ?? '',
    note_es: o.note?.text.es ?? '',
    note_mandatory: o.note ? String(o.note.mandatory) : '',
  };
}

/**
 * The name of a row. A fiscal year is named by the year in which it ends, whatever its days: a row whose days were
 * corrected is the same row, revised (docs/rules.md#fiscal-years).
 */
export const rowKey = (row: Pick<CanonicalRow, KeyColumn>): string =>
  row.basis === 'us-fiscal-year'
    ? [...SERIES_COLUMNS.map((column) => row[column]), row.period_end.slice(0, 4)].join('\u0000')
    : KEY_COLUMNS.map((column) => row[column]).join('\u0000');

/** Order by natural key, in code points; the same as Postgres gives with collation "C". */
export function compareCanonicalRows(a: CanonicalRow, b: CanonicalRow): number {
  for (const column of KEY_COLUMNS) {
    if (a[column] !== b[column]) return a[column] < b[column] ? -1 : 1;
  }
  return 0;
}

/** One line of canonical CSV, with its line feed. */
export const canonicalLine = (row: CanonicalRow): string =>
  CANONICAL_COLUMNS.map((column) => quote(row[column])).join(',') + '\n';

export const CANONICAL_HEADER = `${CANONICAL_COLUMNS.join(',')}\n`;
