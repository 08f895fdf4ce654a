/**
 * A period in words: `FY2014`, `19 Oct 2018`, `Oct 2014 to Apr 2015`, `since 2008`. An assumed year keeps its
 * question mark (docs/rules.md#period-status), and a date that only tells when a statement was made is marked
 * as such.
 */
import type { Language } from '../language.ts';
import { lastDayOfMonth } from '../time/calendar.ts';
import type { Period, PeriodStatus } from '../time/period.ts';
import { formatPeriod, yearOf } from '../time/period.ts';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
};

/** Spanish uses `el 20 oct 2018` but `en nov 2015`. */
const when = (date: string): string => (/^\d/.test(date) ? `el ${date}` : `en ${date}`);

const PHRASES = {
  en: {
    to: ' to ',
    until: (day: string) => `to ${day}`,
    since: (day: string) => `since ${day}`,
    annual: (date: string) => `a year (said ${date})`,
    unstated: (date: string) => `period not stated (said ${date})`,
  },
  es: {
    to: ' a ',
    until: (day: string) => `hasta el ${day}`,
    since: (day: string) => (/^\d{4}$/.test(day) ? `desde ${day}` : `desde el ${day}`),
    annual: (date: string) => `al año (dicho ${when(date)})`,
    unstated: (date: string) => `periodo no indicado (dicho ${when(date)})`,
  },
} as const;

/** A month in words. @example monthWords('2014-10-01', 'es') === 'oct 2014' */
export const monthWords = (day: string, language: Language): string =>
  `${MONTHS[language][Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;

/** A day in words. @example dayWords('2018-10-19', 'en') === '19 Oct 2018' */
export const dayWords = (day: string, language: Language): string =>
  `${Number(day.slice(8, 10))} ${monthWords(day, language)}`;

/** A span of days: whole months are written as months, a single day only once. */
function spanWords(start: string, end: string, language: Language): string {
  if (start === end) return dayWords(start, language);
  const whole = start.endsWith('-01') && end === lastDayOfMonth(end);
  if (!whole) return dayWords(start, language) + PHRASES[language].to + dayWords(end, language);
  if (start.slice(0, 7) === end.slice(0, 7)) return monthWords(start, language);
  const first =
    start.slice(0, 4) === end.slice(0, 4)
      ? monthWords(start, language).slice(0, 3)
      : monthWords(start, language);
  return first + PHRASES[language].to + monthWords(end, language);
}

/** @example partWords(parsePeriod('2014-Q3'), 'es') === 'tercer trimestre de 2014' */
function partWords(period: Period, language: Language): string {
  const [year = '', part = ''] = formatPeriod(period).split('-');
  const number = Number(part.slice(1));
  const isQuarter = period.basis === 'quarter';
  if (language === 'en')
    return isQuarter ? `Q${number} ${year}` : `${ORDINALS.en[number - 1]} half of ${year}`;
  return `${ORDINALS.es[number - 1]} ${isQuarter ? 'trimestre' : 'semestre'} de ${year}`;
}
const ORDINALS = { en: ['first', 'second'], es: ['primer', 'segundo', 'tercer', 'cuarto'] } as const;

/** A fiscal year is spelt out in Spanish text; axes and URLs keep `FY2014`. */
function yearWords(period: Period, mark: string, language: Language): string {
  const year = yearOf(period);
  if (year === null) return '';
  if (period.basis === 'us-fiscal-year' && language === 'es')
    return `año fiscal ${year}${mark} (EE.\u00a0UU.)`;
  return formatPeriod(period) + mark;
}

/**
 * The short form for an axis or the end of a line, where there is only room for a year.
 * @example formatPeriodShort(parsePeriod('FY2014'), 'stated', 'es') === 'FY2014'
 */
export const formatPeriodShort = (period: Period, status: PeriodStatus, language: Language): string =>
  period.basis === 'us-fiscal-year'
    ? yearWords(period, status === 'assumed' ? '?' : '', 'en')
    : formatPeriodWords(period, status, language);

/** @example formatPeriodWords(parsePeriod('../2015-10-15'), 'stated', 'es') === 'hasta el 15 oct 2015' */
export function formatPeriodWords(period: Period, status: PeriodStatus, language: Language): string {
  const mark = status === 'assumed' ? '?' : '';
  const { basis, start, end } = period;
  const phrases = PHRASES[language];
  const span = start !== null && end !== null ? spanWords(start, end, language) : '';
  switch (basis) {
    case 'calendar-year':
    case 'us-fiscal-year':
      return yearWords(period, mark, language);
    case 'month':
    case 'day':
    case 'interval':
      return span + mark;
    case 'quarter':
    case 'half-year':
      return partWords(period, language) + mark;
    case 'since':
      return (
        phrases.since(start?.endsWith('-01-01') ? start.slice(0, 4) : dayWords(start ?? '', language)) + mark
      );
    case 'cumulative':
      return phrases.until(dayWords(end ?? '', language)) + mark;
    case 'annual-level':
      return phrases.annual(span);
    case 'unstated':
      return phrases.unstated(span);
  }
}
