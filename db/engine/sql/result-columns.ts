/**
 * The columns of an answer, declared once: every branch of a statement selects them (`selectList`), a rollup stores
 * those of a sum, and `row-encoding.ts` sends them. A branch that lacks one does not compile.
 */
import type { Note } from '../../../stats/model/catalogue.ts';
import type { GapCode } from '../../../stats/model/gap.ts';
import type { Basis, PeriodStatus } from '../../../stats/time/period.ts';
import type { SpanFound } from './span-found.ts';

/** A column: its type in SQL, and as the driver hands it over. */
interface Column<Value> {
  readonly sql: string;
  /** Never there: it carries the type. */
  readonly value?: Value;
}
const column = <Value>(sql: string): Column<Value> => ({ sql });

/** A note as a document. */
export type NoteDocument = Note['text'] & Pick<Note, 'mandatory'>;

/** Which cell a row is: on a combined axis the number of the target, else the key of the code. */
const KEY_COLUMNS = {
  /** The key of the series in one text, see `groupKeySql`. */
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

/** What a sum, or a row as it was published, says. `rollup_rows` has a column of each name. */
const SUM_COLUMNS_BY_NAME = {
  period_status: column<PeriodStatus>('period_status'),
  /** Hedge words of the rows, a bit each (`hedge_bit`). */
  words: column<number>('int'),
  value: column<number | null>('float8'),
  low: column<number | null>('float8'),
  high: column<number | null>('float8'),
  /** Kinds of interval, a bit each (`kindBit`). */
  kinds: column<number>('int'),
  numerator: column<number | null>('float8'),
  denominator: column<number | null>('float8'),
  editions: column<number[]>('int[]'),
  notes: column<NoteDocument[] | null>('jsonb'),
  /** How many rows were combined. */
  count: column<number>('int'),
  /** Which members, where some are missing; null on an axis that is not combined. */
  areas: column<number[] | null>('int[]'),
  origins: column<number[] | null>('int[]'),
  breakdowns: column<number[] | null>('int[]'),
  /** Areas of which no population is known. */
  unweighted: column<number[] | null>('int[]'),
  weight: column<number | null>('float8'),
  weight_expected: column<number | null>('float8'),
  /** What was found in the months of the period; null where none were looked at. */
  span: column<SpanFound | null>('jsonb'),
};

/** What only a row has that was published. */
const PUBLISHED_COLUMNS = {
  gap: column<GapCode | null>('text'),
  attributed_to: column<string | null>('text'),
  locator: column<string | null>('text'),
  printed: column<string | null>('text'),
};

const COLUMNS = { ...KEY_COLUMNS, ...SUM_COLUMNS_BY_NAME, ...PUBLISHED_COLUMNS };

export type ResultColumn = keyof typeof COLUMNS;
export type SumColumn = keyof typeof SUM_COLUMNS_BY_NAME;
/** The value of a column as the driver hands it over. */
export type ResultValue<Name extends ResultColumn> =
  (typeof COLUMNS)[Name] extends Column<infer Value> ? Value : never;

/** FROZEN with `rollup_rows`: a new column of a sum needs a migration. Guarded by tests/db/schema/schema.test.ts. */
const RESULT_COLUMNS = Object.keys(COLUMNS) as readonly ResultColumn[];
export const SUM_COLUMNS = Object.keys(SUM_COLUMNS_BY_NAME) as readonly SumColumn[];

/**
 * The select list of a branch, in the order that all branches share: `union all` goes by position.
 * @example selectList({ ..., value: 'sum(f.value)', ... }) -> ..., sum(f.value) as value, ...
 */
export const selectList = (columns: Readonly<Record<ResultColumn, string>>): string =>
  RESULT_COLUMNS.map((name) => aliased(columns[name], name)).join(',\n  ');

/** An expression under a name; a column that has the name already needs no other. */
export const aliased = (expression: string, name: string): string =>
  new RegExp(`^[a-z_]+\\.${name}$`).test(expression) ? expression : `${expression} as ${name}`;

/** Columns of which a branch has nothing to say. @example absent('weight') -> { weight: 'null::float8' } */
export const absent = <Name extends ResultColumn>(...names: readonly Name[]): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, `null::${COLUMNS[name].sql}`])) as Record<Name, string>;

/** Columns of a table by their own names. @example columnsOf('t', ['value']) -> { value: 't.value' } */
export const columnsOf = <Name extends ResultColumn>(
  alias: string,
  names: readonly Name[],
): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, `${alias}.${name}`])) as Record<Name, string>;

/** The columns that only a published row has, in a branch of sums. */
export const NOT_PUBLISHED = absent('gap', 'attributed_to', 'locator', 'printed');
