/** Where in a source a figure is, in the reader's language. */
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

/** The plain forms in the reader's language, others as the source's card has them. @example 'párrafo 13' */
export const locatorWords = (locator: string, language: Language): string =>
  language === 'en'
    ? locator
    : SPANISH.reduce((words, [pattern, word]) => words.replace(pattern, word), locator);
