/** A figure in short form, if its digits do not fit: `68.5k`, `35.6m`; in Spanish `68,5 mil` and `35,6 M`. */
import type { Indicator } from '#stats/model/catalogue.ts';
import { figureText, shownOf } from '#stats/format/figure.ts';
import type { Language } from '#stats/language.ts';
import { formatNumber } from '#stats/number.ts';
import type { Cell } from '#stats/model/observation.ts';
import { SHORT_NUMBER_WORDS } from '#app/_words/short-number.ts';
import { QUALIFIER_WORDS } from '#stats/format/labels.ts';

const UNITS = [
  [1e6, 'million'],
  [1e4, 'thousand'],
] as const;

/** The short form with its hedge; small numbers, ranges, shares and transformed figures are not shortened. */
export function abbreviate(cell: Cell, indicator: Indicator, language: Language): string {
  const stated = shownOf(cell, indicator);
  const value =
    stated?.value ?? (stated?.low === null ? stated.high : stated?.high === null ? stated.low : null);
  const unit =
    value === null || value === undefined ? undefined : UNITS.find(([least]) => Math.abs(value) >= least);
  if (!stated || value == null || !unit || indicator.measure === 'share' || cell.transform)
    return figureText(cell, indicator, language);
  const size = unit[0] === 1e4 ? 1000 : unit[0];
  const word = QUALIFIER_WORDS[stated.qualifier][language];
  const decimals = Math.abs(value / size) < 99.95 ? 1 : 0;
  const short = (n: number): string =>
    formatNumber(n / size, language, decimals) + SHORT_NUMBER_WORDS[language][unit[1]];
  const { low, high } = stated;
  const isWide = stated.value !== null && low !== null && high !== null && high - low > size / 10 ** decimals;
  const to = language === 'en' ? ' to ' : ' a ';
  const number = short(value) + (isWide ? ` (${short(low)}${to}${short(high)})` : '');
  return word ? `${word} ${number}` : number;
}
