/**
 * A figure as a reader sees it: the hedge in words, then the number. The word stands before the number
 * every time; a range is two numbers. A published figure shows the digits its source gave, at most as many
 * decimals as the indicator shows; a computed one shows exactly that many.
 */
import type { Indicator } from './catalogue.ts';
import type { Stated } from './hedge.ts';
import type { Language } from './language.ts';
import { decimalsOf, formatNumber, significant } from './number.ts';
import type { Cell } from './observation.ts';
import { QUALIFIER_WORDS } from './vocabulary.ts';

/** A figure in two parts, so that a face may set the word smaller than the number. */
export interface Figure {
  readonly word: string;
  readonly number: string;
}

type Shown = Pick<Indicator, 'measure' | 'decimals'>;

/** One plain number in the indicator's unit; shares as percent. @example '3.7%' */
function formatValue(value: number, indicator: Shown, language: Language, computed = true): string {
  const share = indicator.measure === 'share';
  const shown = share ? significant(value * 100) : value;
  const decimals = computed ? indicator.decimals : decimalsOf(shown, indicator.decimals);
  return formatNumber(shown, language, decimals) + (share ? '%' : '');
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
): Figure {
  const number = (value: number): string => formatValue(value, indicator, language, computed);
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
 * counted: they are shown on demand, with the evidence and in files (ruling 26).
 * @example shownOf(cell of 3590 with ends 3585 and 3595, rounding) -> value 3590, low null, high null
 */
export const shownOf = ({ stated, intervalKind }: Pick<Cell, 'stated' | 'intervalKind'>): Stated | null =>
  stated && stated.value !== null && intervalKind === 'rounding'
    ? { ...stated, low: null, high: null }
    : stated;

/** The whole figure as one text. @example figureText(cell, indicator, 'en') === 'more than 20,000' */
export function figureText(
  cell: Pick<Cell, 'stated' | 'computed' | 'intervalKind'>,
  indicator: Shown,
  language: Language,
): string {
  const stated = shownOf(cell);
  if (!stated) return '';
  const { word, number } = formatStated(stated, indicator, language, cell.computed !== null);
  return word ? `${word} ${number}` : number;
}
