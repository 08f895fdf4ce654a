import type { Catalogue, Note } from '../../../stats/model/catalogue.ts';
import { toFigureOrGap } from '../../../stats/aggregate/combine.ts';
import type { Combined, CombinedTotals } from '../../../stats/aggregate/combine.ts';
import { PROVISIONAL, concludeMonths, withZeros } from '../../../stats/aggregate/months.ts';
import { memoizeByObject } from '../../../stats/memoize.ts';
import type { ReleaseIndex } from '../../releases.ts';
import { codeOf, memberAt, membersOf } from './group-key.ts';
import type { Plan } from '../plan/plan.ts';
import { monthsOnFile, roundingOf, zerosOf } from '../plan/periods.ts';
import type { EngineRow } from './row-reader.ts';
import { monthsOf } from '../../../stats/time/months.ts';

/** The figure or gap that the months of a row add up to, with its note. */
export function concludeSummed(
  row: EngineRow,
  plan: Plan,
  index: ReleaseIndex,
  floor: number,
): { readonly figure: Combined; readonly note: Note | null } {
  const span = spanOf(row, index);
  const printed: CombinedTotals = {
    low: row.low ?? row.value ?? 0,
    high: row.high ?? row.value ?? 0,
    central: row.value,
    words: row.words,
    intervalKinds: row.kinds,
    numerator: row.numerator,
    denominator: row.denominator,
    present: [],
    unweighted: [],
    weight: 0,
  };
  const note = span.provisional ? PROVISIONAL : null;
  if (row.groupKey.combined.length > 0)
    return { figure: combinedMembers(row, plan, printed, span, floor), note };
  const lacking = row.count > 0 ? [] : lackingOf(span, rowsOf(row).get(''));
  const sums = withZeros(printed, row.span?.zeros ?? 0, span.rounding);
  return { figure: concludeMonths(sums, plan.indicator, span.months.length, lacking), note };
}

/** What is known about a period and a source, for all series alike. */
interface SpanKnown {
  readonly months: readonly string[];
  readonly provisional: boolean;
  /** Months in which a member without a row is zero. */
  readonly zeros: ReadonlySet<string>;
  /** The multiple to which the omitted zeros were rounded; 0 if they were not rounded. */
  readonly rounding: number;
}

/** Computed once per release: hundreds of cells have the same period. */
const knownSpans = memoizeByObject((_: Catalogue) => new Map<string, SpanKnown>());
const MOST_SPANS = 10_000;

function spanOf({ groupKey: { key }, period, span }: EngineRow, { catalogue }: ReleaseIndex): SpanKnown {
  const spans = knownSpans(catalogue);
  const { indicator, source } = key;
  const name = `${indicator} ${source} ${period.start} ${period.end} ${span?.summed ?? false}`;
  const found = spans.get(name);
  if (found) return found;
  const months = span?.summed ? monthsOf(period) : [];
  const known: SpanKnown = {
    months,
    provisional: monthsOnFile(catalogue, indicator, source).some(
      (table) => table.provisional && months.includes(table.period.start?.slice(0, 7) ?? ''),
    ),
    zeros: zerosOf(catalogue, indicator, source, period),
    rounding: roundingOf(catalogue, indicator, source),
  };
  if (spans.size < MOST_SPANS) spans.set(name, known);
  return known;
}

/** The months that have a row, and whether it has a figure. */
type MonthRows = ReadonlyMap<string, boolean>;

/** The months of each incomplete member. A single series has no member name. */
function rowsOf({ groupKey, span }: EngineRow): ReadonlyMap<string, MonthRows> {
  const all = new Map<string, Map<string, boolean>>();
  for (const [i, month] of (span?.months ?? []).entries()) {
    const name = memberAt(groupKey, span ?? {}, i);
    let rows = all.get(name);
    if (!rows) all.set(name, (rows = new Map<string, boolean>()));
    rows.set(month, span?.figures?.[i] ?? false);
  }
  return all;
}

/** Months that have neither a figure nor a zero. An omitted zero has no row. */
const lackingOf = ({ months, zeros }: SpanKnown, rows: MonthRows = new Map()): string[] =>
  months.filter((month) => !rows.get(month) && (rows.has(month) || !zeros.has(month)));

/**
 * Members with figures, and zeros. A member is zero if the table names its code on every axis but has no row
 * for it.
 */
function presentMembers(
  { groupKey, span }: EngineRow,
  expected: readonly string[],
  figures: readonly string[],
  partial: ReadonlyMap<string, MonthRows>,
): readonly string[] {
  const known = groupKey.combined.map(
    ({ ids, codes }) => new Set((span?.known?.[ids] ?? []).map((id) => codeOf(codes, id))),
  );
  if (known.some((codes) => codes.size === 0)) return figures;
  const there = new Set(figures);
  const isZero = (name: string): boolean =>
    !there.has(name) && !partial.has(name) && name.split(' × ').every((code, i) => known[i]?.has(code));
  return expected.filter((name) => there.has(name) || isZero(name));
}

function combinedMembers(
  row: EngineRow,
  plan: Plan,
  printed: CombinedTotals,
  span: SpanKnown,
  floor: number,
): Combined {
  const { indicator, query } = plan;
  const { groupKey } = row;
  const expected = membersOf(groupKey, row.period.start);
  const named = groupKey.combined.some(({ ids }) => (row[ids]?.length ?? 0) > 0);
  const figures = named
    ? Array.from({ length: row.count }, (_, i) => memberAt(groupKey, row, i))
    : row.count > 0
      ? expected
      : [];
  const cannot = row.span?.summed && indicator.measure !== 'share' && indicator.additive !== 'flow';
  // Members beyond those with figures have no row at all, so each of their months is a zero.
  const concluded = (present: readonly string[]): Combined =>
    toFigureOrGap(
      indicator.measure,
      {
        ...withZeros(
          printed,
          (row.span?.zeros ?? 0) + (present.length - figures.length) * Math.max(1, span.months.length),
          span.rounding,
        ),
        present,
      },
      {
        members: expected,
        weight: null,
        coverage: query.coverage,
        ...(query.coverageOf && { coverageOf: query.coverageOf }),
        refused: groupKey.refused ?? (cannot ? 'not-additive' : null),
        weightable: false,
        floor,
      },
    );
  // No member is missing, so the months of each need not be checked.
  if (figures === expected) return concluded(expected);
  const partial = rowsOf(row);
  const result = concluded(presentMembers(row, expected, figures, partial));
  if (result.gap?.code !== 'members-missing') return result;
  // If a missing member has some of its months, the gap names the months that it lacks.
  const missing = result.gap.missing.flatMap((name) => {
    const rows = partial.get(name);
    if (!rows || span.months.length === 0 || ![...rows.values()].includes(true)) return [name];
    return lackingOf(span, rows).map((month) => `${name} × ${month}`);
  });
  return { ...result, gap: { code: result.gap.code, missing } };
}
