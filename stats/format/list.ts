/** Several names as a list in words. */
import type { Language } from '../language.ts';

/** In Spanish "y" becomes "e" before the sound of i: "Guatemala e Irlanda", but "agua y hielo". */
const BEFORE_I = /^h?[ií](?!e)/i;

const and = (language: Language, next: string): string =>
  language === 'en' ? 'and' : BEFORE_I.test(next) ? 'e' : 'y';

/** @example listInWords(['Guatemala', 'Honduras', 'El Salvador'], 'en') === 'Guatemala, Honduras and El Salvador' */
export function listInWords(names: readonly string[], language: Language): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  return `${names.slice(0, -1).join(', ')} ${and(language, last)} ${last}`;
}
