/**
 * The canonical text of an observation: the rows of a committed release, and the input of its content hash.
 * Ends are written out (`Infinity` if open), so that the row contains exactly what is used in calculations.
 * An absent value is empty. Rows are sorted by natural key in code point order. Infinity, numbers and dates
 * are read back exactly, bit for bit.
 */
import { quote } from '../csv.ts';
import type { Observation } from './observation.ts';
import { floorOf, hedgeOf } from '../uncertainty/hedge.ts';

/** The columns that identify a series. */
const SERIES_COLUMNS = [
  'indicator',
  'source',
  'area',
  'counterpart',
  'breakdown',
  'definition',
  'basis',
] as const;
/** The columns that identify a row: two rows in force must not have the same. */
const KEY_COLUMNS = [...SERIES_COLUMNS, 'period_start', 'period_end'] as const;
type KeyColumn = (typeof KEY_COLUMNS)[number];

/**
 * Frozen: the content hash of every committed release is computed over these columns, in this order. Guarded
 * by tests/sources/releases.test.ts and tests/db/publish/publish.test.ts.
 */
export const CANONICAL_COLUMNS = [
  ...KEY_COLUMNS,
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

/** A row as texts; the empty text means an absent value. */
export type CanonicalRow = Readonly<Record<CanonicalColumn, string>>;

const text = (value: number | null): string => (value === null ? '' : String(value));

/**
 * An observation as a canonical row. A figure without ends of its own is a point, and its ends are left
 * empty.
 */
export function canonicalRow(o: Observation, signed: boolean): CanonicalRow {
  const { stated } = o;
  const isPoint = stated === null || (stated.low === null && stated.high === null);
  const hedge = isPoint ? null : hedgeOf(stated, floorOf(signed));
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
    qualifier: stated?.qualifier ?? 'exact',
    value: text(stated?.value ?? null),
    low: text(hedge?.low ?? null),
    high: text(hedge?.high ?? null),
    interval_kind: isPoint ? 'none' : o.intervalKind === 'none' ? 'stated' : o.intervalKind,
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
 * The key that identifies a row. A fiscal year is identified by the year in which it ends, whatever its days,
 * so a row with corrected days is the same row, revised (docs/rules.md#fiscal-years).
 */
export const rowKey = (row: Pick<CanonicalRow, KeyColumn>): string =>
  row.basis === 'us-fiscal-year'
    ? [...SERIES_COLUMNS.map((column) => row[column]), row.period_end.slice(0, 4)].join('\u0000')
    : KEY_COLUMNS.map((column) => row[column]).join('\u0000');

/** Order by natural key, in code points; the same order as Postgres gives with collation "C". */
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
