/** The time axis of a chart: years, or months with the years above them. */
import { monthWords } from '#stats/format/period.ts';
import type { Language } from '#stats/language.ts';
import { monthText } from '#stats/time/calendar.ts';
import { fiscalYear, fiscalYearAt, isPartOfYear, PARTS_OF_YEAR, type Basis } from '#stats/time/period.ts';
import type { ChartAxis } from '../scales/axis.ts';
import { yearTicks } from '../scales/linear.ts';
import { monthAt, yearShare } from '../scales/months.ts';
import { textWidth } from '../text/metrics.ts';

/** The periods of one basis, from first to last, and how they are written. */
export interface LineTime {
  readonly basis: Basis | undefined;
  readonly first: number;
  readonly last: number;
  readonly narrow: boolean;
  readonly language: Language;
}

const TICK = 12.5;
/** Months from one name to the next: within a year, then years. */
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240];

/**
 * A day on the axis. A figure lies at the number of its period, so the period begins half a unit earlier.
 * @example dayPosition('2020-03-21', 'us-fiscal-year') // about 2019.97
 */
export function dayPosition(day: string, basis: Basis | undefined): number {
  if (basis !== undefined && isPartOfYear(basis)) return monthAt(day) / PARTS_OF_YEAR[basis] - 0.5;
  const begun = Number(day.slice(0, 4)) + yearShare(day) - 0.5;
  if (basis !== 'us-fiscal-year') return begun;
  const year = fiscalYearAt(day);
  // The transition quarter is between two fiscal years and has no room on their axis.
  if (year === null) return Number(day.slice(0, 4)) + 0.5;
  return begun + (fiscalYear(year).start?.slice(5, 7) === '07' ? 0.5 : 0.25);
}

/** The axis with as many names as fit. */
export function lineTimeAxis(time: LineTime, range: ChartAxis['range']): ChartAxis {
  const { first, last } = time;
  const domain = [first, last > first ? last : first + 1] as const;
  return { domain, range, ticks: ticksOf(time, range) };
}

function ticksOf(time: LineTime, range: ChartAxis['range']): ChartAxis['ticks'] {
  if (time.basis === 'month') return monthNames(time, range);
  return time.basis === 'quarter' || time.basis === 'half-year'
    ? partNames(time, range)
    : yearNames(time, range);
}

/** Quarters and half years have the names of the years that they begin; the first has its own. */
function partNames({ basis, first, last, narrow }: LineTime, range: ChartAxis['range']): ChartAxis['ticks'] {
  const perYear = basis === 'quarter' ? 4 : 2;
  const [left, right] = range;
  const [from, to] = [Math.ceil(first / perYear), Math.floor(last / perYear)];
  const room = textWidth('2000', TICK) + (narrow ? 14 : 24);
  const width = ((right - left) * (to - from)) / Math.max(1, (last - first) / perYear);
  return yearTicks(from, Math.max(from, to), width, room).map((year) => ({
    value: year * perYear,
    label: String(year),
  }));
}

function yearNames({ basis, first, last, narrow }: LineTime, [left, right]: ChartAxis['range']) {
  const room = textWidth('2000', TICK) + (narrow ? 14 : 24);
  const prefix = basis === 'us-fiscal-year' && !narrow ? 'FY' : '';
  return yearTicks(first, last, right - left, room).map((year) => ({
    value: year,
    label: prefix + String(year),
  }));
}

/** A January is written as its year. The first month has its year beside it where there is room. */
function monthNames({ first, last, narrow, language }: LineTime, [left, right]: ChartAxis['range']) {
  const perMonth = (right - left) / Math.max(1, last - first);
  const room = textWidth('2000', TICK) + (narrow ? 12 : 20);
  const step = MONTH_STEPS.find((months) => months * perMonth >= room) ?? 1200;
  const from = Math.ceil(first / step) * step;
  const values: number[] = [];
  for (let month = from; month <= last; month += step) values.push(month);
  const named = (month: number): string => monthWords(`${monthText(month)}-01`, language);
  const ticks = values.map((month) => ({
    value: month,
    label: month % 12 === 0 ? String(month / 12) : named(month).slice(0, 3),
  }));
  const opening = { value: first, label: named(first) };
  const clear = (textWidth(opening.label, TICK) + textWidth('2000', TICK)) / 2 + 10;
  const isClear = ({ value }: { readonly value: number }): boolean => (value - first) * perMonth >= clear;
  const isJanuary = first % 12 === 0 && ticks.length > 0;
  // The first month must not push the first January away: without it a reader counts years from nowhere.
  const january = ticks.find(({ value }) => value % 12 === 0);
  return isJanuary || (january && !isClear(january)) ? ticks : [opening, ...ticks.filter(isClear)];
}
