/**
 * A figure as a reader sees it: the hedge in words, then the number. The word stands before the number every
 * time; a range is two numbers. A published figure shows the digits its source gave, at most as many decimals
 * as the indicator shows; a computed one shows exactly that many, a transformed one as many as its form.
 */
import type { Indicator } from '../model/catalogue.ts';
import type { Stated } from '../uncertainty/hedge.ts';
import type { Language, Text } from '../language.ts';
import { decimalsOf, formatNumber, significant } from '../number.ts';
import type { Cell } from '../model/observation.ts';
import type { Form } from './number-form.ts';
import { formOf } from './number-form.ts';
import { rankWords } from './rank.ts';
import { QUALIFIER_WORDS } from './labels.ts';
import type { TransformId } from '../model/query.ts';

/** A figure in two parts, so that a face may set the word smaller than the number. */
export interface Figure {
  readonly word: string;
  readonly number: string;
}

type Shown = Pick<Indicator, 'measure' | 'decimals'>;

/** Plain numbers in their form; shares as percent, changes with their sign. @example '3.7%', '+29,782' */
const numbersOf =
  (form: Form, language: Language, decimals: (shown: number) => number) =>
  (value: number): string => {
    const shown = form.times === 1 ? value : significant(value * form.times);
    const text = formatNumber(shown, language, decimals(shown));
    const sign = form.signed && shown > 0 && /[1-9]/.test(text) ? '+' : '';
    return sign + text + form.suffix[language];
  };

/**
 * @example formatStated({qualifier: 'more-than', low: 20000, ...}) -> { word: 'more than', number: '20,000' }
 * @example formatStated({qualifier: 'about', low: 8000, high: 9000, ...}) -> { word: 'about', number: '8,000 to 9,000' }
 */
export function formatStated(
  stated: Stated,
  indicator: Shown,
  language: Language,
  computed: boolean,
  transform?: TransformId,
): Figure {
  const form = formOf(transform, indicator);
  const exact = computed || transform !== undefined;
  const number = numbersOf(
    form,
    language,
    exact ? form.decimals : (shown) => decimalsOf(shown, indicator.decimals),
  );
  const word = QUALIFIER_WORDS[stated.qualifier][language];
  const { value, low, high } = stated;
  const to = language === 'en' ? ' to ' : ' a ';
  if (value !== null) {
    const ends = low !== null && high !== null ? ` (${number(low)}${to}${number(high)})` : '';
    return { word, number: number(value) + ends };
  }
  if (low !== null && high !== null) return { word, number: number(low) + to + number(high) };
  if (stated.qualifier !== 'about') return { word, number: number((low ?? high) as number) };
  const open = QUALIFIER_WORDS[low !== null ? 'more-than' : 'less-than'][language];
  return { word: `${open} ${word}`, number: number((low ?? high) as number) };
}

/**
 * What is shown unasked. The ends that rounding leaves open (3,590 is 3,585 to 3,595) say nothing of the thing
 * counted: they are shown on demand, with the evidence and in files (docs/rules.md#rounding-is-an-interval).
 * @example shownOf(cell of 3590 with ends 3585 and 3595, rounding) -> value 3590, low null, high null
 */
export const shownOf = ({ stated, intervalKind }: Pick<Cell, 'stated' | 'intervalKind'>): Stated | null =>
  stated && stated.value !== null && intervalKind === 'rounding'
    ? { ...stated, low: null, high: null }
    : stated;

type Figured = Pick<Cell, 'stated' | 'computed' | 'intervalKind' | 'transform' | 'rank'>;

/** A figure in its two parts; null where there is none. A place in an order is told in words. */
export function figureOf(cell: Figured, indicator: Shown, language: Language): Figure | null {
  const stated = shownOf(cell);
  if (!stated) return null;
  if (cell.rank) {
    const word = stated.qualifier === 'about' ? ABOUT[language] : '';
    return { word, number: rankWords(cell.rank, language) };
  }
  return formatStated(stated, indicator, language, cell.computed !== null, cell.transform);
}

/** Spanish has no `unos` before a single place. */
const ABOUT: Text = { en: 'about', es: 'aprox.' };

/** The whole figure as one text. @example figureText(cell, indicator, 'en') === 'more than 20,000' */
export function figureText(cell: Figured, indicator: Shown, language: Language): string {
  const figure = figureOf(cell, indicator, language);
  if (!figure) return '';
  return figure.word ? `${figure.word} ${figure.number}` : figure.number;
}
