/** Months as whole numbers, so that a bar can be drawn over the months it counts. */
import { daysInMonth, lastDayOfMonth, monthIndex } from '#stats/time/calendar.ts';
import type { Cell } from '#stats/model/observation.ts';
import { BASIS_RULES, isDated, type Basis, type Period } from '#stats/time/period.ts';

/** Months since year 0; `to` is the first month after the span. */
export interface MonthSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * A day as months since year 0, with the share of its month that has passed.
 * @example monthAt('2020-03-01') === 24242
 */
export const monthAt = (day: string): number =>
  monthIndex(day) + (Number(day.slice(8, 10)) - 1) / daysInMonth(day);

/**
 * The share of a year that has passed at the start of a day.
 * @example yearShare('2014-07-02') // about 0.5
 */
export function yearShare(day: string): number {
  const year = Number(day.slice(0, 4));
  const [from, to] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return (Date.parse(`${day}T00:00:00Z`) - from) / (to - from);
}

/**
 * The whole months of a period, or null if it has open ends or begins or ends within a month.
 * @example FY2014 has 12
 */
export function monthSpan(period: Period): MonthSpan | null {
  const { start, end } = period;
  if (start === null || end === null) return null;
  if (!start.endsWith('-01') || lastDayOfMonth(end) !== end) return null;
  return { from: monthIndex(start), to: monthIndex(end) + 1 };
}

/** Whether periods of this basis tile time: years of one kind, or equal parts of a year. Bars are drawn only over these. */
export const tilesTime = (basis: Basis): boolean => BASIS_RULES[basis].cycle !== null;

/** A figure over the months that it is for. */
export interface CellSpan extends MonthSpan {
  readonly cell: Cell;
}

/**
 * The figures that are for whole months, each with its span. The dates of an undated figure are those of the statement,
 * so it has no place on an axis of time.
 */
export const spansOf = (cells: readonly Cell[]): CellSpan[] =>
  cells.filter(isDated).flatMap((cell) => {
    const span = monthSpan(cell.period);
    return span ? [{ cell, ...span }] : [];
  });

/**
 * Single numbers of whole months that follow one another without a break, as runs. A line joins only these; an
 * assumed period is not on a line.
 */
export function runsOfSpans(cells: readonly Cell[]): CellSpan[][] {
  const spans = spansOf(cells)
    .filter(({ cell }) => cell.stated?.value != null && cell.periodStatus !== 'assumed')
    .sort((a, b) => a.from - b.from);
  const runs: CellSpan[][] = [];
  let before = NaN;
  for (const span of spans) {
    if (span.from === before) runs.at(-1)?.push(span);
    else runs.push([span]);
    before = span.to;
  }
  return runs;
}
