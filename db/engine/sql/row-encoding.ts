/**
 * How a row is encoded for transfer: the key of its series as one text, small codes as bits of one number,
 * rare values as one JSON document. The cost of a long answer is mostly the number of its columns, so there
 * are few. `decode/row-reader.ts` decodes them.
 */
import { QUALIFIERS } from '../../../stats/uncertainty/hedge.ts';
import { INTERVAL_KINDS } from '../../../stats/model/observation.ts';
import { PERIOD_STATUSES } from '../../../stats/time/period.ts';
import type { GroupKind } from '../plan/group-kind.ts';
import { aliased, type ResultColumn, type ResultValue } from './result-columns.ts';
import type { SpanFound } from './span-found.ts';

/** The key of a series' rows as one text. `kind` names the branch, which decides how the rows are decoded. */
export const groupKeySql = (
  kind: GroupKind,
  columns: readonly [area: string, origin: string, breakdown: string, basis: string],
): string => {
  const [area, origin, breakdown, basis] = columns;
  return `concat_ws(' ', '${kind} -', ${area}, ${origin}, ${breakdown}, s.source_id, ${basis}, s.definition)`;
};

/** The key of the rows of a rollup: its target, if any, and the key that is stored with each row. */
export const rollupGroupKeySql = (kind: GroupKind, target: string | null): string =>
  target === null ? `'${kind} = ' || s.place` : `'${kind} ' || ${target} || ' ' || s.place`;

/**
 * The first bit of each field in `bits`: qualifiers, kinds of interval, period status, number of the span.
 */
export const KIND_AT = QUALIFIERS.length;
export const STATUS_AT = KIND_AT + INTERVAL_KINDS.length;
export const SPAN_AT = STATUS_AT + 2;

/**
 * The most frequent values of the column `span`, by number: no months examined, all added up, not added up.
 */
export const USUAL_SPANS: readonly (SpanFound | null)[] = [null, { summed: true }, { summed: false }];
export const OTHER_SPAN = USUAL_SPANS.length;

/** The columns that few rows have, in one JSON document without its nulls. */
export type Overflow = {
  readonly [
    Name in 'notes' | 'areas' | 'origins' | 'breakdowns' | 'unweighted' | 'editions' | 'span'
  ]?: Readonly<NonNullable<ResultValue<Name>>>;
};

/** A column that is sent unchanged. */
type Sent<Name extends ResultColumn> = { readonly [Key in Name]: ResultValue<Key> };
type EncodedValues = Sent<
  | 'group_key'
  | 'period_start'
  | 'period_end'
  | 'count'
  | 'value'
  | 'low'
  | 'high'
  | 'numerator'
  | 'denominator'
  | 'gap'
  | 'weight'
  | 'weight_expected'
  | 'attributed_to'
  | 'locator'
  | 'printed'
> & {
  readonly bits: number;
  readonly edition: number | null;
  readonly other_edition: number | null;
  readonly overflow: Overflow | null;
};

/** The columns that are sent, in order. */
export const ENCODED_COLUMNS = [
  'group_key',
  'period_start',
  'period_end',
  'bits',
  'edition',
  'other_edition',
  'count',
  'value',
  'low',
  'high',
  'numerator',
  'denominator',
  'gap',
  'weight',
  'weight_expected',
  'attributed_to',
  'locator',
  'printed',
  'overflow',
] as const satisfies readonly (keyof EncodedValues)[];
type EncodedColumn = (typeof ENCODED_COLUMNS)[number];

type ValuesOf<Names extends readonly EncodedColumn[]> = {
  -readonly [I in keyof Names]: EncodedValues[Names[I]];
};
/**
 * A row as the driver returns it. If a statement answers several queries, the last column is the number of
 * the query.
 */
export type EncodedRow = [...ValuesOf<typeof ENCODED_COLUMNS>, query?: number];

type PositionsOf<Names extends readonly string[]> = {
  readonly [I in keyof Names & `${number}` as Names[I]]: I extends `${infer At extends number}` ? At : never;
};
/** The position of each column in a row. */
export const AT = Object.fromEntries(ENCODED_COLUMNS.map((name, i) => [name, i])) as PositionsOf<
  typeof ENCODED_COLUMNS
>;
/** The position of the number of the query. */
export const QUERY_AT = ENCODED_COLUMNS.length;

/** A column of the branches. The type checks its name. */
const q = (name: ResultColumn): string => `q.${name}`;
const numberOf = (column: string, words: readonly string[]): string =>
  `case ${column} ${words.map((word, i) => `when '${word}' then ${i}`).join(' ')} end`;
const statusNumber = numberOf(q('period_status'), PERIOD_STATUSES);
const spanNumber = `case ${USUAL_SPANS.map((span, i) => `when ${q('span')} ${span ? `= '${JSON.stringify(span)}'` : 'is null'} then ${i}`).join(' ')} else ${OTHER_SPAN} end`;

const OVERFLOW: Readonly<Record<keyof Overflow, string>> = {
  notes: q('notes'),
  areas: q('areas'),
  origins: q('origins'),
  breakdowns: q('breakdowns'),
  unweighted: q('unweighted'),
  editions: `case when cardinality(${q('editions')}) > 2 then ${q('editions')} end`,
  span: q('span'),
};
const overflow = `case when num_nonnulls(${q('notes')}, ${q('areas')}, ${q('origins')}, ${q('breakdowns')}, ${q('unweighted')}) > 0
      or cardinality(${q('editions')}) > 2 or ${spanNumber} = ${OTHER_SPAN}
    then jsonb_strip_nulls(jsonb_build_object(${Object.entries(OVERFLOW)
      .map(([name, value]) => `'${name}', ${value}`)
      .join(', ')})) end`;

const ENCODED: Readonly<Record<EncodedColumn, string>> = {
  group_key: q('group_key'),
  period_start: q('period_start'),
  period_end: q('period_end'),
  bits: `${q('words')} | (${q('kinds')} << ${KIND_AT}) | ((${statusNumber}) << ${STATUS_AT}) | ((${spanNumber}) << ${SPAN_AT})`,
  edition: `${q('editions')}[1]`,
  other_edition: `${q('editions')}[2]`,
  count: q('count'),
  value: q('value'),
  // An end that equals the value is not sent.
  low: `nullif(${q('low')}, ${q('value')})`,
  high: `nullif(${q('high')}, ${q('value')})`,
  numerator: q('numerator'),
  denominator: q('denominator'),
  gap: q('gap'),
  weight: q('weight'),
  weight_expected: q('weight_expected'),
  attributed_to: q('attributed_to'),
  locator: q('locator'),
  printed: q('printed'),
  overflow,
};

/** The rows of the branches in encoded form. */
export const encodeRows = (branches: string): string =>
  `select ${ENCODED_COLUMNS.map((name) => aliased(ENCODED[name], name)).join(',\n  ')}
from (${branches}) q`;
