/** The place in a source where a figure is printed, in the reader's language. */
import type { Language } from '#stats/language.ts';

const SPANISH: readonly (readonly [RegExp, string])[] = [
  [/\bparagraph\b/g, 'párrafo'],
  [/\bpage\b/g, 'página'],
  [/\btable\b/g, 'cuadro'],
  [/\bsheet\b/g, 'hoja'],
  [/\bnote\b/g, 'nota'],
  [/\brow\b/g, 'fila'],
  [/\bcolumn\b/g, 'columna'],
];

/** The plain forms in the reader's language, other forms as on the source's card. @example 'párrafo 13' */
export const locatorWords = (locator: string, language: Language): string =>
  language === 'en'
    ? locator
    : SPANISH.reduce((words, [pattern, word]) => words.replace(pattern, word), locator);
