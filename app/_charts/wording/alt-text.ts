/** The text alternative of a chart: the finding, what is measured, and how each series develops. */
import { capitalise } from '#stats/text.ts';
import type { Comparison, Series } from '#stats/model/comparison.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Language } from '#stats/language.ts';
import type { Cell } from '#stats/model/observation.ts';
import { comparePeriods, yearOf, type Period } from '#stats/time/period.ts';
import { lower } from '../text/letter-case.ts';
import type { Names } from './series-name.ts';
import { unitShown } from '#stats/format/unit.ts';
import { gapReason } from '#stats/format/gap.ts';
import { ALT_TEXT_WORDS } from '#app/_words/chart.ts';

/** Most series that a text alternative names, and most gaps of a series. */
const MOST = 12;

/** What is measured, its unit, what all figures share, and the time they span. */
export function subtitleOf(comparison: Comparison, names: Names, language: Language): string {
  const { indicator, cells } = comparison;
  const unit = unitShown(comparison).label[language];
  const [first] = cells;
  const shared = first
    ? (['area', 'counterpart', 'breakdown'] as const)
        .filter((part) => !names.differing.includes(part))
        .map((part) => {
          const name = names.part(first, part);
          const role = part === 'counterpart' ? indicator.counterpartRole?.[language] : undefined;
          return name && role ? `${role}: ${name}` : name;
        })
        .filter(Boolean)
        .join('; ')
    : '';
  const [from, to] = [-1, 1].map((way) =>
    cells.reduce<Cell | undefined>(
      (best, cell) => (!best || comparePeriods(cell.period, best.period) === way ? cell : best),
      undefined,
    ),
  );
  const bare = (cell: Cell): string => names.period({ ...cell, periodStatus: 'stated' });
  const same = from && to && key(from.period) === key(to.period);
  const typed = new Set(cells.map((cell) => cell.basis)).size === 1;
  const time =
    !from || !to || !typed
      ? ''
      : same || from.basis === 'unstated' || from.basis === 'annual-level'
        ? same
          ? bare(from)
          : ''
        : spanOf(from, to, bare, language);
  const title = indicator.title[language];
  // An index is its own unit: `Inequality of incomes (Gini index)`.
  return sentences([title.includes(unit) ? title : `${title}, ${lower(unit)}`, shared, time]);
}

/** From first to last; in Spanish the country of fiscal years is named once. */
function spanOf(from: Cell, to: Cell, bare: (cell: Cell) => string, language: Language): string {
  const words = ALT_TEXT_WORDS[language];
  return from.basis === 'us-fiscal-year'
    ? words.fiscalSpan(bare(from), bare(to), [yearOf(from.period), yearOf(to.period)])
    : words.span(bare(from), bare(to));
}

/** Joined by full stops, one after each part. */
const sentences = (parts: readonly string[]): string =>
  parts.filter(Boolean).map(capitalise).join('. ').replace(/\.\. /g, '. ').replace(/\.$/, '');

const key = (p: Period): string => `${p.start} ${p.end}`;
/** In brackets, unless the text already has brackets. */
const dated = (period: string): string => (period.includes('(') ? `, ${period}` : ` (${period})`);

/**
 * One series in a sentence: its figures with their hedges, and its gaps with their reasons. Of a series with
 * more than `most` figures, the first and the last.
 * @example 'Honduras: 92 (2012); 68 (2014).'
 */
export function seriesSentence(
  comparison: Comparison,
  series: Series,
  names: Names,
  most: number,
  language: Language,
): string {
  const words = ALT_TEXT_WORDS[language];
  const name = names.whole(series);
  const present = series.cells.filter((cell) => cell.stated);
  const gaps = series.cells.filter((cell) => cell.gap);
  const list = present.length <= most ? present : [present[0], present.at(-1)];
  const figures = list
    .flatMap((cell) =>
      cell ? [`${figureText(cell, comparison.indicator, language)}${dated(names.period(cell))}`] : [],
    )
    .join('; ');
  const named = gaps.length > MOST ? [] : gaps;
  const missing = named.map((cell) => `${names.period(cell)} (${gapReason(cell, language)})`).join(', ');
  const without = missing || (gaps.length > MOST ? words.periods(gaps.length) : '');
  return `${name}: ${[figures, without && `${words.gaps} ${without}`].filter(Boolean).join('; ')}.`;
}

/** The whole text alternative. */
export function altText(
  comparison: Comparison,
  all: readonly Series[],
  names: Names,
  kind: { readonly name: string; readonly figuresNamed: number },
  language: Language,
  heading: { readonly title: string; readonly subtitle: string },
): string {
  const words = ALT_TEXT_WORDS[language];
  // Only those that are named: an answer may have hundreds of series, and an embed makes five drawings.
  const shown = all
    .slice(0, MOST)
    .map((series) => seriesSentence(comparison, series, names, kind.figuresNamed, language));
  const rest = all.length - shown.length;
  return [
    `${heading.title}.`,
    `${kind.name}. ${heading.subtitle}.`,
    ...shown,
    ...(rest > 0 ? [words.more(rest)] : []),
  ].join(' ');
}
