/**
 * Rows of periods that are made of months, and of members that a sparse table leaves out, as cells. One series
 * ends as `stats/months.ts` says; members are combined as everywhere, and those that lack months are missing.
 */
import type { Catalogue } from '../../stats/catalogue.ts';
import { conclude } from '../../stats/combine.ts';
import type { Totals } from '../../stats/combine.ts';
import { PROVISIONAL, concludeMonths, monthsOf, withZeros } from '../../stats/months.ts';
import type { Cell } from '../../stats/observation.ts';
import { oncePer } from '../../stats/once.ts';
import type { Codes, ReleaseIndex } from '../releases.ts';
import type { AxisPlan, Plan, Target } from './plan.ts';
import type { CommonCell, Row } from './row.ts';
import { cellOf, codeOf, commonCell, expectedOf, kindsOf, pairs, wordsOf } from './row.ts';
import { monthsOnFile, roundingOf, zerosOf } from './spans.ts';

export function summedCell(row: Row, plan: Plan, index: ReleaseIndex, floor: number): Cell {
  const common = commonCell(row, plan, index);
  const { months, provisional, zeros, rounding } = spanOf(row, common, index);
  const axes = combinedAxes(row, plan, index);
  const exact: Totals = {
    low: row.low ?? 0,
    high: row.high ?? 0,
    central: row.value,
    words: wordsOf(row.words),
    intervalKinds: kindsOf(row.kinds),
    numerator: row.numerator,
    denominator: row.denominator,
    present: [],
    unweighted: [],
    weight: 0,
  };
  const sums = withZeros(exact, row.span?.zeros ?? 0, rounding);
  const cell = provisional ? { ...common, notes: [...common.notes, PROVISIONAL] } : common;
  if (axes.length > 0) {
    return cellOf(cell, combinedMembers(row, { plan, axes, sums, months, zeros, floor, rounding }));
  }
  const lacking = row.count > 0 ? [] : lackingOf(months, rowsOf(row, axes).get(''), zeros());
  return cellOf(cell, concludeMonths(sums, plan.indicator, months.length, lacking));
}

/** What there is to know of a period and a source, whichever series it is of. */
interface SpanKnown {
  readonly months: readonly string[];
  readonly provisional: boolean;
  readonly zeros: () => ReadonlySet<string>;
  /** To the nearest how many a zero was rounded that the table leaves out; 0 where it was not. */
  readonly rounding: number;
}

/** Worked out once for a release: hundreds of cells have one period. */
const knownSpans = oncePer((_: Catalogue) => new Map<string, SpanKnown>());
const MOST_SPANS = 10_000;

function spanOf(row: Row, { indicator, source, period }: CommonCell, { catalogue }: ReleaseIndex): SpanKnown {
  const spans = knownSpans(catalogue);
  const key = `${indicator} ${source} ${row.period_start} ${row.period_end} ${row.span?.summed ?? false}`;
  const found = spans.get(key);
  if (found) return found;
  const months = row.span?.summed ? monthsOf(period) : [];
  const known: SpanKnown = {
    months,
    provisional: monthsOnFile(catalogue, indicator, source).some(
      (one) => one.provisional && months.includes(one.period.start?.slice(0, 7) ?? ''),
    ),
    zeros: () => zerosOf(catalogue, indicator, source, period),
    rounding: roundingOf(catalogue, indicator, source),
  };
  if (spans.size < MOST_SPANS) spans.set(key, known);
  return known;
}

/** Months that have a row, and whether it holds a figure. */
type MonthRows = ReadonlyMap<string, boolean>;

/** The months of each member that is not whole; those of a single series have no name. */
function rowsOf(row: Row, axes: readonly CombinedAxis[]): ReadonlyMap<string, MonthRows> {
  const all = new Map<string, Map<string, boolean>>();
  for (const [i, month] of (row.span?.months ?? []).entries()) {
    const name = nameAt(axes, 'partial', i);
    const rows = all.get(name) ?? new Map<string, boolean>();
    all.set(name, rows.set(month, row.span?.figures?.[i] ?? false));
  }
  return all;
}

/** Months without a figure that are no zeros either: a zero has no row. */
const lackingOf = (
  months: readonly string[],
  rows: MonthRows = new Map(),
  zeros: ReadonlySet<string>,
): string[] => months.filter((one) => !rows.get(one) && (rows.has(one) || !zeros.has(one)));

interface CombinedAxis {
  readonly target: Target;
  readonly codes: Codes;
  readonly present: readonly number[];
  readonly partial: readonly number[];
  readonly known: readonly number[];
}

const combinedAxes = (row: Row, plan: Plan, index: ReleaseIndex): CombinedAxis[] => {
  const axis = (
    targets: AxisPlan,
    at: number,
    codes: Codes,
    name: 'areas' | 'origins' | 'breakdowns',
  ): CombinedAxis[] => {
    const target = targets?.[at];
    if (!target?.combined) return [];
    return [
      {
        target,
        codes,
        present: row[name] ?? [],
        partial: row.span?.[name] ?? [],
        known: row.span?.known?.[name] ?? [],
      },
    ];
  };
  return [
    ...axis(plan.areas, row.area, index.areas, 'areas'),
    ...axis(plan.origins, row.origin, index.areas, 'origins'),
    ...axis(plan.breakdowns, row.breakdown, index.breakdowns, 'breakdowns'),
  ];
};

/** A member is named by its codes on the axes that are combined. */
const nameAt = (axes: readonly CombinedAxis[], of: 'present' | 'partial', i: number): string =>
  axes.map((axis) => codeOf(axis.codes, axis[of][i] ?? 0)).join(' × ');

function combinedMembers(
  row: Row,
  {
    plan,
    axes,
    sums,
    months,
    zeros,
    floor,
    rounding,
  }: {
    readonly plan: Plan;
    readonly axes: readonly CombinedAxis[];
    readonly sums: Totals;
    readonly months: readonly string[];
    readonly zeros: () => ReadonlySet<string>;
    readonly floor: number;
    readonly rounding: number;
  },
): ReturnType<typeof conclude> {
  const { indicator, query } = plan;
  const expected = pairs(axes.map(({ target }) => expectedOf(target, row.period_start)));
  const named = axes.some(({ present }) => present.length > 0);
  const figures = named
    ? Array.from({ length: row.count }, (_, i) => nameAt(axes, 'present', i))
    : row.count > 0
      ? expected
      : [];
  const cannot = row.span?.summed && indicator.measure !== 'share' && indicator.additive !== 'flow';
  const refused = axes.map(({ target }) => target.refused).find((reason) => reason !== null);
  // Members beyond those with figures are in no row at all: each of their months is a zero.
  const concluded = (present: readonly string[]): ReturnType<typeof conclude> =>
    conclude(
      indicator.measure,
      {
        ...withZeros(sums, (present.length - figures.length) * Math.max(1, months.length), rounding),
        present,
      },
      {
        members: expected,
        weight: null,
        coverage: query.coverage,
        refused: refused ?? (cannot ? 'not-additive' : null),
        weightable: false,
        floor,
      },
    );
  // Nobody is missing: there is nothing more to ask.
  if (figures === expected) return concluded(expected);
  const partial = rowsOf(row, axes);
  // Whoever is known to the table on every axis, and is not in it, had none.
  const known = axes.map((axis) => new Set(axis.known.map((id) => codeOf(axis.codes, id))));
  const there = new Set(figures);
  const isZero = (name: string): boolean =>
    !there.has(name) && !partial.has(name) && name.split(' × ').every((code, i) => known[i]?.has(code));
  const present = known.every((codes) => codes.size > 0)
    ? expected.filter((name) => there.has(name) || isZero(name))
    : figures;
  const result = concluded(present);
  if (result.gap?.code !== 'members-missing') return result;
  // A member that has some months is missing for want of the others: those are named.
  const missing = result.gap.missing.flatMap((name) => {
    const rows = partial.get(name);
    if (!rows || months.length === 0 || ![...rows.values()].includes(true)) return [name];
    return lackingOf(months, rows, zeros()).map((month) => `${name} × ${month}`);
  });
  return { ...result, gap: { code: result.gap.code, missing } };
}
