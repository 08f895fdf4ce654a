/**
 * A number as a reader types it, in either language: `3.6`, `3,6`, `20,000`, `20.000`, `20 000`, `77 %`. What a
 * sign means is decided by the language; where that gives no number the other is tried.
 */
import type { Language } from '../language.ts';

const GROUPS: Readonly<Record<Language, RegExp>> = {
  en: /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
  es: /^-?\d{1,3}(?:[. ]\d{3})+(?:,\d+)?$/,
};

/** The plain form that `printedNumber` reads; null for a text that is no number. @example plainForm('20.000', 'es') === '20000' */
export function plainForm(typed: string, language: Language): string | null {
  const text = typed
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace('\u2212', '-')
    .replace(/\s*%$/, '')
    .trim();
  if (/^-?\d+$/.test(text)) return text;
  const languages: readonly Language[] = language === 'en' ? ['en', 'es'] : ['es', 'en'];
  for (const candidate of languages) {
    if (GROUPS[candidate].test(text))
      return candidate === 'en' ? text.replaceAll(',', '') : text.replace(/[. ]/g, '').replace(',', '.');
    if ((candidate === 'en' ? /^-?\d+\.\d+$/ : /^-?\d+,\d+$/).test(text)) return text.replace(',', '.');
  }
  return /^-?\d{1,3}(?: \d{3})+$/.test(text) ? text.replaceAll(' ', '') : null;
}
