/** Dates of releases and publications as a reader writes them. */
import { DATE_JOINER, MONTH_NAMES } from '#app/_words/dates.ts';
import type { Language } from '#stats/language.ts';
import { dayWords, monthWords } from '#stats/format/period.ts';

/**
 * A date in full, as much of it as is known.
 * @example dateWords('2026-11-20', 'es') === '20 de noviembre de 2026'
 * @example dateWords('2015-11', 'en') === 'November 2015'
 */
export function dateWords(date: string, language: Language): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const name = MONTH_NAMES[language][Number(month) - 1] ?? '';
  const parts = day === undefined ? [name, year] : [String(Number(day)), name, year];
  return DATE_JOINER[language](parts);
}

/** A date for a narrow place. @example shortDate('2026-11-20', 'en') === '20 Nov 2026' */
export function shortDate(date: string, language: Language): string {
  if (date.length === 4) return date;
  return date.length === 7 ? monthWords(`${date}-01`, language) : dayWords(date, language);
}
