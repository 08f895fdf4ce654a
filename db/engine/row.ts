/**
 * A row of an answer as it leaves Postgres, and what is read from it: the cell's place, the words and kinds that
 * went into it as bits, and which members its target should have.
 */
import type { GapCode } from '../../stats/gap.ts';
import type { Qualifier } from '../../stats/hedge.ts';
import { QUALIFIERS } from '../../stats/hedge.ts';
import type { Cell, IntervalKind } from '../../stats/observation.ts';
import { INTERVAL_KINDS } from '../../stats/observation.ts';
import { oncePer } from '../../stats/once.ts';
import type { Basis, Period, PeriodStatus } from '../../stats/period.ts';
import type { Codes, ReleaseIndex } from '../releases.ts';
import type { AxisPlan, Plan, Target } from './plan.ts';

/** What the months of a period, or a table that leaves its zeros out, had to say. */
export interface SpanFound {
  /** Whether the period is made of months at all. */
  summed: boolean;
  /** The rows of what is not whole: for each its month, whether it has a figure, and its member on combined axes. */
  months?: string[];
  figures?: boolean[];
  areas?: number[];
  origins?: number[];
  breakdowns?: number[];
  /** How many months were zero of what is whole, because the table has no row for them. */
  zeros?: number;
  /** The codes that a table names which leaves its zeros out; absent unless it was published for the whole period. */
  known?: { areas: number[]; origins: number[]; breakdowns: number[] };
}

export interface Row {
  /** In a statement of two questions: whether it is of the populations. */
  people?: boolean;
  combined: boolean;
  area: number;
  origin: number;
  breakdown: number;
  source_id: number;
  basis: Basis;
  definition: string;
  period_start: string;
  period_end: string;
  period_status: PeriodStatus;
  words: number;
  value: number | null;
  low: number | null;
  high: number | null;
  /** Kinds of interval, one bit each. */
  kinds: number;
  numerator: number | null;
  denominator: number | null;
  gap: GapCode | null;
  editions: number[];
  attributed_to: string | null;
  locator: string | null;
  printed: string | null;
  notes: { en: string; es: string; mandatory: boolean }[] | null;
  /** How many rows were combined. */
  count: number;
  /** Which members, where some are missing; null on axes that are not combined. */
  areas: number[] | null;
  origins: number[] | null;
  breakdowns: number[] | null;
  unweighted: number[] | null;
  weight: number | null;
  weight_expected: number | null;
  /** Of a period that months were looked at for: what was found; null for every other row. */
  span: SpanFound | null;
}

const knownWords = new Map<number, ReadonlySet<Qualifier>>();

/** The qualifiers behind bits: a few sets stand for all the rows there are. */
export function wordsOf(bits: number): ReadonlySet<Qualifier> {
  let words = knownWords.get(bits);
  if (!words) knownWords.set(bits, (words = new Set(QUALIFIERS.filter((_, i) => (bits & (1 << i)) !== 0))));
  return words;
}

const periodOf = (row: Row): Period => ({
  basis: row.basis,
  start: row.period_start === '-infinity' ? null : row.period_start,
  end: row.period_end === 'infinity' ? null : row.period_end,
});

export const codeOf = (codes: Codes, id: number): string => codes.codeOf.get(id) ?? '';

export const kindsOf = (bits: number): IntervalKind[] =>
  INTERVAL_KINDS.filter((_, i) => (bits & (1 << i)) !== 0);

const NONE: readonly never[] = [];

/** Editions by their names; most rows are of one, and share the list of it. */
function editionsOf(ids: readonly number[], codes: Codes): readonly string[] {
  const [only] = ids;
  if (ids.length !== 1 || only === undefined) return [...new Set(ids)].map((id) => codeOf(codes, id)).sort();
  const lists = listsOfOne(codes);
  let list = lists.get(only);
  if (!list) lists.set(only, (list = [codeOf(codes, only)]));
  return list;
}
const listsOfOne = oncePer((_: Codes) => new Map<number, readonly string[]>());

/** What published and combined cells have in common. */
export function commonCell(row: Row, plan: Plan, index: ReleaseIndex) {
  const code = (axis: AxisPlan, codes: Codes, at: number): string =>
    row.combined && axis ? (axis[at]?.code ?? '') : codeOf(codes, at);
  return {
    indicator: plan.indicator.id,
    source: codeOf(index.sources, row.source_id),
    area: code(plan.areas, index.areas, row.area),
    counterpart: code(plan.origins, index.areas, row.origin),
    breakdown: code(plan.breakdowns, index.breakdowns, row.breakdown),
    definition: row.definition,
    basis: row.basis,
    period: periodOf(row),
    periodStatus: row.period_status,
    editions: editionsOf(row.editions, index.editions),
    attributedTo: row.attributed_to,
    locator: row.locator,
    printed: row.printed,
    notes: row.notes ? row.notes.map(({ en, es, mandatory }) => ({ text: { en, es }, mandatory })) : NONE,
  };
}

export type CommonCell = ReturnType<typeof commonCell>;

/** What is left to say of a cell: its figure or gap. */
type Figure = Pick<
  Cell,
  | 'stated'
  | 'lowInclusive'
  | 'highInclusive'
  | 'intervalKind'
  | 'numerator'
  | 'denominator'
  | 'gap'
  | 'coverage'
  | 'computed'
>;

/** A cell of both; written out, because to spread two objects into one costs as much as all the rest of a cell. */
export const cellOf = (common: CommonCell, figure: Figure): Cell => ({
  indicator: common.indicator,
  source: common.source,
  area: common.area,
  counterpart: common.counterpart,
  breakdown: common.breakdown,
  definition: common.definition,
  basis: common.basis,
  period: common.period,
  periodStatus: common.periodStatus,
  editions: common.editions,
  attributedTo: common.attributedTo,
  locator: common.locator,
  printed: common.printed,
  notes: common.notes,
  stated: figure.stated,
  lowInclusive: figure.lowInclusive,
  highInclusive: figure.highInclusive,
  intervalKind: figure.intervalKind,
  numerator: figure.numerator,
  denominator: figure.denominator,
  gap: figure.gap,
  coverage: figure.coverage,
  computed: figure.computed,
});

/** The members of a target, and whether they are so at all times. */
const membership = oncePer(({ members }: Target) => ({
  codes: members.map((one) => one.code),
  always: members.every((one) => one.from === '-infinity' && one.to === 'infinity'),
}));

/** The members that a target should have in a period. */
export function expectedOf(target: Target, start: string): readonly string[] {
  const { codes, always } = membership(target);
  if (always) return codes;
  return target.members
    .filter((one) => one.from <= start || one.from === '-infinity')
    .filter((one) => one.to === 'infinity' || start < one.to)
    .map((one) => one.code);
}

/** Every member of one axis with every member of the next. */
export const pairs = ([first = [], ...axes]: readonly (readonly string[])[]): readonly string[] =>
  axes.reduce<readonly string[]>(
    (all, codes) => all.flatMap((one) => codes.map((code) => `${one} × ${code}`)),
    first,
  );
