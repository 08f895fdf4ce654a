import { PROVISIONAL_WORDS } from '../wording/months.ts';
import {
  comparePeriods,
  formatPeriod,
  isPartOfYear,
  leastSure,
  periodAround,
  type Basis,
  type Period,
} from '../time/period.ts';
import { MEASURE_RULES } from '../model/measure.ts';
import { stepsIn } from '../time/months.ts';
import type { Note } from '../model/catalogue.ts';
import { distinctNotes } from '../model/notes.ts';
import type { Combined, CombinedTotals } from './combine.ts';
import type { GapCode } from '../model/gap.ts';
import type { Hedge } from '../uncertainty/hedge.ts';
import { addHedges, floorOf, scaleHedge, sharesHedge } from '../uncertainty/hedge.ts';
import { exactly, interval } from '../uncertainty/interval.ts';
import type { Additivity, Measure } from '../model/measure.ts';
import { significant } from '../number.ts';
import { WITHOUT_FIGURE, type Cell } from '../model/observation.ts';
import { hedgeOfCell, toStated } from '../model/cell.ts';

/** States that a source published its table for a period, and what a missing row means there. */
export interface Tabulation {
  readonly period: Period;
  readonly absent: 'zero' | 'not-published';
  /** The source marks it as subject to change. */
  readonly provisional: boolean;
  /** Omitted zeros had been rounded to a multiple of this. */
  readonly rounding?: number;
}

/** The properties of an indicator that decide whether its months may be added. */
export interface MonthlyKind {
  readonly measure: Measure;
  readonly additive: Additivity;
  readonly signed: boolean;
}

/** A span added up from months. */
export interface FromMonths {
  readonly cell: Cell;
  /** Whether any month is subject to change. */
  readonly provisional: boolean;
  /** Months without a row that are zero, because the source omits zeros. */
  readonly zeros: readonly string[];
}

/** The sums over the months of a span; SQL computes the same. */
export type MonthSums = Pick<
  CombinedTotals,
  'low' | 'high' | 'central' | 'words' | 'intervalKinds' | 'numerator' | 'denominator'
>;

/**
 * The most that rounded zeros may add to a sum that keeps its single value, as a fraction of what was
 * printed. 70,330 from 123 printed cells keeps its value, with its interval; 10 from one month of twelve does
 * not.
 */
const MOST_OF_ZEROS = 0.25;

/**
 * Sums that include the months that a source omitted as zero. A rounded zero is not certain: rounded to tens
 * it is 0 to 5, and twelve of them are 0 to 60. No source printed it, so if it could change a sum much, the
 * sum has no single value.
 * @example withZeros({ low: 0, high: 0, central: 0, ... }, 12, 10) -> at most 60
 * @example withZeros({ low: 5, high: 15, central: 10, ... }, 11, 10) -> 5 to 70
 */
export function withZeros<T extends Pick<MonthSums, 'high' | 'central' | 'words' | 'intervalKinds'>>(
  sums: T,
  zeros: number,
  rounding: number,
): T {
  const more = (zeros * rounding) / 2;
  if (more === 0) return sums;
  const isLittle = sums.central !== null && more <= sums.central * MOST_OF_ZEROS;
  return {
    ...sums,
    high: sums.high + more,
    central: isLittle ? sums.central : null,
    words: isLittle ? sums.words : new Set([...sums.words, 'at-most' as const]),
    intervalKinds: [...new Set([...sums.intervalKinds, 'rounding' as const])],
  };
}

/** The note on a figure with a month that is subject to change. */
export const PROVISIONAL: Note = {
  mandatory: true,
  text: PROVISIONAL_WORDS,
};

/**
 * Turns sums into a figure, or into a gap with its reason: `not-additive` if figures may not be added over
 * time (stocks, prices) or their intervals are of different kinds, `period-missing` with the missing months,
 * `no-parts` for rates, and for shares without numerators and denominators.
 */
export function concludeMonths(
  sums: MonthSums,
  kind: MonthlyKind,
  expected: number,
  missing: readonly string[],
): Combined {
  const { isRatio: ratio, combinedBy } = MEASURE_RULES[kind.measure];
  const parts =
    combinedBy === 'ratio-of-sums' &&
    sums.numerator !== null &&
    sums.denominator !== null &&
    sums.denominator > 0
      ? { numerator: sums.numerator, denominator: sums.denominator }
      : null;
  const nothing: Combined = {
    computed: parts ? 'ratio-of-sums' : 'sum',
    ...WITHOUT_FIGURE,
    gap: null,
    coverage: { present: expected - missing.length, expected, weight: null },
  };
  const gap = (code: GapCode, of: readonly string[] = []): Combined => ({
    ...nothing,
    computed: 'sum',
    gap: { code, missing: of },
  });
  if (!ratio && kind.additive !== 'flow') return gap('not-additive');
  if (missing.length > 0) return gap('period-missing', missing);
  if (ratio && !parts) return gap('no-parts');
  if (!parts && sums.intervalKinds.length > 1) return gap('not-additive', [...sums.intervalKinds].sort());
  const floor = floorOf(kind.signed);
  const figure = toStated(parts ? ratioOf(parts, sums) : sums, floor, Infinity);
  if (!figure) return gap('undetermined');
  const point = figure.stated.low === null && figure.stated.high === null;
  return {
    ...nothing,
    ...figure,
    intervalKind: point ? 'none' : (sums.intervalKinds[0] ?? 'stated'),
    numerator: parts && significant(parts.numerator),
    denominator: parts && significant(parts.denominator),
  };
}

/**
 * The sum of one series' months over a span of whole months: a year, a fiscal year, or the same seven months
 * of each year. Null if none of its months was published. Gaps as in `concludeMonths`; a month without a
 * figure, or with a suppressed one, is missing.
 */
export function sumOfMonths(
  months: readonly Cell[],
  span: Period,
  kind: MonthlyKind,
  tabulations: readonly Tabulation[],
): FromMonths | null {
  const step = months[0]?.period.basis;
  const names = stepsIn(step !== undefined && isPartOfYear(step) ? step : 'month', span);
  const byMonth = new Map(months.map((cell) => [formatPeriod(cell.period), cell]));
  const published = new Map(tabulations.map((tabulation) => [formatPeriod(tabulation.period), tabulation]));
  const present = names.flatMap((name) => byMonth.get(name) ?? []);
  const zeros = names.filter((name) => !byMonth.has(name) && published.get(name)?.absent === 'zero');
  const [first] = present.length > 0 ? present : months;
  if (!first || present.length + zeros.length === 0) return null;
  const missing = names.filter((name) => !byMonth.get(name)?.stated && !zeros.includes(name));
  const provisional = names.some((name) => published.get(name)?.provisional === true);
  const floor = floorOf(kind.signed);
  const figures = present.flatMap((cell) => (cell.stated ? [{ ...cell, stated: cell.stated }] : []));
  const sums: MonthSums = {
    ...addHedges([...figures.map((cell) => ownHedge(cell, kind, floor)), ...zeros.map(() => exactly(0))]),
    intervalKinds: [...new Set(present.map((cell) => cell.intervalKind))].filter((kind) => kind !== 'none'),
    numerator: addAll(present.map((cell) => cell.numerator)),
    denominator: addAll(present.map((cell) => cell.denominator)),
  };
  const rounding = Math.max(0, ...zeros.map((name) => published.get(name)?.rounding ?? 0));
  const notes = [...present.flatMap((cell) => cell.notes), ...(provisional ? [PROVISIONAL] : [])];
  const cell: Cell = {
    ...first,
    basis: span.basis,
    period: span,
    periodStatus: leastSure(present.map((month) => month.periodStatus)),
    ...concludeMonths(withZeros(sums, zeros.length, rounding), kind, names.length, missing),
    editions: [...new Set(present.flatMap((cell) => cell.editions))].sort(),
    attributedTo: null,
    locator: null,
    printed: null,
    notes: distinctNotes(notes),
  };
  return { cell, provisional, zeros };
}

/**
 * Years, half years or quarters added up from one series of months: every span in which the source published a
 * month.
 */
export function yearsFromMonths(
  months: readonly Cell[],
  basis: Extract<Basis, 'calendar-year' | 'us-fiscal-year' | 'quarter' | 'half-year'>,
  kind: MonthlyKind,
  tabulations: readonly Tabulation[],
): FromMonths[] {
  const starts = [...months, ...tabulations].flatMap(({ period }) =>
    period.start === null ? [] : [period.start],
  );
  const spans = starts.flatMap((day) => periodAround(day, basis) ?? []);
  const byName = new Map(spans.map((span) => [formatPeriod(span), span]));
  return [...byName.values()]
    .sort(comparePeriods)
    .flatMap((span) => sumOfMonths(months, span, kind, tabulations) ?? []);
}

/** The sum; null if any of them is unknown. */
const addAll = (values: readonly (number | null)[]): number | null =>
  values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);

/** What a month adds to a sum: a share as often as it has cases. */
const ownHedge = (cell: Figured, { measure }: MonthlyKind, floor: number): Hedge =>
  measure === 'share'
    ? scaleHedge(hedgeOfCell(cell, floor), cell.denominator ?? 0)
    : hedgeOfCell(cell, floor);
type Figured = Cell & { readonly stated: NonNullable<Cell['stated']> };

function ratioOf(parts: { numerator: number; denominator: number }, sums: MonthSums): Hedge {
  const { words } = sums;
  const value = parts.numerator / parts.denominator;
  if (sums.intervalKinds.length > 0) return sharesHedge(sums, significant(value), parts.denominator);
  return interval(value, value, value, new Set([words.has('about') ? 'about' : 'exact']));
}
