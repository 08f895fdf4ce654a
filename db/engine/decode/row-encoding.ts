/**
 * How a row leaves Postgres, and how it is read: what is the same for a whole series as one text, small codes as
 * the bits of one number, what few rows have as one document. A long answer is mostly the cost of its columns, so
 * there are as few as can be, and what repeats is read once.
 */
import type { GapCode } from '../../../stats/model/gap.ts';
import { QUALIFIERS, type Qualifier } from '../../../stats/uncertainty/hedge.ts';
import type { Note } from '../../../stats/model/catalogue.ts';
import { INTERVAL_KINDS, type IntervalKind } from '../../../stats/model/observation.ts';
import { memoize } from '../../../stats/memoize.ts';
import { PERIOD_STATUSES, type Basis, type Period, type PeriodStatus } from '../../../stats/time/period.ts';
import type { ReleaseIndex } from '../../releases.ts';
import { groupKeyReader, type GroupKey, type GroupKind } from './group-key.ts';
import type { Plan } from '../plan/plan.ts';

/** The place of a series' rows, as one text. `kind` says which branch they are of, and so how they end. */
export const groupKeySql = (
  kind: GroupKind,
  columns: readonly [area: string, origin: string, breakdown: string, basis: string],
): string => {
  const [area, origin, breakdown, basis] = columns;
  return `concat_ws(' ', '${kind} -', ${area}, ${origin}, ${breakdown}, s.source_id, ${basis}, s.definition)`;
};

/** The place of the rows of a rollup: its target, if it has one, and the place that is kept with each row. */
export const rollupGroupKeySql = (kind: GroupKind, target: string | null): string =>
  target === null ? `'${kind} = ' || s.place` : `'${kind} ' || ${target} || ' ' || s.place`;

const KIND_AT = QUALIFIERS.length;
const STATUS_AT = KIND_AT + INTERVAL_KINDS.length;
const SPAN_AT = STATUS_AT + 2;

/** What the months of most rows had to say, by number: none were looked at; all there and added up; not added up. */
const USUAL_SPANS: readonly (SpanFound | null)[] = [null, { summed: true }, { summed: false }];
const OTHER_SPAN = USUAL_SPANS.length;

const statusNumber = `case q.period_status ${PERIOD_STATUSES.map((one, i) => `when '${one}' then ${i}`).join(' ')} end`;
const spanNumber = `case ${USUAL_SPANS.map((one, i) => `when q.span ${one ? `= '${JSON.stringify(one)}'` : 'is null'} then ${i}`).join(' ')} else ${OTHER_SPAN} end`;

/** The rows of branches as they are sent. */
export const encodeRows = (branches: string): string => `select q.place, q.period_start, q.period_end,
  q.words | (q.kinds << ${KIND_AT}) | ((${statusNumber}) << ${STATUS_AT}) | ((${spanNumber}) << ${SPAN_AT}) as bits,
  q.editions[1] as edition, q.editions[2] as other_edition, q.count, q.value, nullif(q.low, q.value) as low, nullif(q.high, q.value) as high,
  q.numerator, q.denominator, q.gap, q.weight, q.weight_expected, q.attributed_to, q.locator, q.printed,
  case when num_nonnulls(q.notes, q.areas, q.origins, q.breakdowns, q.unweighted) > 0 or cardinality(q.editions) > 2 or ${spanNumber} = ${OTHER_SPAN}
    then jsonb_strip_nulls(jsonb_build_object('notes', q.notes, 'areas', q.areas, 'origins', q.origins, 'breakdowns', q.breakdowns,
      'unweighted', q.unweighted, 'editions', case when cardinality(q.editions) > 2 then q.editions end, 'span', q.span)) end as more
from (${branches}) q`;

/** A row as the driver hands it over: the columns of `sent` in their order, and where several questions are one statement which it answers. */
export type EncodedRow = [
  place: string,
  start: string,
  end: string,
  bits: number,
  edition: number | null,
  otherEdition: number | null,
  count: number,
  value: number | null,
  low: number | null,
  high: number | null,
  numerator: number | null,
  denominator: number | null,
  gap: GapCode | null,
  weight: number | null,
  weightExpected: number | null,
  attributedTo: string | null,
  locator: string | null,
  printed: string | null,
  more: Overflow | null,
  part?: number,
];
const PART = 19;

/** The rows of each of several questions. */
export function rowsByQuery(
  rows: readonly EncodedRow[],
  questions: number,
): readonly (readonly EncodedRow[])[] {
  if (questions === 1) return [rows];
  const parts = Array.from({ length: questions }, (): EncodedRow[] => []);
  for (const row of rows) parts[row[PART] ?? 0]?.push(row);
  return parts;
}

/** What the months of a period, or a table that leaves its zeros out, had to say. */
export interface SpanFound {
  /** Whether the period is made of months at all. */
  readonly summed: boolean;
  /** The rows of what is not whole: for each its month, whether it has a figure, and its member on combined axes. */
  readonly months?: readonly string[];
  readonly figures?: readonly boolean[];
  readonly areas?: readonly number[];
  readonly origins?: readonly number[];
  readonly breakdowns?: readonly number[];
  /** How many months were zero of what is whole, because the table has no row for them. */
  readonly zeros?: number;
  /** The codes that a table names which leaves its zeros out; absent unless it was published for the whole period. */
  readonly known?: {
    readonly areas: readonly number[];
    readonly origins: readonly number[];
    readonly breakdowns: readonly number[];
  };
}

/** What few rows have. */
interface Overflow {
  readonly notes?: readonly { readonly en: string; readonly es: string; readonly mandatory: boolean }[];
  /** Which members, where some are missing. */
  readonly areas?: readonly number[];
  readonly origins?: readonly number[];
  readonly breakdowns?: readonly number[];
  readonly unweighted?: readonly number[];
  readonly editions?: readonly number[];
  readonly span?: SpanFound;
}

/** A row, read. Keys of members are those of the database. */
export interface EngineRow {
  readonly place: GroupKey;
  readonly period: Period;
  readonly status: PeriodStatus;
  readonly words: ReadonlySet<Qualifier>;
  /** Kinds of interval, without `none`. */
  readonly kinds: readonly IntervalKind[];
  /** Of sums the sums; of published rows what was printed. An end is null where it is the value. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly gap: GapCode | null;
  readonly editions: readonly string[];
  readonly attributedTo: string | null;
  readonly locator: string | null;
  readonly printed: string | null;
  readonly notes: readonly Note[];
  /** How many rows were combined. */
  readonly count: number;
  /** Which members, where some are missing; null on axes that are not combined. */
  readonly areas: readonly number[] | null;
  readonly origins: readonly number[] | null;
  readonly breakdowns: readonly number[] | null;
  readonly unweighted: readonly number[] | null;
  readonly weight: number | null;
  readonly weightExpected: number | null;
  /** Of a period that months were looked at for: what was found; null for every other row. */
  readonly span: SpanFound | null;
}

const NONE: readonly never[] = [];
const NO_MORE: Overflow = {};

/** Reads the rows of one plan: what repeats from row to row is read once. */
export function rowReader(plan: Plan, index: ReleaseIndex): (row: EncodedRow) => EngineRow {
  const places = memoize(groupKeyReader(plan, index));
  const bits = memoize(readBits);
  const periods = memoize((basis: Basis) =>
    memoize((start: string) => memoize((end: string) => periodOf(basis, start, end))),
  );
  const single = memoize((id: number): readonly string[] => [index.editions.codeOf.get(id) ?? '']);
  const editions = (one: number | null, other: number | null, more: readonly number[]): readonly string[] => {
    const ids = more.length > 0 ? more : [one, other].filter((id) => id !== null);
    return [...new Set(ids)].map((id) => index.editions.codeOf.get(id) ?? '').sort();
  };
  return (row) => {
    const place = places(row[0]);
    const { status, words, kinds, span } = bits(row[3]);
    const [edition, other] = [row[4], row[5]];
    const more = row[18] ?? NO_MORE;
    return {
      place,
      period: periods(place.key.basis)(row[1])(row[2]),
      status,
      words,
      kinds,
      value: row[7],
      low: row[8],
      high: row[9],
      numerator: row[10],
      denominator: row[11],
      gap: row[12],
      editions:
        edition !== null && other === null
          ? single(edition)
          : editions(edition, other, more.editions ?? NONE),
      attributedTo: row[15],
      locator: row[16],
      printed: row[17],
      notes: more.notes ? more.notes.map(({ en, es, mandatory }) => ({ text: { en, es }, mandatory })) : NONE,
      count: row[6],
      areas: more.areas ?? null,
      origins: more.origins ?? null,
      breakdowns: more.breakdowns ?? null,
      unweighted: more.unweighted ?? null,
      weight: row[13],
      weightExpected: row[14],
      span: span === OTHER_SPAN ? (more.span ?? null) : (USUAL_SPANS[span] ?? null),
    };
  };
}

function readBits(bits: number) {
  const set = (at: number): boolean => (bits & (1 << at)) !== 0;
  return {
    words: new Set(QUALIFIERS.filter((_, i) => set(i))) as ReadonlySet<Qualifier>,
    kinds: INTERVAL_KINDS.filter((_, i) => set(KIND_AT + i)),
    status: PERIOD_STATUSES[(bits >> STATUS_AT) & 3] ?? 'stated',
    span: (bits >> SPAN_AT) & 3,
  };
}

const periodOf = (basis: Basis, start: string, end: string): Period => ({
  basis,
  start: start === '-infinity' ? null : start,
  end: end === 'infinity' ? null : end,
});
