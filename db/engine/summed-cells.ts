/**
 * Rows of periods that are made of months, and of members that a sparse table leaves out, as cells. One series
 * ends as `stats/months.ts` says; members are combined as everywhere, and those that lack months are missing.
 */
import { conclude } from '../../stats/combine.ts';
import type { Totals } from '../../stats/combine.ts';
import { PROVISIONAL, concludeMonths, monthsOf } from '../../stats/months.ts';
import type { Cell } from '../../stats/observation.ts';
import type { Codes, ReleaseIndex } from '../releases.ts';
import type { AxisPlan, Plan, Target } from './plan.ts';
import type { Row } from './row.ts';
import { codeOf, commonCell, expectedOf, kindsOf, pairs, wordsOf } from './row.ts';
import { monthsOnFile, zerosOf } from './spans.ts';

export function summedCell(row: Row, plan: Plan, index: ReleaseIndex, floor: number): Cell {
  const common = commonCell(row, plan, index);
  const { catalogue } = index;
  const months = row.span?.summed ? monthsOf(common.period) : [];
  const provisional =
    months.length > 0 &&
    monthsOnFile(catalogue, common.indicator, common.source).some(
      (one) => one.provisional && months.includes(one.period.start?.slice(0, 7) ?? ''),
    );
  const axes = combinedAxes(row, plan, index);
  const cell = {
    ...common,
    notes: provisional ? [...common.notes, PROVISIONAL] : common.notes,
  };
  const sums: Totals = {
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
  const zeros = (): ReadonlySet<string> => zerosOf(catalogue, common.indicator, common.source, common.period);
  if (axes.length === 0) {
    const lacking = row.count > 0 ? [] : lackingOf(months, rowsOf(row, axes).get(''), zeros());
    return { ...cell, ...concludeMonths(sums, plan.indicator, months.length, lacking) };
  }
  return { ...cell, ...combinedMembers(row, { plan, axes, sums, months, zeros, floor }) };
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
  }: {
    readonly plan: Plan;
    readonly axes: readonly CombinedAxis[];
    readonly sums: Totals;
    readonly months: readonly string[];
    readonly zeros: () => ReadonlySet<string>;
    readonly floor: number;
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
  const partial = rowsOf(row, axes);
  // Whoever is known to the table on every axis, and is not in it, had none.
  const known = axes.map((axis) => new Set(axis.known.map((id) => codeOf(axis.codes, id))));
  const there = new Set(figures);
  const isZero = (name: string): boolean =>
    !there.has(name) && !partial.has(name) && name.split(' × ').every((code, i) => known[i]?.has(code));
  const present = known.every((codes) => codes.size > 0)
    ? expected.filter((name) => there.has(name) || isZero(name))
    : figures;
  const cannot = row.span?.summed && indicator.measure !== 'share' && indicator.additive !== 'flow';
  const result = conclude(
    indicator.measure,
    { ...sums, present },
    {
      members: expected,
      weight: null,
      coverage: query.coverage,
      refused:
        axes.map(({ target }) => target.refused).find((reason) => reason !== null) ??
        (cannot ? 'not-additive' : null),
      ...(indicator.per === undefined ? {} : { per: indicator.per }),
      weightable: false,
      floor,
    },
  );
  if (result.gap?.code !== 'members-missing') return result;
  // A member that has some months is missing for want of the others: those are named.
  const missing = result.gap.missing.flatMap((name) => {
    const rows = partial.get(name);
    if (!rows || months.length === 0 || ![...rows.values()].includes(true)) return [name];
    return lackingOf(months, rows, zeros()).map((month) => `${name} × ${month}`);
  });
  return { ...result, gap: { code: result.gap.code, missing } };
}
