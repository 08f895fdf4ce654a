import type { Catalogue, Note } from '../../../stats/model/catalogue.ts';
import { toFigureOrGap } from '../../../stats/aggregate/combine.ts';
import type { Combined, CombinedTotals } from '../../../stats/aggregate/combine.ts';
import { PROVISIONAL, concludeMonths, withZeros } from '../../../stats/aggregate/months.ts';
import { memoizeByObject } from '../../../stats/memoize.ts';
import { monthTableKey, type MonthCodes, type ReleaseIndex } from '../../releases.ts';
import { memberAt, membersOf, type CombinedAxis } from './group-key.ts';
import type { Plan } from '../plan/plan.ts';
import { monthsOnFile, roundingOf, zerosOf } from '../plan/periods.ts';
import type { EngineRow } from './row-reader.ts';
import { stepOfIndicator } from '../../../stats/query/time-bases.ts';
import { stepsIn } from '../../../stats/time/months.ts';

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
    return { figure: combinedMembers(row, plan, index, printed, span, floor), note };
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
  /** Whether that is so in each of its months. */
  readonly isOfZeros: boolean;
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
  const all = stepsIn(stepOfIndicator(indicator, catalogue), period);
  const months = span?.summed ? all : [];
  const zeros = zerosOf(catalogue, indicator, source, period);
  const known: SpanKnown = {
    months,
    provisional: monthsOnFile(catalogue, indicator, source).some(
      (table) => table.provisional && months.includes(table.period.start?.slice(0, 7) ?? ''),
    ),
    zeros,
    isOfZeros: zeros.size > 0 && zeros.size === all.length,
    rounding: roundingOf(catalogue, indicator, source),
  };
  if (spans.size < MOST_SPANS) spans.set(name, known);
  return known;
}

/** The months that have a row, and whether it has a figure. */
type MonthRows = ReadonlyMap<string, boolean>;

/** The months of each incomplete member. A single series has no member name. */
function rowsOf({ groupKey, span }: EngineRow): ReadonlyMap<string, MonthRows> {
  if (!span?.months) return NO_ROWS;
  const all = new Map<string, Map<string, boolean>>();
  for (const [i, month] of span.months.entries()) {
    const name = memberAt(groupKey, span, i);
    let rows = all.get(name);
    if (!rows) all.set(name, (rows = new Map<string, boolean>()));
    rows.set(month, span.figures?.[i] ?? false);
  }
  return all;
}
const NO_ROWS: ReadonlyMap<string, MonthRows> = new Map();

/** Months that have neither a figure nor a zero. An omitted zero has no row. */
const lackingOf = ({ months, zeros }: SpanKnown, rows: MonthRows = new Map()): string[] =>
  months.filter((month) => !rows.get(month) && (rows.has(month) || !zeros.has(month)));

/** The members whose codes a table names on every axis, kept because hundreds of cells expect the same members. */
const namedMembers = memoizeByObject((_: MonthCodes) =>
  memoizeByObject((_: readonly string[]) => new Map<string, readonly string[]>()),
);

function membersNamed(
  expected: readonly string[],
  combined: readonly CombinedAxis[],
  codes: MonthCodes,
): readonly string[] {
  const byAxes = namedMembers(codes)(expected);
  const axes = combined.map(({ ids }) => ids).join(' ');
  const found = byAxes.get(axes);
  if (found) return found;
  const named = expected.filter((name) =>
    name.split(' × ').every((code, i) => {
      const axis = combined[i]?.ids;
      return axis !== undefined && codes[axis].has(code);
    }),
  );
  byAxes.set(axes, named);
  return named;
}

/**
 * Members with figures, and zeros. If a table was published for the whole period, a member is zero if the table
 * names its code on every axis but has no row for it.
 */
function presentMembers(
  { groupKey: { key, combined } }: EngineRow,
  { monthCodes }: ReleaseIndex,
  { isOfZeros }: SpanKnown,
  expected: readonly string[],
  figures: readonly string[],
  partial: ReadonlyMap<string, MonthRows>,
): readonly string[] {
  const codes = isOfZeros && monthCodes.get(monthTableKey(key.indicator, key.source, key.definition));
  if (!codes) return figures;
  const named = membersNamed(expected, combined, codes);
  if (figures.length + partial.size === 0) return named;
  const there = new Set(figures);
  const zeros = new Set(named);
  return expected.filter((name) => there.has(name) || (zeros.has(name) && !partial.has(name)));
}

function combinedMembers(
  row: EngineRow,
  plan: Plan,
  index: ReleaseIndex,
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
  const present = presentMembers(row, index, span, expected, figures, partial);
  const result = concluded(present);
  if (result.gap?.code !== 'members-missing' || partial.size === 0) return result;
  // If a missing member has some of its months, the gap names the months that it lacks.
  const missing = result.gap.missing.flatMap((name) => {
    const rows = partial.get(name);
    if (!rows || span.months.length === 0 || ![...rows.values()].includes(true)) return [name];
    return lackingOf(span, rows).map((month) => `${name} × ${month}`);
  });
  return { ...result, gap: { code: result.gap.code, missing } };
}
