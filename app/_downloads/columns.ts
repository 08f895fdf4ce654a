/**
 * CSV version 1: the columns of a download in their order, what each means, and how it is written and read.
 * Columns are only ever appended.
 */
import type { Gap, GapCode } from '#stats/model/gap.ts';
import { COLUMN_WORDS } from '#app/_words/columns.ts';
import type { Text } from '#stats/language.ts';
import { plainNumber } from '#stats/number.ts';
import { guard, unguard } from './csv-text.ts';
import type { MemberCodes, DownloadRow } from './row.ts';

/** A row of a CSV file: its notes are a single text, in the file's language. */
export type CsvRow = Omit<DownloadRow, 'note'> & { readonly note: string };

export type ColumnType = 'text' | 'number' | 'integer' | 'boolean' | 'date';

/** How a value is written in a cell of the file; `parse` undoes `format`. */
interface Form<V> {
  /** For formats that have types. A list, a gap and the like are texts there, as they are here. */
  readonly type: ColumnType;
  format(value: V): string;
  parse(text: string): V;
}

export interface DownloadColumn<V> extends Form<V> {
  readonly meaning: Text;
}

const text = <V extends string>(): Form<V> => ({
  type: 'text',
  format: guard,
  parse: (cell) => unguard(cell) as V,
});
const date: Form<string> = { ...text(), type: 'date' };

/** A value that may be missing: an empty cell. */
const or = <V>({ type, format, parse }: Form<V>): Form<V | null> => ({
  type,
  format: (value) => (value === null ? '' : format(value)),
  parse: (cell) => (cell === '' ? null : parse(cell)),
});

const number: Form<number> = {
  type: 'number',
  format: plainNumber,
  parse: Number,
};
const integer: Form<number> = { ...number, type: 'integer' };
const boolean: Form<boolean> = { type: 'boolean', format: String, parse: (cell) => cell === 'true' };
const list: Form<readonly string[]> = {
  type: 'text',
  format: (values) => guard(values.join('~')),
  parse: (cell) => (cell === '' ? [] : unguard(cell).split('~')),
};

/** The code of a gap, and after a colon the codes it concerns. @example 'members-missing:GTM~SLV' */
const gap: Form<Gap> = {
  type: 'text',
  format: ({ code, missing }) => (missing.length > 0 ? `${code}:${missing.join('~')}` : code),
  parse: (cell) => {
    const [code = '', missing] = cell.split(':');
    return { code: code as GapCode, missing: missing ? missing.split('~') : [] };
  },
};

/** `2 of 3`: with a slash between them, a spreadsheet would read a date. */
const members: Form<MemberCodes> = {
  type: 'text',
  format: ({ present, expected }) => `${present} of ${expected}`,
  parse: (cell) => {
    const [present = NaN, expected = NaN] = cell.split(' of ').map(Number);
    return { present, expected };
  },
};

const define = <V>(name: keyof CsvRow, form: Form<V>): DownloadColumn<V> => ({
  ...form,
  meaning: COLUMN_WORDS[name],
});

// Frozen: new columns are only appended at the end (docs/rules.md#csv-columns-are-frozen). Checked by
// tests/app/_downloads/columns.test.ts.
export const DOWNLOAD_COLUMNS: { readonly [Name in keyof CsvRow]: DownloadColumn<CsvRow[Name]> } = {
  Entity: define('Entity', text()),
  Code: define('Code', text()),
  Year: define('Year', or(integer)),
  indicator: define('indicator', text()),
  measure: define('measure', text()),
  unit: define('unit', text()),
  counterpart: define('counterpart', text()),
  breakdown: define('breakdown', text()),
  definition: define('definition', text()),
  period: define('period', text()),
  period_start: define('period_start', or(date)),
  period_end: define('period_end', or(date)),
  basis: define('basis', text()),
  value: define('value', or(number)),
  low: define('low', or(number)),
  high: define('high', or(number)),
  low_inclusive: define('low_inclusive', or(boolean)),
  high_inclusive: define('high_inclusive', or(boolean)),
  qualifier: define('qualifier', or(text())),
  interval_kind: define('interval_kind', text()),
  numerator: define('numerator', or(number)),
  denominator: define('denominator', or(number)),
  gap: define('gap', or(gap)),
  coverage_members: define('coverage_members', or(members)),
  coverage_weight: define('coverage_weight', or(number)),
  computed: define('computed', or(text())),
  source: define('source', text()),
  edition: define('edition', list),
  locator: define('locator', or(text())),
  attributed_to: define('attributed_to', or(text())),
  printed: define('printed', or(text())),
  note: define('note', text()),
  status: define('status', text()),
  release: define('release', text()),
  transform: define('transform', or(text())),
  rank_low: define('rank_low', or(integer)),
  rank_high: define('rank_high', or(integer)),
  rank_of: define('rank_of', or(integer)),
  last_on_file: define('last_on_file', or(text())),
  compiled_by: define('compiled_by', or(text())),
  coverage_weight_bound: define('coverage_weight_bound', or(text())),
};

/** The names in the order of the file. */
export const COLUMN_NAMES = Object.keys(DOWNLOAD_COLUMNS) as readonly (keyof CsvRow)[];
