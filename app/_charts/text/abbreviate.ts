/** A figure where there is no room for its digits: `68.5k`, `35.6m`; Spanish says `68,5 mil` and `35,6 M`. */
import type { Indicator } from '#stats/model/catalogue.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Language } from '#stats/language.ts';
import { formatNumber } from '#stats/number.ts';
import type { Cell } from '#stats/model/observation.ts';
import { SHORT_NUMBER_WORDS } from '#app/_words/chart.ts';
import { QUALIFIER_WORDS } from '#stats/format/labels.ts';

const UNITS = [
  [1e6, 'million'],
  [1e4, 'thousand'],
] as const;

/** The short form with its hedge; small numbers, ranges, shares and what was made of a figure stay as they are. */
export function abbreviate(cell: Cell, indicator: Indicator, language: Language): string {
  const { stated } = cell;
  const value =
    stated?.value ?? (stated?.low === null ? stated.high : stated?.high === null ? stated.low : null);
  const unit =
    value === null || value === undefined ? undefined : UNITS.find(([least]) => Math.abs(value) >= least);
  if (
    !stated ||
    value === null ||
    value === undefined ||
    !unit ||
    indicator.measure === 'share' ||
    cell.transform
  )
    return figureText(cell, indicator, language);
  const size = unit[0] === 1e4 ? 1000 : unit[0];
  const word = QUALIFIER_WORDS[stated.qualifier][language];
  const number =
    formatNumber(value / size, language, Math.abs(value / size) < 99.95 ? 1 : 0) +
    SHORT_NUMBER_WORDS[language][unit[1]];
  return word ? `${word} ${number}` : number;
}
