/**
 * Periods by a format of the recipe, in the letters of Unicode's date patterns: `MMMM d, yyyy`, `dd/MM/yyyy`, `MMM-yy`,
 * `yyyyQq`, `yyyy'M'MM`, `FYyy`, `yyyy/yy`, and `excel` for serial numbers of days. What the letters do not say (which
 * year 2014/15 is) the recipe says with `basis` or `yearStarts`; nothing is guessed.
 */
import { lastDayOfMonth, monthIndex, monthText, yearText } from '#stats/time/calendar.ts';
import {
  calendarYear,
  fiscalYear,
  formatPeriod,
  parsePeriod,
  partOfYear,
  periodAround,
  type Period,
} from '#stats/time/period.ts';
import type { FormatBasis } from '../schema/period-bases.ts';
import { parseQuarter } from './month.ts';
import { dateNames, isKnownLanguage, type DateNames } from './date-names.ts';

export interface FormatRole {
  readonly format: string | readonly string[];
  readonly language?: string | undefined;
  readonly basis?: FormatBasis | undefined;
  /** The first month of the year of a format with two years. */
  readonly yearStarts?: number | undefined;
}

type Field = 'year' | 'yearTo' | 'quarter' | 'half' | 'month' | 'monthName' | 'weekday' | 'day' | 'time';

interface FormatToken {
  readonly field: Field;
  readonly pattern: string;
}

/** A letter of a format, and what it reads. The longest that fits is taken. */
const TOKENS: readonly (readonly [string, FormatToken])[] = [
  ['yyyy', { field: 'year', pattern: '(\\d{4})' }],
  ['yy', { field: 'year', pattern: '(\\d{2})' }],
  ['MMMM', { field: 'monthName', pattern: '(\\p{L}+\\.?)' }],
  ['MMM', { field: 'monthName', pattern: '(\\p{L}+\\.?)' }],
  ['MM', { field: 'month', pattern: '(\\d{2})' }],
  ['M', { field: 'month', pattern: '(\\d{1,2})' }],
  ['EEEE', { field: 'weekday', pattern: '(\\p{L}+\\.?)' }],
  ['EEE', { field: 'weekday', pattern: '(\\p{L}+\\.?)' }],
  ['dd', { field: 'day', pattern: '(\\d{2})' }],
  ['d', { field: 'day', pattern: '(\\d{1,2})' }],
  ['q', { field: 'quarter', pattern: '([1-4]|IV|I{1,3})' }],
  ['h', { field: 'half', pattern: '([12])' }],
  ['HH', { field: 'time', pattern: '(\\d{1,2})' }],
  ['mm', { field: 'time', pattern: '(\\d{2})' }],
  ['ss', { field: 'time', pattern: '(\\d{2}(?:\\.\\d+)?)' }],
];

const LETTERS =
  'yyyy or yy (year), MMMM or MMM (name of the month), MM or M, dd or d, q (quarter), h (half year), EEE (weekday), HH, mm, ss, and other letters in quotes';

/** What is often written instead. */
const MISTAKEN: Readonly<Record<string, string>> = {
  Y: 'y for the year',
  D: 'd for the day',
  m: 'M for the month',
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

interface ParsedFormat {
  readonly pattern: RegExp;
  readonly fields: readonly Field[];
  /** Whether it has the letters FY, which name a US fiscal year unless the recipe says another. */
  readonly saysFiscal: boolean;
}

/** @throws SyntaxError for letters that mean nothing */
function parseFormat(format: string): ParsedFormat {
  const fields: Field[] = [];
  let pattern = '';
  let literal = '';
  const literally = (text: string): void => {
    literal += text;
    pattern += /^\s+$/.test(text) ? '\\s+' : escaped(text);
  };
  for (let at = 0; at < format.length;) {
    const rest = format.slice(at);
    const quoted = /^'((?:[^']|'')*)'/.exec(rest);
    const token = TOKENS.find(([letters]) => rest.startsWith(letters));
    if (quoted) {
      literally((quoted[1] ?? '').replaceAll("''", "'") || "'");
      at += quoted[0].length;
    } else if (token) {
      const field = token[1].field === 'year' && fields.includes('year') ? 'yearTo' : token[1].field;
      fields.push(field);
      pattern += token[1].pattern;
      at += token[0].length;
    } else {
      const text = /^(FY|\s+|[^\p{L}]|[QHSFTK])/u.exec(rest)?.[0];
      if (text === undefined) {
        const letter = rest[0] ?? '';
        const instead = MISTAKEN[letter];
        throw new SyntaxError(
          `period.format: ${JSON.stringify(format)} has the letter ${letter}; ${instead ? `write ${instead}` : `the letters are ${LETTERS}`}`,
        );
      }
      literally(text);
      at += text.length;
    }
  }
  return { pattern: new RegExp(`^${pattern}$`, 'iu'), fields, saysFiscal: /FY/.test(literal) };
}

/** A year of two digits is the one from 1950 to 2049. */
const fullYear = (text: string): number =>
  text.length > 2 ? Number(text) : Number(text) + (Number(text) < 50 ? 2000 : 1900);

const two = (n: number): string => String(n).padStart(2, '0');

/** The basis that a format reads if the recipe names none. */
function basisOf({ fields, saysFiscal }: ParsedFormat): OwnBasis {
  if (fields.includes('day')) return 'day';
  if (fields.includes('month') || fields.includes('monthName')) return 'month';
  if (fields.includes('quarter')) return 'quarter';
  if (fields.includes('half')) return 'half-year';
  return saysFiscal ? 'us-fiscal-year' : 'calendar-year';
}

/** What the letters of a format can read by themselves. */
type OwnBasis = Exclude<FormatBasis, 'interval'>;

const LENGTH: Readonly<Record<OwnBasis, number>> = {
  day: 0,
  month: 1,
  quarter: 3,
  'half-year': 6,
  'calendar-year': 12,
  'us-fiscal-year': 12,
};

export type FormatVerdict = { readonly period: Period } | { readonly rule: string };

const NO = { rule: 'is not a period of this format' } as const;

type Fields = Readonly<Partial<Record<Field, string>>>;

/** The twelve months of `2014/15`, or the fiscal year that it is. */
function splitYear(fields: Fields, { basis, yearStarts }: FormatRole): FormatVerdict {
  const [from, to] = [fullYear(fields.year ?? ''), fields.yearTo ?? ''];
  if (basis === 'interval') {
    const short = from - (from % 100) + Number(to);
    const last = to.length > 2 ? Number(to) : short + (short < from ? 100 : 0);
    if (last <= from || from < 1) return { rule: 'does not end after it begins' };
    return {
      period: { basis: 'interval', start: `${yearText(from)}-01-01`, end: `${yearText(last)}-12-31` },
    };
  }
  if (to.length > 2 ? Number(to) !== from + 1 : Number(to) !== (from + 1) % 100)
    return { rule: `does not end in the year after ${from}` };
  if (basis === 'us-fiscal-year') return { period: fiscalYear(from + 1) };
  const first = monthIndex(`${yearText(from)}-${two(yearStarts ?? 1)}`);
  const [start, last] = [monthText(first), monthText(first + 11)];
  return { period: { basis: 'interval', start: `${start}-01`, end: lastDayOfMonth(last) } };
}

/** The basis that the recipe names for formats with one year. */
const namedBasis = ({ basis }: FormatRole): OwnBasis | undefined =>
  basis === 'interval' ? undefined : basis;

function periodFrom(fields: Fields, own: OwnBasis, names: DateNames, role: FormatRole): FormatVerdict {
  if (fields.yearTo !== undefined) return splitYear(fields, role);
  const basis = namedBasis(role) ?? own;
  const year = fullYear(fields.year ?? '');
  if (LENGTH[own] === 12)
    return year < 2 ? NO : { period: basis === 'us-fiscal-year' ? fiscalYear(year) : calendarYear(year) };
  if (own === 'quarter' || own === 'half-year') {
    const part = partOfYear(
      own,
      year,
      own === 'quarter' ? (parseQuarter(fields.quarter ?? '')?.quarter ?? 0) : Number(fields.half),
    );
    return part ? asBasis(part, own, basis) : NO;
  }
  const month = fields.monthName === undefined ? Number(fields.month) : names.month(fields.monthName);
  if (month === null) return { rule: `has no month of the language in ${JSON.stringify(fields.monthName)}` };
  const text = `${yearText(year)}-${two(month)}`;
  const period = parsePeriod(own === 'day' ? `${text}-${two(Number(fields.day))}` : text);
  if (!period) return { rule: 'is not a date of the calendar' };
  const fault = weekdayFault(fields.weekday, period, names);
  return fault ?? asBasis(period, own, basis);
}

/** A weekday that the date does not have: day and month are swapped, or the file is wrong. */
function weekdayFault(text: string | undefined, { start }: Period, names: DateNames): FormatVerdict | null {
  if (text === undefined || start === null) return null;
  const said = names.weekday(text);
  const day = new Date(`${start}T00:00:00Z`).getUTCDay() || 7;
  if (said === null) return { rule: `has no weekday of the language in ${JSON.stringify(text)}` };
  return said === day ? null : { rule: `says ${text}, but ${start} is another day of the week` };
}

/** A date that stands for a month, a quarter or a year: its first or last day (or month). */
function asBasis(period: Period, own: OwnBasis, basis: OwnBasis): FormatVerdict {
  if (own === basis || period.start === null) return { period };
  const around = periodAround(period.start, basis);
  if (!around) return { rule: 'is in no US fiscal year (July to September 1976)' };
  if (around.start === period.start || around.end === period.end) return { period: around };
  return {
    rule: `is neither the first nor the last ${own} of ${formatPeriod(around)}, and the recipe says basis: ${basis}`,
  };
}

const DAY_MS = 86_400_000;
const EPOCHS: Readonly<Record<string, number>> = {
  // Day 60 of the first is 29 February 1900, which never was; earlier days are one off and are refused.
  excel: Date.UTC(1899, 11, 30),
  'excel-1904': Date.UTC(1904, 0, 1),
};

function serialReader(epoch: number, basis: OwnBasis): (text: string) => FormatVerdict {
  return (text) => {
    const days = /^\d{2,7}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
    const date = new Date(epoch + days * DAY_MS);
    if (days <= 60 || date.getUTCFullYear() > 9999) return { rule: 'is not a serial number of a day' };
    const period = parsePeriod(date.toISOString().slice(0, 10));
    return period ? asBasis(period, 'day', basis) : NO;
  };
}

/** @throws SyntaxError if the format leaves open which period it reads, or contradicts the basis */
function checkFormat(format: string, { fields }: ParsedFormat, own: OwnBasis, role: FormatRole): void {
  const { yearStarts } = role;
  const basis = fields.includes('yearTo') ? role.basis : namedBasis(role);
  const fail = (problem: string): never => {
    throw new SyntaxError(`period.format: ${JSON.stringify(format)} ${problem}`);
  };
  if (!fields.includes('year')) fail('has no year (yyyy or yy)');
  if (fields.includes('day') && !fields.includes('month') && !fields.includes('monthName'))
    fail('has a day and no month');
  if (fields.includes('yearTo')) {
    if (own !== 'calendar-year' && own !== 'us-fiscal-year')
      fail('has two years and more; read start and end');
    if (basis !== undefined && basis !== 'us-fiscal-year' && basis !== 'interval')
      fail(`has two years, which are no ${basis}`);
    if ((basis === undefined) === (yearStarts === undefined))
      fail(
        'has two years: say basis: us-fiscal-year, or yearStarts: 7 (the first month of the year), or basis: interval (from the first to the last)',
      );
    return;
  }
  if (yearStarts !== undefined) fail('has one year, and yearStarts is for formats with two');
  if (basis === undefined || basis === own || basis === 'interval') return;
  const isYear = LENGTH[own] === 12 && LENGTH[basis] === 12;
  if (!isYear && (LENGTH[basis] <= LENGTH[own] || LENGTH[own] > 1))
    fail(`reads a ${own}, which is no ${basis}`);
}

/** @throws SyntaxError if a format or the language cannot be followed */
export function formatReader(role: FormatRole): (text: string) => FormatVerdict {
  const languages = role.language === undefined ? ['en', 'es'] : [role.language];
  const unknown = languages.find((language) => !isKnownLanguage(language));
  if (unknown !== undefined)
    throw new SyntaxError(`period.language: ${JSON.stringify(unknown)} is no language; write en, es, fr, pt`);
  const names = dateNames(languages);
  const readers = [role.format].flat().map((format) => {
    const epoch = EPOCHS[format];
    if (epoch !== undefined) return serialReader(epoch, namedBasis(role) ?? 'day');
    const parsed = parseFormat(format);
    const own = basisOf(parsed);
    checkFormat(format, parsed, own, role);
    return (text: string): FormatVerdict => {
      const found = parsed.pattern.exec(text);
      if (!found) return NO;
      const fields = Object.fromEntries(parsed.fields.map((field, i) => [field, found[i + 1]])) as Fields;
      return periodFrom(fields, own, names, role);
    };
  });
  return (text) => {
    const verdicts = readers.map((read) => read(text.replace(/\s+/g, ' ').trim()));
    const periods = verdicts.flatMap((verdict) => ('period' in verdict ? [verdict.period] : []));
    const [first] = periods;
    const different = [...new Set(periods.map(formatPeriod))];
    if (different.length > 1) return { rule: `is ${different.join(' by one format and ')} by another` };
    if (first) return { period: first };
    return verdicts.find((verdict) => verdict !== NO) ?? NO;
  };
}
