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
  readonly placesOf: (one: Observation, day: string) => readonly (readonly Place[])[];
  readonly isWithin: (period: Period) => boolean;
  readonly membersOn: (place: Place, day: string) => readonly string[];
  readonly published: (one: Observation) => Cell;
}

/** The bases whose members are added up here: those of months, and months of a sparse table. */
export function summedHere({ query, indicator, catalogue }: Asked, combining: boolean): readonly Basis[] {
  const sparse =
    combining &&
    query.basis.includes('month') &&
    ['count', 'estimate'].includes(indicator.measure) &&
    (catalogue.tabulations ?? []).some(
      (one) =>
        one.indicator === indicator.id &&
        one.absent === 'zero' &&
        (query.source.length === 0 || query.source.includes(one.source)) &&
        tabulationsOf(catalogue, one).some(({ period }) => insideOf(query, period)),
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
  readonly one: Observation;
  readonly months: readonly Observation[];
  readonly printed: readonly Observation[];
}

const without = (one: Observation): string => seriesKey({ ...one, basis: 'month' });

function monthlyOf(rows: readonly Observation[], basis: Basis): Monthly[] {
  const groups = new Map<string, Observation[]>();
  for (const one of rows.filter((row) => row.basis === 'month' || row.basis === basis)) {
    const key = without(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((all): Monthly[] => {
    const [one] = all;
    const months = all.filter((row) => row.basis === 'month');
    return one
      ? [{ one, months, printed: basis === 'month' ? [] : all.filter((row) => row.basis === basis) }]
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
  const spans = (one: Monthly): Cell[] => {
    const cells = one.months.map(published);
    const made =
      basis === 'calendar-year' || basis === 'us-fiscal-year'
        ? yearsFromMonths(cells, basis, kind, tables(one.one.source))
        : interval && cells.length > 0
          ? [sumOfMonths(cells, interval, kind, tables(one.one.source))].flatMap((sum) => sum ?? [])
          : [];
    const printed = new Set(one.printed.map((row) => formatPeriod(row.period)));
    return made
      .map(({ cell }) => cell)
      .filter((cell) => isWithin(cell.period) && !printed.has(formatPeriod(cell.period)));
  };
  const alone = all.flatMap((one) =>
    spans(one).flatMap((cell): Way[] => {
      const places = asked.placesOf(one.one, cell.period.start ?? '');
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
    .filter((one) => one.indicator === asked.indicator.id && one.absent === 'zero')
    .flatMap((one) => tabulationsOf(asked.catalogue, one));
  const rows = [...all.flatMap((one) => [...one.months, ...one.printed]), ...tabulated];
  const periods = rows.map(({ period }): Period => {
    const [year, month] = [Number(period.start?.slice(0, 4)), Number(period.start?.slice(5, 7))];
    if (basis === 'calendar-year') return calendarYear(year);
    return basis === 'us-fiscal-year' ? fiscalYear(year + (month >= 10 ? 1 : 0)) : period;
  });
  return [...new Map(periods.map((one) => [formatPeriod(one), one])).values()].filter(asked.isWithin);
}

interface Group {
  readonly places: readonly Place[];
  readonly first: Observation;
  readonly period: Period;
  readonly members: {
    one: Monthly;
    rows: Observation[];
    zeros: string[];
    lacking: string[];
    summed: boolean;
  }[];
}

/** What a member has in a period: its printed row, or its months. */
function memberIn(
  one: Monthly,
  period: Period,
  basis: Basis,
  tables: readonly Tabulation[],
): Group['members'][number] | null {
  const printed = one.printed.find((row) => formatPeriod(row.period) === formatPeriod(period));
  if (printed) {
    const lacking = printed.stated ? [] : [formatPeriod(period)];
    return { one, rows: printed.stated ? [printed] : [], zeros: [], lacking, summed: false };
  }
  if (one.months.length === 0) return null;
  const names = monthsOf(period);
  const at = new Map(one.months.map((row) => [formatPeriod(row.period), row]));
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
  return { one, rows, zeros, lacking, summed: basis !== 'month' };
}

function combinedWays(asked: Asked, basis: Basis, all: readonly Monthly[]): Way[] {
  const { catalogue, indicator } = asked;
  const groups = new Map<string, Group>();
  for (const one of all) {
    const tables = tabulationsOf(catalogue, {
      indicator: indicator.id,
      source: one.one.source,
      basis: 'month',
    });
    for (const period of periodsOf(basis, all, asked)) {
      const member = memberIn(one, period, basis, tables);
      if (!member) continue;
      const [areas = [], origins = [], breakdowns = []] = asked.placesOf(one.one, period.start ?? '');
      for (const a of areas) {
        for (const o of origins) {
          for (const b of breakdowns) {
            const places = [a, o, b];
            if (places.every((place) => place.members === null)) continue;
            const key = [
              ...places.map((place) => `${place.code} ${place.members !== null}`),
              one.one.source,
              formatPeriod(period),
            ].join(' ');
            const group = groups.get(key) ?? { places, first: one.one, period, members: [] };
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
  const codes = (one: Observation): string[] =>
    [one.area, one.counterpart, one.breakdown].filter((_, i) => places[i]?.members);
  const name = (one: Observation): string => codes(one).join(' × ');
  const whole = members.filter((one) => one.lacking.length === 0);
  const parts = whole.flatMap(({ rows }) =>
    rows.map((one): Summand => ({
      member: name(one),
      hedge: hedgeOf(one.stated as NonNullable<Observation['stated']>, floor),
      intervalKind: one.intervalKind,
      numerator: one.numerator,
      denominator: one.denominator,
      whole: `${one.area} ${one.counterpart} ${formatPeriod(one.period)}`,
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
    tables.some((one) => one.absent === 'zero' && formatPeriod(one.period) === month),
  );
  const inTable = all.filter(({ one, months }) => months.length > 0 && one.source === first.source);
  const known = [0, 1, 2]
    .filter((i) => places[i]?.members)
    .map((_, at) => new Set(inTable.map(({ one }) => codes(one)[at])));
  const have = new Set(whole.map(({ one }) => name(one.one)));
  const partial = new Map(
    members.filter((one) => one.lacking.length > 0).map((one) => [name(one.one.one), one]),
  );
  const present = expected.filter(
    (member) =>
      have.has(member) ||
      (sparse && !partial.has(member) && member.split(' × ').every((code, at) => known[at]?.has(code))),
  );
  const unseen = present.filter((member) => !have.has(member)).length * monthsOf(period).length;
  const zeros = whole.reduce((sum, one) => sum + one.zeros.length, unseen);
  const rounding = Math.max(0, ...tables.map((one) => one.rounding ?? 0));
  const sums = withZeros(total(indicator.measure, parts, places[2]?.shared ?? false), zeros, rounding);
  const summed = members.some((one) => one.summed);
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
  const rows = members.flatMap((one) => one.rows);
  const provisional =
    summed && tables.some((one) => one.provisional && monthsOf(period).includes(formatPeriod(one.period)));
  const notes = [...rows.flatMap((one) => one.note ?? []), ...(provisional ? [PROVISIONAL] : [])].concat(
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
    periodStatus: rows.some((one) => one.periodStatus === 'assumed') ? 'assumed' : 'stated',
    ...result,
    gap,
    editions: [...new Set(rows.map((one) => one.edition))].sort(),
    attributedTo: null,
    locator: null,
    printed: null,
    notes: [...new Map(notes.map((note) => [note.text.en, note])).values()],
  };
}
