/** Names of months and weekdays in any language that the runtime knows, as publishers write them. */
import { memoize } from '#stats/memoize.ts';
import { foldText } from '#stats/text.ts';
import { parseMonth } from './month.ts';

const plain = (name: string): string => foldText(name).replace(/\.$/, '');

/** Every form of the names of a field: alone and within a date, long and short. */
function namesOf(language: string, field: 'month' | 'weekday', days: readonly Date[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const length of ['long', 'short'] as const) {
    const alone = new Intl.DateTimeFormat(language, { [field]: length, timeZone: 'UTC' });
    const dated = new Intl.DateTimeFormat(language, { [field]: length, day: 'numeric', timeZone: 'UTC' });
    for (const [i, day] of days.entries()) {
      const within = dated.formatToParts(day).find(({ type }) => type === field)?.value ?? '';
      for (const name of [alone.format(day), within]) if (name !== '') names.set(plain(name), i + 1);
    }
  }
  return names;
}

export interface DateNames {
  /** 1 to 12; null if the text is no month. */
  readonly month: (text: string) => number | null;
  /** 1 (Monday) to 7; null if the text is no weekday. */
  readonly weekday: (text: string) => number | null;
}

/** Whether the runtime has the names of a language. @example isKnownLanguage('es') === true */
export function isKnownLanguage(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}

/** The names of some languages. Many columns are read in the same ones, and making their names takes a while. */
export const dateNames = (languages: readonly string[]): DateNames => namesIn(languages.join(' '));
const namesIn = memoize((languages: string) => makeNames(languages.split(' ')));

/**
 * The names of the languages. English and Spanish months have more forms (`Sept`, `setiembre`) than the runtime
 * knows.
 */
function makeNames(languages: readonly string[]): DateNames {
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  for (const language of languages) {
    const firsts = Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(2024, i, 1)));
    // 1 January 2024 was a Monday.
    const days = Array.from({ length: 7 }, (_, i) => new Date(Date.UTC(2024, 0, i + 1)));
    for (const [name, at] of namesOf(language, 'month', firsts)) months.set(name, at);
    for (const [name, at] of namesOf(language, 'weekday', days)) weekdays.set(name, at);
  }
  const isOurs = languages.some((language) => /^(en|es)\b/.test(language));
  return {
    month: (text) => months.get(plain(text)) ?? (isOurs && !/\d/.test(text) ? parseMonth(text) : null),
    weekday: (text) => weekdays.get(plain(text)) ?? null,
  };
}
