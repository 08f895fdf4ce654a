/** Reads the rows that `sql/row-encoding.ts` sends. Values that repeat from row to row are decoded once. */
import { storedPeriod } from '../../../stats/time/stored-period.ts';
import { memoize } from '../../../stats/memoize.ts';
import type { Note } from '../../../stats/model/catalogue.ts';
import type { GapCode } from '../../../stats/model/gap.ts';
import { INTERVAL_KINDS, type IntervalKind } from '../../../stats/model/observation.ts';
import { PERIOD_STATUSES, type Basis, type Period, type PeriodStatus } from '../../../stats/time/period.ts';
import { QUALIFIERS, type Qualifier } from '../../../stats/uncertainty/hedge.ts';
import type { ReleaseIndex } from '../../releases.ts';
import type { Plan } from '../plan/plan.ts';
import {
  AT,
  KIND_AT,
  OTHER_SPAN,
  QUERY_AT,
  SPAN_AT,
  STATUS_AT,
  USUAL_SPANS,
  type EncodedRow,
  type Overflow,
} from '../sql/row-encoding.ts';
import type { NoteDocument } from '../sql/result-columns.ts';
import type { SpanFound } from '../sql/span-found.ts';
import { groupKeyReader, noteSubjectsOf, type GroupKey } from './group-key.ts';

/** Splits the rows by the query that they answer. */
export function rowsByQuery(
  rows: readonly EncodedRow[],
  questions: number,
): readonly (readonly EncodedRow[])[] {
  if (questions === 1) return [rows];
  const parts = Array.from({ length: questions }, (): EncodedRow[] => []);
  for (const row of rows) parts[row[QUERY_AT] ?? 0]?.push(row);
  return parts;
}

/** A decoded row. Keys of members are still those of the database. */
export interface EngineRow {
  readonly groupKey: GroupKey;
  readonly period: Period;
  readonly status: PeriodStatus;
  readonly words: ReadonlySet<Qualifier>;
  /** Kinds of interval, without `none`. */
  readonly kinds: readonly IntervalKind[];
  /**
   * For a sum, its totals; for a published row, what the source printed. An end that equals the value is
   * null.
   */
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
  /** The number of rows that were combined. */
  readonly count: number;
  /** The keys of the members present, if some are missing; null on axes that are not combined. */
  readonly areas: readonly number[] | null;
  readonly origins: readonly number[] | null;
  readonly breakdowns: readonly number[] | null;
  readonly unweighted: readonly number[] | null;
  readonly weight: number | null;
  readonly weightExpected: number | null;
  /** What was found in the months of the period; null if no months were examined. */
  readonly span: SpanFound | null;
}

const NONE: readonly never[] = [];
const NO_OVERFLOW: Overflow = {};

/** Reads the rows of one plan. Values that repeat from row to row are decoded once. */
export function rowReader(plan: Plan, index: ReleaseIndex): (row: EncodedRow) => EngineRow {
  const groupKeys = memoize(groupKeyReader(plan, index));
  const bits = memoize(readBits);
  const periods = memoize((basis: Basis) =>
    memoize((start: string) => memoize((end: string) => storedPeriod(basis, start, end))),
  );
  const single = memoize((id: number): readonly string[] => [index.editions.codeOf.get(id) ?? '']);
  const editions = (
    first: number | null,
    second: number | null,
    all: readonly number[],
  ): readonly string[] => {
    const ids = all.length > 0 ? all : [first, second].filter((id) => id !== null);
    return [...new Set(ids)].map((id) => index.editions.codeOf.get(id) ?? '').sort();
  };
  return (row) => {
    const groupKey = groupKeys(row[AT.group_key]);
    const { status, words, kinds, span } = bits(row[AT.bits]);
    const [edition, other] = [row[AT.edition], row[AT.other_edition]];
    const more = row[AT.overflow] ?? NO_OVERFLOW;
    return {
      groupKey,
      period: periods(groupKey.key.basis)(row[AT.period_start])(row[AT.period_end]),
      status,
      words,
      kinds,
      value: row[AT.value],
      low: row[AT.low],
      high: row[AT.high],
      numerator: row[AT.numerator],
      denominator: row[AT.denominator],
      gap: row[AT.gap],
      editions:
        edition !== null && other === null
          ? single(edition)
          : editions(edition, other, more.editions ?? NONE),
      attributedTo: row[AT.attributed_to],
      locator: row[AT.locator],
      printed: row[AT.printed],
      notes: more.notes ? more.notes.map((note) => noteOf(note, groupKey)) : NONE,
      count: row[AT.count],
      areas: more.areas ?? null,
      origins: more.origins ?? null,
      breakdowns: more.breakdowns ?? null,
      unweighted: more.unweighted ?? null,
      weight: row[AT.weight],
      weightExpected: row[AT.weight_expected],
      span: span === OTHER_SPAN ? (more.span ?? null) : (USUAL_SPANS[span] ?? null),
    };
  };
}

function noteOf(note: NoteDocument, groupKey: GroupKey): Note {
  const { en, es, mandatory } = note;
  const of = noteSubjectsOf(groupKey, note);
  return { text: { en, es }, mandatory, ...(of && { of }) };
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
