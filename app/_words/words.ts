/**
 * The words of the interface. Two plain objects with the same keys: a missing word is a type error, and a
 * word with other braces than its English one is caught by a test.
 */
import type { Language } from '#stats/language.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';

const WORDS: Record<Language, Words> = { en, es };

/** All words of a language. @example wordsIn('es').site.release === 'Edición' */
export const wordsIn = (language: Language): Words => WORDS[language];

/** Puts values into the braces of a text. @example fill('{n} of {all}', { n: 3, all: 7 }) === '3 of 7' */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
