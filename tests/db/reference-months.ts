/**
 * What periods made of months must be, from the raw observations, `stats/aggregate/months.ts` and `stats/aggregate/combine.ts`
 * alone: each series is added up by itself, and then members are. It is long so that the reference stands whole,
 * with nothing of the engine in it.
 */
import { basesToSum } from '#stats/query/time-bases.ts';
import type { Catalogue, Indicator, Note } from '#stats/model/catalogue.ts';
import type { Summand } from '#stats/aggregate/combine.ts';
import { toFigureOrGap, isAdditive, total } from '#stats/aggregate/combine.ts';
import { floorOf, hedgeOf } from '#stats/uncertainty/hedge.ts';
import type { MonthlyKind, Tabulation } from '#stats/aggregate/months.ts';
import { PROVISIONAL, sumOfMonths, yearsFromMonths, withZeros } from '#stats/aggregate/months.ts';
import type { Cell, Observation } from '#stats/model/observation.ts';
import { seriesKey } from '#stats/model/observation.ts';
import type { Basis, Period } from '#stats/time/period.ts';
import { calendarYear, fiscalYear, formatPeriod, parsePeriod } from '#stats/time/period.ts';
import { tabulationsOf } from '#stats/aggregate/tabulation.ts';
import { intervalOf } from '#stats/time/time-range.ts';
import { monthsOf } from '#stats/time/months.ts';
import type { Query } from '#stats/model/query.ts';

/** One place on an axis, as the reference has it. */
export interface Place {
  readonly code: string;
  readonly members: readonly { code: string; from: string; to: string }[] | null;
  readonly overlap: boolean;
  readonly shared: boolean;
  /** What is said of its members. */
  readonly note: Note | null;
}

/** A cell, and which axes were combined to make it. */
export interface Way {
  readonly sums: readonly number[];
  readonly cell: Cell;
}

export interface Asked {
  readonly query: Query;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
  /** Every observation of the indicator from the sources asked for, whatever its time. */
  readonly rows: readonly Observation[];
  /** The places that a row counts at on each axis, on the first day of a period. */
  readonly placesOf: (observation: Observation, day: string) => readonly (readonly Place[])[];
  readonly isWithin: (period: Period) => boolean;
  readonly membersOn: (place: Place, day: string) => readonly string[];
  readonly published: (observation: Observation) => Cell;
}

/** The bases whose members are added up here: those of months, and months of a sparse table. */
export function summedHere({ query, indicator, catalogue }: Asked, combining: boolean): readonly Basis[] {
  const sparse =
    combining &&
    query.basis.includes('month') &&
    ['count', 'estimate'].includes(indicator.measure) &&
    (catalogue.tabulations ?? []).some(
      (tabulation) =>
        tabulation.indicator === indicator.id &&
        tabulation.absent === 'zero' &&
        (query.source.length === 0 || query.source.includes(tabulation.source)) &&
        tabulationsOf(catalogue, tabulation).some(({ period }) => insideOf(query, period)),
    );
  return [...basesToSum(query, indicator), ...(sparse ? (['month'] as const) : [])];
}

const insideOf = ({ time }: Query, { start }: Period): boolean => {
  const day = (text: string): Period | null => parsePeriod(text);
  const [from, to] = [day(time.from)?.start, day(time.to)?.end];
  return (!from || (start ?? '') >= from) && (!to || (start ?? '') <= to);
};

/** One series by months, with the same series as its source printed it on the basis that is asked for. */
interface Monthly {
  readonly first: Observation;
  readonly months: readonly Observation[];
  readonly printed: readonly Observation[];
}

const without = (observation: Observation): string => seriesKey({ ...observation, basis: 'month' });

function monthlyOf(rows: readonly Observation[], basis: Basis): Monthly[] {
  const groups = new Map<string, Observation[]>();
  for (const row of rows.filter((row) => row.basis === 'month' || row.basis === basis)) {
    const key = without(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((all): Monthly[] => {
    const [first] = all;
    const months = all.filter((row) => row.basis === 'month');
    return first
      ? [{ first, months, printed: basis === 'month' ? [] : all.filter((row) => row.basis === basis) }]
      : [];
  });
}

/** The cells of one basis that come of adding up. */
export function summedWays(asked: Asked, basis: Basis): Way[] {
  const { indicator, catalogue, query, published, isWithin } = asked;
  const kind: MonthlyKind = indicator;
  const tables = (source: string): readonly Tabulation[] =>
    tabulationsOf(catalogue, { indicator: indicator.id, source, basis: 'month' });
  const interval = intervalOf(query.time);
  const all = monthlyOf(asked.rows, basis);
  const spans = (monthly: Monthly): Cell[] => {
    const cells = monthly.months.map(published);
    const made =
      basis === 'calendar-year' || basis === 'us-fiscal-year'
        ? yearsFromMonths(cells, basis, kind, tables(monthly.first.source))
        : interval && cells.length > 0
          ? [sumOfMonths(cells, interval, kind, tables(monthly.first.source))].flatMap((sum) => sum ?? [])
          : [];
    const printed = new Set(monthly.printed.map((row) => formatPeriod(row.period)));
    return made
      .map(({ cell }) => cell)
      .filter((cell) => isWithin(cell.period) && !printed.has(formatPeriod(cell.period)));
  };
  const alone = all.flatMap((monthly) =>
    spans(monthly).flatMap((cell): Way[] => {
      const places = asked.placesOf(monthly.first, cell.period.start ?? '');
      return places.every((axis) => axis.some((place) => place.members === null))
        ? [{ sums: [0, 0, 0], cell }]
        : [];
    }),
  );
  return [...alone, ...combinedWays(asked, basis, all)];
}

/** Every period that a target may have a figure in. */
function periodsOf(basis: Basis, all: readonly Monthly[], asked: Asked): Period[] {
  const interval = intervalOf(asked.query.time);
  if (basis === 'interval') return interval ? [interval] : [];
  const tabulated = (asked.catalogue.tabulations ?? [])
    .filter((tabulation) => tabulation.indicator === asked.indicator.id && tabulation.absent === 'zero')
    .flatMap((tabulation) => tabulationsOf(asked.catalogue, tabulation));
  const rows = [...all.flatMap((monthly) => [...monthly.months, ...monthly.printed]), ...tabulated];
  const periods = rows.map(({ period }): Period => {
    const [year, month] = [Number(period.start?.slice(0, 4)), Number(period.start?.slice(5, 7))];
    if (basis === 'calendar-year') return calendarYear(year);
    return basis === 'us-fiscal-year' ? fiscalYear(year + (month >= 10 ? 1 : 0)) : period;
  });
  return [...new Map(periods.map((period) => [formatPeriod(period), period])).values()].filter(
    asked.isWithin,
  );
}

interface Group {
  readonly places: readonly Place[];
  readonly first: Observation;
  readonly period: Period;
  readonly members: {
    monthly: Monthly;
    rows: Observation[];
    zeros: string[];
    lacking: string[];
    summed: boolean;
  }[];
}

/** What a member has in a period: its printed row, or its months. */
function memberIn(
  monthly: Monthly,
  period: Period,
  basis: Basis,
  tables: readonly Tabulation[],
): Group['members'][number] | null {
  const printed = monthly.printed.find((row) => formatPeriod(row.period) === formatPeriod(period));
  if (printed) {
    const lacking = printed.stated ? [] : [formatPeriod(period)];
    return { monthly, rows: printed.stated ? [printed] : [], zeros: [], lacking, summed: false };
  }
  if (monthly.months.length === 0) return null;
  const names = monthsOf(period);
  const at = new Map(monthly.months.map((row) => [formatPeriod(row.period), row]));
  const zeros = names.filter(
    (name) =>
      !at.has(name) && tables.some((table) => table.absent === 'zero' && formatPeriod(table.period) === name),
  );
  // Of a month by itself a suppressed cell has ends to add; in a longer period it is a month that is missing.
  const rows = names.flatMap((name) => {
    const row = at.get(name);
    return row?.stated && (basis === 'month' || !row.gap) ? [row] : [];
  });
  if (names.every((name) => !at.has(name) && !zeros.includes(name))) return null;
  const lacking = names.filter(
    (name) => !zeros.includes(name) && !rows.some((row) => formatPeriod(row.period) === name),
  );
  return { monthly, rows, zeros, lacking, summed: basis !== 'month' };
}

function combinedWays(asked: Asked, basis: Basis, all: readonly Monthly[]): Way[] {
  const { catalogue, indicator } = asked;
  const groups = new Map<string, Group>();
  for (const monthly of all) {
    const tables = tabulationsOf(catalogue, {
      indicator: indicator.id,
      source: monthly.first.source,
      basis: 'month',
    });
    for (const period of periodsOf(basis, all, asked)) {
      const member = memberIn(monthly, period, basis, tables);
      if (!member) continue;
      const [areas = [], origins = [], breakdowns = []] = asked.placesOf(monthly.first, period.start ?? '');
      for (const a of areas) {
        for (const o of origins) {
          for (const b of breakdowns) {
            const places = [a, o, b];
            if (places.every((place) => place.members === null)) continue;
            const key = [
              ...places.map((place) => `${place.code} ${place.members !== null}`),
              monthly.first.source,
              formatPeriod(period),
            ].join(' ');
            const group = groups.get(key) ?? { places, first: monthly.first, period, members: [] };
            group.members.push(member);
            groups.set(key, group);
          }
        }
      }
    }
  }
  // Where nobody has a figure, and nobody had none, there is nothing to say.
  const said = [...groups.values()].filter(({ members }) =>
    members.some(({ rows, zeros }) => rows.length + zeros.length > 0),
  );
  return said.map((group) => ({
    sums: group.places.map((place) => (place.members ? 1 : 0)),
    cell: combine(group, asked, all),
  }));
}

function combine({ places, first, period, members }: Group, asked: Asked, all: readonly Monthly[]): Cell {
  const { indicator, query, catalogue } = asked;
  const floor = floorOf(indicator.signed);
  const codes = (observation: Observation): string[] =>
    [observation.area, observation.counterpart, observation.breakdown].filter((_, i) => places[i]?.members);
  const name = (observation: Observation): string => codes(observation).join(' × ');
  const whole = members.filter((member) => member.lacking.length === 0);
  const parts = whole.flatMap(({ rows }) =>
    rows.map((row): Summand => ({
      member: name(row),
      hedge: hedgeOf(row.stated as NonNullable<Observation['stated']>, floor),
      intervalKind: row.intervalKind,
      numerator: row.numerator,
      denominator: row.denominator,
      whole: `${row.area} ${row.counterpart} ${formatPeriod(row.period)}`,
      weight: null,
    })),
  );
  const expected = places
    .filter((place) => place.members)
    .map((place) => asked.membersOn(place, period.start ?? ''))
    .reduce((lists, list) => lists.flatMap((a) => list.map((code) => (a ? `${a} × ${code}` : code))), ['']);
  // Whoever is in the table on every axis, and has no row in a period of which all is tabulated, had none.
  const tables = tabulationsOf(catalogue, { indicator: indicator.id, source: first.source, basis: 'month' });
  const sparse = monthsOf(period).every((month) =>
    tables.some((table) => table.absent === 'zero' && formatPeriod(table.period) === month),
  );
  const inTable = all.filter(({ first, months }) => months.length > 0 && first.source === first.source);
  const known = [0, 1, 2]
    .filter((i) => places[i]?.members)
    .map((_, at) => new Set(inTable.map(({ first }) => codes(first)[at])));
  const have = new Set(whole.map(({ monthly }) => name(monthly.first)));
  const partial = new Map(
    members
      .filter((member) => member.lacking.length > 0)
      .map((member) => [name(member.monthly.first), member]),
  );
  const present = expected.filter(
    (member) =>
      have.has(member) ||
      (sparse && !partial.has(member) && member.split(' × ').every((code, at) => known[at]?.has(code))),
  );
  const unseen = present.filter((member) => !have.has(member)).length * monthsOf(period).length;
  const zeros = whole.reduce((sum, entry) => sum + entry.zeros.length, unseen);
  const rounding = Math.max(0, ...tables.map((table) => table.rounding ?? 0));
  const sums = withZeros(total(indicator.measure, parts, places[2]?.shared ?? false), zeros, rounding);
  const summed = members.some((member) => member.summed);
  const result = toFigureOrGap(
    indicator.measure,
    {
      ...sums,
      present,
      ...(parts.length === 0 ? { numerator: null, denominator: null } : {}),
    },
    {
      members: expected,
      weight: null,
      coverage: query.coverage,
      refused: places.some((place) => place.overlap)
        ? 'overlap'
        : !isAdditive(indicator.measure, indicator.additive) ||
            (summed && indicator.measure !== 'share' && indicator.additive !== 'flow')
          ? 'not-additive'
          : null,
      weightable: false,
      ...(indicator.per ? { per: indicator.per } : {}),
      floor,
    },
  );
  const gap = result.gap && {
    ...result.gap,
    missing: result.gap.missing.flatMap((member) => {
      const has = partial.get(member);
      return has?.summed && has.rows.length > 0
        ? has.lacking.map((month) => `${member} × ${month}`)
        : [member];
    }),
  };
  const at = (i: number, code: string): string => (places[i]?.members ? (places[i]?.code ?? '') : code);
  const rows = members.flatMap((member) => member.rows);
  const provisional =
    summed &&
    tables.some((table) => table.provisional && monthsOf(period).includes(formatPeriod(table.period)));
  const notes = [...rows.flatMap((row) => row.note ?? []), ...(provisional ? [PROVISIONAL] : [])].concat(
    places.flatMap((place) => place.note ?? []),
  );
  return {
    indicator: indicator.id,
    source: first.source,
    definition: first.definition,
    area: at(0, first.area),
    counterpart: at(1, first.counterpart),
    breakdown: at(2, first.breakdown),
    basis: period.basis,
    period,
    periodStatus: rows.some((row) => row.periodStatus === 'assumed') ? 'assumed' : 'stated',
    ...result,
    gap,
    editions: [...new Set(rows.map((row) => row.edition))].sort(),
    attributedTo: null,
    locator: null,
    printed: null,
    notes: [...new Map(notes.map((note) => [note.text.en, note])).values()],
  };
}
