/**
 * The columns of an answer, declared once. Every branch of a statement selects them (`selectList`), a rollup
 * stores those of a sum, and `row-encoding.ts` sends them. A branch that lacks one does not compile.
 */
import type { Note } from '../../../stats/model/catalogue.ts';
import type { GapCode } from '../../../stats/model/gap.ts';
import type { Basis, PeriodStatus } from '../../../stats/time/period.ts';
import type { SpanFound } from './span-found.ts';

/** A column with its SQL type and the type that the driver returns. */
interface Column<Value> {
  readonly sql: string;
  /** Never set: it only carries the type. */
  readonly value?: Value;
}
const column = <Value>(sql: string): Column<Value> => ({ sql });

/** A note as JSON. In a sum it has the keys of its members on the combined axes, as lists that belong together. */
export type NoteDocument = Note['text'] &
  Pick<Note, 'mandatory'> & {
    readonly [Axis in 'areas' | 'origins' | 'breakdowns']?: readonly number[];
  };

/**
 * The columns that identify the cell of a row. On a combined axis the number of the target, otherwise the key
 * of the code.
 */
const KEY_COLUMNS = {
  /** The key of the series as one text; see `groupKeySql`. */
  group_key: column<string>('text'),
  area: column<number>('int'),
  origin: column<number>('int'),
  breakdown: column<number>('int'),
  source_id: column<number>('int'),
  basis: column<Basis>('basis'),
  definition: column<string>('text'),
  period_start: column<string>('date'),
  period_end: column<string>('date'),
};

/** The content of a sum or of a published row. `rollup_rows` has columns of the same names. */
const SUM_COLUMNS_BY_NAME = {
  period_status: column<PeriodStatus>('period_status'),
  /** Qualifiers of the rows, one bit each (`hedge_bit`). */
  words: column<number>('int'),
  value: column<number | null>('float8'),
  low: column<number | null>('float8'),
  high: column<number | null>('float8'),
  /** Kinds of interval, one bit each (`kindBit`). */
  kinds: column<number>('int'),
  numerator: column<number | null>('float8'),
  denominator: column<number | null>('float8'),
  editions: column<number[]>('int[]'),
  notes: column<NoteDocument[] | null>('jsonb'),
  /** The number of rows that were combined. */
  count: column<number>('int'),
  /** The members present, if some are missing; null on an axis that is not combined. */
  areas: column<number[] | null>('int[]'),
  origins: column<number[] | null>('int[]'),
  breakdowns: column<number[] | null>('int[]'),
  /** Members without a population on file, whether or not they have a figure. */
  unweighted: column<number[] | null>('int[]'),
  weight: column<number | null>('float8'),
  /** The population of all members that have one on file. */
  weight_expected: column<number | null>('float8'),
  /** What was found in the months of the period; null if none were examined. */
  span: column<SpanFound | null>('jsonb'),
};

/** The columns that only a published row has. */
const PUBLISHED_COLUMNS = {
  gap: column<GapCode | null>('text'),
  attributed_to: column<string | null>('text'),
  locator: column<string | null>('text'),
  printed: column<string | null>('text'),
};

const COLUMNS = { ...KEY_COLUMNS, ...SUM_COLUMNS_BY_NAME, ...PUBLISHED_COLUMNS };

export type ResultColumn = keyof typeof COLUMNS;
export type SumColumn = keyof typeof SUM_COLUMNS_BY_NAME;
/** The type of a column's value as the driver returns it. */
export type ResultValue<Name extends ResultColumn> =
  (typeof COLUMNS)[Name] extends Column<infer Value> ? Value : never;

/** FROZEN with `rollup_rows`: a new column of a sum needs a migration. Guarded by tests/db/schema/schema.test.ts. */
const RESULT_COLUMNS = Object.keys(COLUMNS) as readonly ResultColumn[];
export const SUM_COLUMNS = Object.keys(SUM_COLUMNS_BY_NAME) as readonly SumColumn[];

/**
 * The select list of a branch. All branches share its order, because `union all` matches columns by position.
 * @example selectList({ ..., value: 'sum(f.value)', ... }) -> ..., sum(f.value) as value, ...
 */
export const selectList = (columns: Readonly<Record<ResultColumn, string>>): string =>
  RESULT_COLUMNS.map((name) => aliased(columns[name], name)).join(',\n  ');

/** An expression with an alias, unless its column already has that name. */
export const aliased = (expression: string, name: string): string =>
  new RegExp(`^[a-z_]+\\.${name}$`).test(expression) ? expression : `${expression} as ${name}`;

/**
 * Null columns, for a branch that has no values for them.
 * @example absent('weight') -> { weight: 'null::float8' }
 */
export const absent = <Name extends ResultColumn>(...names: readonly Name[]): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, `null::${COLUMNS[name].sql}`])) as Record<Name, string>;

/** Columns of a table under their own names. @example columnsOf('t', ['value']) -> { value: 't.value' } */
export const columnsOf = <Name extends ResultColumn>(
  alias: string,
  names: readonly Name[],
): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, `${alias}.${name}`])) as Record<Name, string>;

/** The columns that only published rows have, as nulls for a branch of sums. */
export const NOT_PUBLISHED = absent('gap', 'attributed_to', 'locator', 'printed');
