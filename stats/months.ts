/**
 * Months to years. A source that publishes months gives calendar years and US fiscal years alike, exactly: a
 * year is the sum of its twelve months, for what may be added over time. A month that is missing is named,
 * and then there is no year: eleven months are never shown as a year, nor joined to whole ones. What a source
 * published is said by its tabulations, because a sparse table leaves its zeros out.
 *
 * @example October 2014 to April 2015 and nothing more -> FY2015 is a gap that names 2015-05 to 2015-09
 */
import type { GapCode } from './gap.ts';
import type { Text } from './language.ts';
import type { Hedge } from './hedge.ts';
import { addHedges, floorOf } from './hedge.ts';
import type { Additivity, Measure } from './measure.ts';
import type { Cell } from './observation.ts';
import type { Basis, Period } from './period.ts';
import { calendarYear, fiscalYear, formatPeriod, parsePeriod } from './period.ts';
import { exactly, hedgeOfCell, interval, settled } from './interval.ts';

/** That a source published its table for a period, and what it means that a row is not in it. */
export interface Tabulation {
  readonly period: Period;
  readonly absent: 'zero' | 'not-published';
  /** The source says that it may change yet. */
  readonly provisional: boolean;
}

/** What the months are months of. */
export interface MonthlyKind {
  readonly measure: Measure;
  readonly additive: Additivity;
  readonly signed: boolean;
}

/** A span made of months. */
export interface FromMonths {
  readonly cell: Cell;
  /** Whether any month may change yet. */
  readonly provisional: boolean;
  /** Months that had no row and were zero, because the source leaves zeros out. */
  readonly zeros: readonly string[];
}

/**
 * The whole months of a period, in order; none where it does not begin and end with a month.
 * @example monthsOf(FY2015) -> 2014-10 to 2015-09
 */
export function monthsOf(period: Period): string[] {
  if (period.start === null || period.end === null) return [];
  const [first, last] = [period.start.slice(0, 7), period.end.slice(0, 7)];
  if (parsePeriod(first)?.start !== period.start || parsePeriod(last)?.end !== period.end) return [];
  const at = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  return Array.from({ length: at(last) - at(first) + 1 }, (_, i) => {
    const n = at(first) + i;
    return `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`;
  });
}

/**
 * The sum of one series' months over a span of whole months: a year, a fiscal year, or the same seven months
 * of each. Null where not one of its months was published. Gaps: `members-missing` names months that are
 * missing or have no figure; `not-additive` where figures may not be added over time (stocks, prices) or their
 * intervals are of different kinds; `no-parts` for rates and shares, which go by numerators and denominators.
 */
export function sumOfMonths(
  months: readonly Cell[],
  span: Period,
  kind: MonthlyKind,
  tabulations: readonly Tabulation[],
): FromMonths | null {
  const names = monthsOf(span);
  const byMonth = new Map(months.map((cell) => [formatPeriod(cell.period), cell]));
  const published = new Map(tabulations.map((one) => [formatPeriod(one.period), one]));
  const present = names.flatMap((name) => byMonth.get(name) ?? []);
  const zeros = names.filter((name) => !byMonth.has(name) && published.get(name)?.absent === 'zero');
  const [first] = present.length > 0 ? present : months;
  if (!first || present.length + zeros.length === 0) return null;
  const missing = names.filter((name) => !byMonth.get(name)?.stated && !zeros.includes(name));
  const provisional = names.some((name) => published.get(name)?.provisional === true);
  const kinds = [...new Set(present.map((one) => one.intervalKind))].filter((one) => one !== 'none');
  const cell: Cell = {
    ...first,
    basis: span.basis,
    period: span,
    periodStatus: 'stated',
    stated: null,
    lowInclusive: null,
    highInclusive: null,
    intervalKind: 'none',
    numerator: null,
    denominator: null,
    gap: null,
    coverage: { present: names.length - missing.length, expected: names.length, weight: null },
    computed: 'sum',
    editions: [...new Set(present.flatMap((one) => one.editions))].sort(),
    attributedTo: null,
    locator: null,
    printed: null,
    notes: [...new Map(present.flatMap((one) => one.notes).map((note) => [note.text.en, note])).values()],
  };
  const gap = (code: GapCode, of: readonly string[]): FromMonths => ({
    cell: { ...cell, gap: { code, missing: of } },
    provisional,
    zeros,
  });
  const ratio = kind.measure === 'rate' || kind.measure === 'share';
  if (!ratio && kind.additive !== 'flow') return gap('not-additive', []);
  if (missing.length > 0) return gap('members-missing', missing);
  if (kind.measure === 'rate') return gap('no-parts', []);
  const floor = floorOf(kind.signed);
  const parts = kind.measure === 'share' ? partsOf(present) : null;
  if (ratio && !parts) return gap('no-parts', []);
  if (!parts && kinds.length > 1) return gap('not-additive', [...kinds].sort());
  const hedges = [
    ...present.flatMap((one) => (one.stated ? [hedgeOfCell({ ...one, stated: one.stated }, floor)] : [])),
    ...zeros.map(() => exactly(0)),
  ];
  const figure = settled(parts ? ratioOf(parts, present) : addHedges(hedges), floor, Infinity);
  if (!figure) return gap('undetermined', []);
  const point = figure.stated.low === null && figure.stated.high === null;
  const [intervalKind = 'stated'] = kinds;
  return {
    cell: {
      ...cell,
      ...figure,
      ...(parts ?? {}),
      computed: parts ? 'ratio-of-sums' : 'sum',
      intervalKind: point ? 'none' : intervalKind,
    },
    provisional,
    zeros,
  };
}

/** Calendar or fiscal years of one series of months: every year in which the source published a month. */
export function yearsFromMonths(
  months: readonly Cell[],
  basis: Extract<Basis, 'calendar-year' | 'us-fiscal-year'>,
  kind: MonthlyKind,
  tabulations: readonly Tabulation[],
): FromMonths[] {
  const starts = [...months, ...tabulations].flatMap(({ period }) =>
    period.start === null ? [] : [period.start],
  );
  const years = starts.map(
    (day) => Number(day.slice(0, 4)) + (basis === 'us-fiscal-year' && day.slice(5, 7) >= '10' ? 1 : 0),
  );
  return [...new Set(years)]
    .sort((a, b) => a - b)
    .map((year) => (basis === 'calendar-year' ? calendarYear(year) : fiscalYear(year)))
    .flatMap((year) => sumOfMonths(months, year, kind, tabulations) ?? []);
}

function partsOf(cells: readonly Cell[]): { numerator: number; denominator: number } | null {
  if (cells.some((one) => one.numerator === null || one.denominator === null)) return null;
  const numerator = cells.reduce((sum, one) => sum + (one.numerator ?? 0), 0);
  const denominator = cells.reduce((sum, one) => sum + (one.denominator ?? 0), 0);
  return denominator > 0 ? { numerator, denominator } : null;
}

function ratioOf(parts: { numerator: number; denominator: number }, cells: readonly Cell[]): Hedge {
  const value = parts.numerator / parts.denominator;
  const about = cells.some((one) => one.stated?.qualifier === 'about');
  return interval(value, value, value, new Set([about ? 'about' : 'exact']));
}

/** The rules of this file as the method page says them. */
export const MONTH_RULES: Readonly<Record<'years' | 'missing' | 'zeros' | 'partial' | 'provisional', Text>> =
  {
    years: {
      en: 'Where a source publishes months, calendar years and US fiscal years are both sums of twelve months. Without months one kind of year is never turned into the other.',
      es: 'Donde una fuente publica meses, tanto los años calendario como los años fiscales de EE. UU. son sumas de doce meses. Sin meses, una clase de año nunca se convierte en la otra.',
    },
    missing: {
      en: 'A month without a figure is named, and its year has none.',
      es: 'Un mes sin cifra se nombra, y su año queda sin ella.',
    },
    zeros: {
      en: 'A month that is not in a table counts as zero only where the source leaves zeros out of a table it published.',
      es: 'Un mes que no está en una tabla vale cero solo si la fuente publicó la tabla y en ella no anota los ceros.',
    },
    partial: {
      en: 'Some months of a year are a span of their own. They are compared with the same months of another year, never joined to whole years.',
      es: 'Unos meses de un año son un intervalo aparte. Se comparan con los mismos meses de otro año y nunca se unen a los años completos.',
    },
    provisional: {
      en: 'A year with a provisional month is provisional.',
      es: 'Un año con un mes provisional es provisional.',
    },
  };
