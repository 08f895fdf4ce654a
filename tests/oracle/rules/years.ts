/**
 * Years and intervals of groups (method page, months and years): each member is first added up over its
 * months. A member that lacks a month is missing, and the month is named; a member that a sparse table never
 * names in the period is zero.
 */
import type { Basis, Cell, Period, BookRow } from '../book.ts';
import { collected, distinct, keptWith, seriesName } from '../book.ts';
import {
  cellAt,
  codesOf,
  expectedAt,
  isSum,
  memberName,
  placeName,
  placesFor,
  refusalAt,
  type Asking,
  type Way,
} from './asking.ts';
import { behind, leastOf } from './figures.ts';
import { combined, type Ingredient } from './groups.ts';
import { isOn, type AxisPlace } from './members.ts';
import { intervalAsked, PROVISIONAL, sumOfMonths, tableOf, yearsOf, type Table } from './months.ts';
import { isSpan, monthsIn, nameOf, stepAmong, stepsIn, yearAround, type Step } from './periods.ts';
import { daysOf, isWithin } from './time.ts';

/** One series by months, with what its source printed on the basis of the question. */
interface Monthly {
  readonly row: BookRow;
  readonly months: ReadonlyMap<string, BookRow>;
  readonly printed: ReadonlyMap<string, BookRow>;
}

function monthliesOf(rows: readonly BookRow[], basis: Basis, step: Step): Monthly[] {
  const wanted = rows.filter((row) => row.basis === step || row.basis === basis);
  const named = (some: readonly BookRow[]): ReadonlyMap<string, BookRow> =>
    new Map(some.map((row) => [nameOf(row.period), row]));
  return [...collected(wanted, (row) => seriesName({ ...row, basis: 'month' })).values()].flatMap((all) =>
    all.slice(0, 1).map((row) => ({
      row,
      months: named(all.filter((printed) => printed.basis === step)),
      printed: named(basis === step ? [] : all.filter((row) => row.basis === basis)),
    })),
  );
}

/**
 * Whether the months of a group are added here, because a table omits zeros: a member without a row may be
 * zero.
 */
export function bySparseMonths({ question, indicator, book, axes }: Asking): boolean {
  const { first, last } = daysOf(question.time);
  const sources = question.source.length > 0 ? question.source : indicator.sources;
  return (
    question.basis.includes('month') &&
    ['count', 'estimate'].includes(indicator.measure) &&
    axes.some((axis) => axis !== null && isSum(axis)) &&
    sources.some((source) =>
      [...tableOf(book.catalogue, indicator.id, source).zeroMonths].some(
        (month) => (!first || `${month}-01` >= first) && (!last || `${month}-01` <= last),
      ),
    )
  );
}

/** The cells of one basis that are made from months: of single series, and of combined members. */
export function monthlyWays(asking: Asking, basis: Basis): Way[] {
  const { question, indicator, book } = asking;
  const all = monthliesOf(asking.rows, basis, stepAmong(indicator.bases) ?? 'month');
  const interval = intervalAsked(question);
  const within = isWithin(question.time);
  const alone = all.flatMap((source) => {
    if (!codesOf(source.row).every((code, i) => isOn(asking.axes[i] ?? null, code))) return [];
    const table = tableOf(book.catalogue, indicator.id, source.row.source);
    const rows = [...source.months.values()];
    const made = isSpan(basis)
      ? yearsOf(rows, basis, indicator, table)
      : interval && rows.length > 0
        ? [sumOfMonths(rows, interval, indicator, table)]
        : [];
    return made
      .filter((cell) => cell !== null)
      .filter(({ period }) => within(period) && !source.printed.has(nameOf(period)))
      .filter(({ period }) =>
        placesFor(asking, source.row, period.start ?? '').some((places) => !isSum(places)),
      )
      .map((cell): Way => ({ sums: [false, false, false], cell }));
  });
  return [...alone, ...waysTogether(asking, basis, all)];
}

/** Every period in which a group may have a figure. */
function periodsFor(basis: Basis, all: readonly Monthly[], { question, indicator, book }: Asking): Period[] {
  const interval = intervalAsked(question);
  if (basis === 'interval') return interval ? [interval] : [];
  const sparse = indicator.sources
    .map((source) => tableOf(book.catalogue, indicator.id, source))
    .flatMap((table) => table.months.filter((month) => table.zeroMonths.has(nameOf(month))));
  const known = all.flatMap((monthly) =>
    [...monthly.months.values(), ...monthly.printed.values()].map((row) => row.period),
  );
  const inYears = (period: Period): Period | [] =>
    isSpan(basis)
      ? period.basis === basis
        ? period
        : (yearAround(period.start ?? '', basis) ?? [])
      : period;
  const periods = [...known, ...sparse].flatMap(inYears);
  return [...new Map(periods.map((period) => [nameOf(period), period])).values()].filter(
    isWithin(question.time),
  );
}

/** What one member has in a period: what its source printed, or its months. */
interface Has {
  readonly monthly: Monthly;
  readonly rows: readonly BookRow[];
  /** Months that are not in the table and were zero. */
  readonly zeros: number;
  /** Months, or the printed period, without a figure. */
  readonly lacking: readonly string[];
  readonly ofMonths: boolean;
}

function hasIn(
  monthly: Monthly,
  period: Period,
  names: readonly string[],
  { zeroMonths }: Table,
): Has | null {
  const ofMonths = period.basis !== 'month';
  const printed = monthly.printed.get(nameOf(period));
  if (printed) {
    const rows = printed.stated ? [printed] : [];
    return { monthly, rows, zeros: 0, lacking: printed.stated ? [] : [nameOf(period)], ofMonths: false };
  }
  if (monthly.months.size === 0) return null;
  const absent = names.filter((name) => !monthly.months.has(name));
  const zeros = absent.filter((name) => zeroMonths.has(name));
  if (absent.length === names.length && zeros.length === 0) return null;
  // A single suppressed month has ends to add; in a longer period it is a missing month.
  const rows = names.flatMap((name) => {
    const row = monthly.months.get(name);
    return row?.stated && (!ofMonths || !row.gap) ? [row] : [];
  });
  const have = new Set([...rows.map((row) => nameOf(row.period)), ...zeros]);
  return { monthly, rows, zeros: zeros.length, lacking: names.filter((name) => !have.has(name)), ofMonths };
}

interface Group {
  readonly places: readonly AxisPlace[];
  readonly first: BookRow;
  readonly period: Period;
  readonly has: Has[];
}

function waysTogether(asking: Asking, basis: Basis, all: readonly Monthly[]): Way[] {
  const { catalogue } = asking.book;
  const step = stepAmong(asking.indicator.bases) ?? 'month';
  const groups = new Map<string, Group>();
  const periods = periodsFor(basis, all, asking).map((period) => ({ period, names: stepsIn(step, period) }));
  for (const monthly of all) {
    if (!codesOf(monthly.row).every((code, i) => isOn(asking.axes[i] ?? null, code))) continue;
    const table = tableOf(catalogue, asking.indicator.id, monthly.row.source);
    for (const { period, names } of periods) {
      const has = hasIn(monthly, period, names, table);
      if (!has) continue;
      for (const places of placesFor(asking, monthly.row, period.start ?? '').filter(isSum)) {
        const name = [placeName(places), monthly.row.source, monthly.row.definition, nameOf(period)].join(
          ' | ',
        );
        const group = groups.get(name) ?? { places, first: monthly.row, period, has: [] };
        group.has.push(has);
        groups.set(name, group);
      }
    }
  }
  // If no member has a figure or a zero, there is no cell.
  return [...groups.values()]
    .filter(({ has }) => has.some(({ rows, zeros }) => rows.length + zeros > 0))
    .map((group) => ({
      sums: group.places.map((place) => place.members !== null),
      cell: cellOf(group, asking),
    }));
}

const monthly = keptWith((rows: readonly BookRow[]) => {
  const names = new Map<string, readonly [Set<string>, Set<string>, Set<string>]>();
  for (const row of rows.filter((printed) => printed.basis === 'month')) {
    const key = `${row.indicator} ${row.source} ${row.definition}`;
    const known = names.get(key) ?? [new Set<string>(), new Set<string>(), new Set<string>()];
    codesOf(row).forEach((code, i) => known[i]?.add(code));
    names.set(key, known);
  }
  return names;
});

/**
 * Members that a table of all months omits are zero: each of their months counts as zero, and as present. If
 * the table was rounded, the sum has no single value for it.
 */
function hadNone(
  expected: readonly string[],
  seen: ReadonlySet<string>,
  group: Group,
  asking: Asking,
): string[] {
  const { first, period, places } = group;
  const table = tableOf(asking.book.catalogue, asking.indicator.id, first.source);
  if (!monthsIn(period).every((month) => table.zeroMonths.has(month))) return [];
  const known =
    monthly(asking.book.rows).get(`${asking.indicator.id} ${first.source} ${first.definition}`) ?? [];
  const named = known.filter((_, i) => places[i]?.members);
  return expected.filter(
    (member) => !seen.has(member) && member.split(' × ').every((code, i) => named[i]?.has(code)),
  );
}

function cellOf(group: Group, asking: Asking): Cell {
  const { places, first, period, has } = group;
  const { indicator, question, book } = asking;
  const least = leastOf(indicator);
  const table = tableOf(book.catalogue, indicator.id, first.source);
  const name = (row: BookRow): string => memberName(places, codesOf(row));
  const whole = has.filter(({ lacking }) => lacking.length === 0);
  const partial = new Map(
    has.filter(({ lacking }) => lacking.length > 0).map((has) => [name(has.monthly.row), has]),
  );
  const ingredients = whole.flatMap(({ rows }) =>
    rows.map((row): Ingredient => ({
      member: name(row),
      figure: behind(row.stated ?? { qualifier: 'exact', value: 0, low: null, high: null }, least),
      kind: row.intervalKind,
      numerator: row.numerator,
      denominator: row.denominator,
      whole: `${row.area} ${row.counterpart} ${nameOf(row.period)}`,
      people: null,
    })),
  );
  const expected = expectedAt(places, period.start ?? '');
  const have = new Set(whole.map(({ monthly }) => name(monthly.row)));
  const none = new Set(hadNone(expected, new Set([...have, ...partial.keys()]), group, asking));
  const ofMonths = has.some((member) => member.ofMonths);
  const zeros = whole.reduce((sum, member) => sum + member.zeros, none.size * monthsIn(period).length);
  const outcome = combined(ingredients, {
    indicator,
    members: expected,
    present: expected.filter((member) => have.has(member) || none.has(member)),
    people: new Map(),
    coverage: question.coverage,
    ...(question.coverageOf && { coverageOf: question.coverageOf }),
    refused: refusalAt(places, indicator, ofMonths),
    weighable: false,
    sharedDenominator: places[2]?.shared ?? false,
    zeros: { count: zeros, rounding: table.rounding },
  });
  const missing = outcome.gap?.missing.flatMap((member) => {
    const some = partial.get(member);
    return some?.ofMonths && some.rows.length > 0
      ? some.lacking.map((month) => `${member} × ${month}`)
      : [member];
  });
  const rows = has.flatMap((has) => has.rows);
  const provisional = ofMonths && monthsIn(period).some((month) => table.provisionalMonths.has(month));
  const cell = cellAt(places, first, rows);
  return {
    ...cell,
    basis: period.basis,
    period,
    ...outcome,
    gap: outcome.gap && { ...outcome.gap, missing: missing ?? [] },
    editions: [...new Set(rows.map((row) => row.edition))].sort(),
    notes: provisional ? distinct([...cell.notes, PROVISIONAL]) : cell.notes,
  };
}
