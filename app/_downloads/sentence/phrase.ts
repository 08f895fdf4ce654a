/**
 * A figure as it stands in the middle of a sentence: with its hedge before the number and its unit behind it, and
 * its source and period in brackets.
 *
 * @example 'more than 20,000 people a year (Report of November 2015, yearly level)'
 */
import { lowerFirst } from './sentence.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { figureText } from '#stats/format/figure.ts';
import { gapReason } from '#stats/format/gap.ts';
import { unitShown } from '#stats/format/unit.ts';
import { sentenceWordsIn } from '#app/_words/sentence.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { PERIOD_STATUS_WORDS } from '#stats/format/labels.ts';

export interface FigurePhrase {
  /** The hedge and the number; of a gap, its reason. */
  readonly figure: string;
  /** What stands behind the number; empty where the number says it. */
  readonly unit: string;
  /** Source and period. */
  readonly source: string;
  /** The whole phrase. */
  readonly text: string;
}

/** Units that are no noun behind a number: an index, a rank, a change. */
const isNoun = (label: string): boolean =>
  !/^(?:Gini|Index|Índice|Rank|Posición|Percent change|Variación|Cambio)/.test(label);

/** What stands behind a number. A share has its sign already: `53.5% of decisions`. */
function unitBehind(comparison: Comparison): string {
  const { language, indicator, query } = comparison;
  const label = unitShown(comparison).label[language];
  if (query.transform?.id === 'rank') return '';
  if (indicator.measure === 'share' || /^(?:Percent|Porcentaje) (?:of|de)/.test(label))
    return label.replace(/^(?:Percent|Porcentaje) /, '').trim();
  return isNoun(label) ? lowerFirst(label) : '';
}

/** The period without brackets, because it stands in brackets. @example 'a year, said Nov 2015, period inferred' */
function periodAside({ period, periodStatus }: Cell, language: Comparison['language']): string {
  const words = formatPeriodWords(period, periodStatus, language).replace(/ \(([^()]*)\)/g, ', $1');
  return [words, PERIOD_STATUS_WORDS[periodStatus][language]]
    .filter((text, i) => text !== '' && (i === 0 || periodStatus !== 'stated'))
    .join(', ');
}

/** A cell of an answer as a phrase, in the language of the answer. */
export function figurePhrase(cell: Cell, comparison: Comparison): FigurePhrase {
  const { indicator, sources, language } = comparison;
  const words = sentenceWordsIn(language);
  const title = sources.find(({ id }) => id === cell.source)?.shortTitle[language] ?? cell.source;
  const source = [title, periodAside(cell, language)].filter((text) => text !== '').join(', ');
  if (cell.gap) {
    const figure = words.none({ reason: gapReason(cell, language) });
    return { figure, unit: '', source, text: `${figure} (${source})` };
  }
  const figure = figureText(cell, indicator, language);
  const label = unitShown(comparison).label[language];
  const unit = unitBehind(comparison);
  const isRank = comparison.query.transform?.id === 'rank';
  const aside = unit === '' && !isRank ? `${isNoun(label) ? lowerFirst(label) : label}; ${source}` : source;
  return { figure, unit, source: aside, text: `${[figure, unit].filter(Boolean).join(' ')} (${aside})` };
}
