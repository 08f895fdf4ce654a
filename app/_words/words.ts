/**
 * The texts of the interface, English and Spanish side by side in one file per part of it. A text that needs values
 * is a function. A missing text is a type error, and a test calls every function.
 */
import type { Language } from '#stats/language.ts';
import { SITE_WORDS } from './site.ts';
import { HOME_WORDS } from './home.ts';
import { CATALOGUE_WORDS } from './catalogue.ts';
import { INDICATOR_WORDS } from './indicator.ts';
import { SIDEBAR_WORDS } from './sidebar.ts';
import { TABLE_WORDS } from './table.ts';
import { PROBLEM_WORDS } from './problem.ts';

const PARTS = [
  SITE_WORDS,
  HOME_WORDS,
  CATALOGUE_WORDS,
  INDICATOR_WORDS,
  SIDEBAR_WORDS,
  TABLE_WORDS,
  PROBLEM_WORDS,
] as const;

/** The texts of the interface in one language. */
export type Words = (typeof SITE_WORDS)['en'] &
  (typeof HOME_WORDS)['en'] &
  (typeof CATALOGUE_WORDS)['en'] &
  (typeof INDICATOR_WORDS)['en'] &
  (typeof SIDEBAR_WORDS)['en'] &
  (typeof TABLE_WORDS)['en'] &
  (typeof PROBLEM_WORDS)['en'];

const inLanguage = (language: Language): Words =>
  Object.assign({}, ...PARTS.map((part) => part[language])) as Words;

const WORDS: Readonly<Record<Language, Words>> = { en: inLanguage('en'), es: inLanguage('es') };

/** All texts of a language. @example wordsIn('es').site.release === 'Edición' */
export const wordsIn = (language: Language): Words => WORDS[language];
