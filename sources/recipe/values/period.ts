/** Converts periods in publishers' forms into periods with a calendar. */
import {
  calendarYear,
  fiscalYear,
  fiscalYearAt,
  parsePeriod,
  periodAround,
  type Basis,
  type Period,
} from '#stats/time/period.ts';
import { monthIndex, monthText } from '#stats/time/calendar.ts';
import { parseHalf, parseMonth, parseQuarter } from './month.ts';
import type { PeriodRole } from '../schema/shape.ts';

export interface ReadPeriod {
  readonly period: Period;
  /** For an incomplete year: the kind of year that it is a part of. */
  readonly ofBasis: Basis | null;
}

type YearRole = Extract<PeriodRole, { readonly year: string }>;

const pad = (n: number): string => String(n).padStart(2, '0');

/** A period as printed: our own text forms, `1892-1900`, `2011/2018`. */
export function parsePrinted(text: string): Period | null {
  const plain = text.trim();
  const years = /^(\d{4})\s*[-–/]\s*(\d{4})$/.exec(plain);
  if (years) return parsePeriod(`${years[1]}-01/${years[2]}-12`);
  const short = /^(?:FY|fiscal year|año fiscal)\s*(\d{4})$/i.exec(plain);
  if (short) return parsePeriod(`FY${short[1]}`);
  // A year from a workbook or from R may be written as `2014.0`.
  return parsePeriod(plain.replace(/^(\d{4})\.0$/, '$1'));
}

/**
 * The month of a fiscal year: October to December are in the previous calendar year, before FY1977 July to
 * December.
 */
const monthOfFiscalYear = (year: number, month: number): Period | null =>
  [year - 1, year].flatMap((calendar) => {
    const text = `${calendar}-${pad(month)}`;
    return fiscalYearAt(`${text}-01`) === year ? (parsePeriod(text) ?? []) : [];
  })[0] ?? null;

function yearOf(text: string): number | null {
  const match = /^(?:FY\s*)?(\d{4})(?:\.0)?$/i.exec(text.trim());
  return match ? Number(match[1]) : null;
}

/** Several years of a basis as one interval. @example FY1892 to FY1900 begins in July 1891 */
const years = (from: number, to: number): Period => ({
  basis: 'interval',
  start: fiscalYear(from).start,
  end: fiscalYear(to).end,
});

/** What is no single year, in a column of years of a named basis. */
function beyondYear(bare: string, basis: YearRole['basis']): ReadPeriod | string | null {
  const range = /^(\d{4})\s*[-–/]\s*(\d{4})$/.exec(bare.trim());
  if (range && basis === 'us-fiscal-year') {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return from < to ? { period: years(from, to), ofBasis: null } : null;
  }
  const period = parsePrinted(bare);
  if (!period) return null;
  if (basis !== undefined && period.basis !== 'interval')
    return `is a ${period.basis}, and the recipe says basis: ${basis}`;
  return { period, ofBasis: null };
}

/** The first month of a part of a year, which is counted from the first month of the year. */
function firstMonth(text: string, { quarter, half }: YearRole, starts: number): number | null {
  const from = (part: number, months: number): number => ((starts - 1 + (part - 1) * months) % 12) + 1;
  if (quarter !== undefined) {
    const named = parseQuarter(text);
    return named && (named.month ?? from(named.quarter, 3));
  }
  if (half === undefined) return parseMonth(text);
  const named = parseHalf(text);
  return named && (named.month ?? from(named.half, 6));
}

/** A month, a quarter or a half of a year; the first part of a fiscal year begins with that year. */
function partOf(year: number, text: string, role: YearRole): Period | null {
  const isFiscal = role.basis === 'us-fiscal-year';
  const month = firstMonth(text, role, isFiscal ? Number(fiscalYear(year).start?.slice(5, 7)) : 1);
  if (month === null) return null;
  const found = isFiscal ? monthOfFiscalYear(year, month) : parsePeriod(`${year}-${pad(month)}`);
  if (!found?.start || (role.quarter === undefined && role.half === undefined)) return found;
  if (role.quarter !== undefined) return periodAround(found.start, 'quarter');
  // Half a fiscal year, from October to March, is no half of a calendar year.
  const first = monthIndex(found.start.slice(0, 7));
  return month % 6 === 1
    ? periodAround(found.start, 'half-year')
    : parsePeriod(`${monthText(first)}/${monthText(first + 5)}`);
}

/**
 * A year with an optional month, quarter or half year, by a role.
 * @returns null if the texts are not a period, and a text that says why if they are another than the recipe names
 */
export function parseYear(
  yearText: string,
  monthText: string | null,
  role: YearRole,
): ReadPeriod | string | null {
  const { basis, partial, wholeYear } = role;
  const marked = partial !== undefined && yearText.includes(partial.marker);
  const bare = marked ? yearText.replace(partial.marker, '').trim() : yearText;
  const year = yearOf(bare);
  if (monthText !== null && !wholeYear.includes(monthText)) {
    const period = year === null ? null : partOf(year, monthText, role);
    return period && { period, ofBasis: null };
  }
  if (year === null) return beyondYear(bare, basis);
  const saysFiscal = /^FY/i.test(bare.trim());
  if (saysFiscal && basis === 'calendar-year') return `is a fiscal year, and the recipe says basis: ${basis}`;
  const whole = basis === 'us-fiscal-year' || saysFiscal ? fiscalYear(year) : calendarYear(year);
  if (!marked && !partial?.years.includes(String(year))) return { period: whole, ofBasis: null };
  const from = whole.start?.slice(0, partial.through.length) ?? '';
  const period = parsePeriod(`${from}/${partial.through}`);
  return period && { period, ofBasis: whole.basis };
}
