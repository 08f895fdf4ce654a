/**
 * A figure as it is shown: the qualifier in words, then the number. The word always comes before the number;
 * a range is two numbers. A published figure shows the digits of its source, up to the decimals of the
 * indicator; a computed figure shows exactly that many decimals, and a transformed one as many as its form.
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

/** A figure in two parts, so that the word can be set smaller than the number. */
export interface Figure {
  readonly word: string;
  readonly number: string;
}

type Shown = Pick<Indicator, 'measure' | 'decimals'>;

/**
 * Formats plain numbers in their form, shares as percentages, changes with their sign. A number that is not 0
 * never prints as 0: it gets enough decimals to show its first digit.
 * @example '3.7%', '+29,782'; 0.0004 of a share is '0.04%' beside '3.7%'
 */
const numbersOf =
  (form: Form, language: Language, decimals: (shown: number) => number) =>
  (value: number): string => {
    const shown = form.times === 1 ? value : significant(value * form.times);
    const usual = decimals(shown);
    const isTiny = shown !== 0 && !/[1-9]/.test(Math.abs(shown).toFixed(usual));
    const text = formatNumber(shown, language, isTiny ? firstDigit(shown) : usual);
    const sign = form.signed && shown > 0 && /[1-9]/.test(text) ? '+' : '';
    return sign + text + form.suffix[language];
  };

/** The decimal place of the first digit that is not 0. @example firstDigit(0.0004) === 4 */
const firstDigit = (shown: number): number => Math.min(20, Math.ceil(-Math.log10(Math.abs(shown))));

/**
 * A single value that would print as 0, as the bound that can be printed; null if its digits are enough.
 * @example tinyOf(0.04, one decimal, 'en') === 'less than 0.1'; of −0.04 'more than −0.1'
 */
function tinyOf(value: number, form: Form, language: Language, decimals: number): string | null {
  const shown = significant(value * form.times);
  if (shown === 0 || /[1-9]/.test(Math.abs(shown).toFixed(decimals))) return null;
  const word = QUALIFIER_WORDS[shown > 0 ? 'less-than' : 'more-than'][language];
  return `${word} ${formatNumber(Math.sign(shown) * 10 ** -decimals, language, decimals)}${form.suffix[language]}`;
}

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
    const shown = value * form.times;
    const digits = exact ? form.decimals(shown) : decimalsOf(shown, indicator.decimals);
    return { word, number: (tinyOf(value, form, language, digits) ?? number(value)) + ends };
  }
  if (low !== null && high !== null) return { word, number: number(low) + to + number(high) };
  if (stated.qualifier !== 'about') return { word, number: number((low ?? high) as number) };
  const open = QUALIFIER_WORDS[low !== null ? 'more-than' : 'less-than'][language];
  return { word: `${open} ${word}`, number: number((low ?? high) as number) };
}

/**
 * The figure that is shown by default. If a source rounds what it prints, the printed digits already show the
 * precision: 3,590 is shown without 3,585 to 3,595 (docs/rules.md#rounding-is-an-interval). A figure computed
 * from such figures has digits that no source printed, so its ends are omitted only if they are closer than
 * its last digit. A band is drawn on charts but never written out.
 * @example shownOf(published 3590 with ends 3585 and 3595) -> value 3590, low null, high null
 * @example shownOf(sum 70330 with ends 70155 and 70505) -> as it is
 */
export function shownOf(cell: Shaped, indicator: Shown): Stated | null {
  const { stated } = cell;
  if (!stated || stated.value === null || stated.low === null || stated.high === null) return stated;
  const isMade = cell.computed !== null || cell.transform !== undefined;
  const isHidden =
    cell.isBand === true ||
    (cell.intervalKind === 'rounding' &&
      (!isMade || stated.high - stated.low <= lastDigit(stated.value, cell.transform, indicator)));
  return isHidden ? { ...stated, low: null, high: null } : stated;
}

/** Whether a figure has ends that are not shown with it. */
export const hidesEnds = (cell: Shaped, indicator: Shown): boolean =>
  shownOf(cell, indicator) !== cell.stated;

/** One unit in the last place that a computed figure is printed with. */
function lastDigit(value: number, transform: TransformId | undefined, indicator: Shown): number {
  const { times, decimals } = formOf(transform, indicator);
  return 10 ** -decimals(value * times) / times;
}

type Shaped = Pick<Cell, 'stated' | 'computed' | 'intervalKind' | 'transform' | 'isBand'>;
type Figured = Shaped & Pick<Cell, 'rank'>;

/** A figure in its two parts; null if there is none. A rank is written in words. */
export function figureOf(cell: Figured, indicator: Shown, language: Language): Figure | null {
  const stated = shownOf(cell, indicator);
  if (!stated) return null;
  if (cell.rank) {
    const word = stated.qualifier === 'about' ? ABOUT[language] : '';
    return { word, number: rankWords(cell.rank, language) };
  }
  return formatStated(stated, indicator, language, cell.computed !== null, cell.transform);
}

/** Spanish has no `unos` before a single rank. */
const ABOUT: Text = { en: 'about', es: 'aprox.' };

/** The whole figure as one text. @example figureText(cell, indicator, 'en') === 'more than 20,000' */
export function figureText(cell: Figured, indicator: Shown, language: Language): string {
  const figure = figureOf(cell, indicator, language);
  if (!figure) return '';
  return figure.word ? `${figure.word} ${figure.number}` : figure.number;
}
