/**
 * A figure as one sentence that can be copied into a text: the value with its hedge, what it counts, of whom,
 * the period with its basis, the source and the release. A mandatory note stands after it, because it is shown
 * wherever the figure is.
 *
 * @example 'Homicide rate: the figure for Honduras, 2012 (calendar year), is 82.3 (homicides per 100,000 people),
 * according to UNODC, by Our World in Data (Cotejo, release 1.4.0).'
 */
import { areaName, breakdownName, definitionName } from '#app/_charts/wording/code-name.ts';
import { sentenceWordsIn } from '#app/_words/sentence.ts';
import type { Language } from '#stats/language.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { ALL, NONE, type Cell } from '#stats/model/observation.ts';
import { figureText } from '#stats/format/figure.ts';
import { gapReason } from '#stats/format/gap.ts';
import { BASIS_WORDS, COMPUTATION_WORDS, PERIOD_STATUS_WORDS } from '#stats/format/labels.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { unitShown } from '#stats/format/unit.ts';
import { TRANSFORM_WORDS } from '#stats/wording/transforms.ts';

/** A name within a sentence; an abbreviation keeps its capitals. */
export const lowerFirst = (name: string): string =>
  /^\p{Lu}[\p{Ll} ]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

type Named = Pick<Comparison, 'indicator' | 'areas' | 'dimensions' | 'sources'>;

/** Of whom a figure is: the area, and each other code that tells it apart. */
export function subjectOfCell(
  cell: Cell,
  { indicator, areas, dimensions }: Named,
  language: Language,
): string {
  const { area, counterpart, breakdown, definition } = cell;
  return [
    areaName(areas, area, language),
    counterpart === ALL || counterpart === NONE ? '' : areaName(areas, counterpart, language),
    breakdownName(dimensions, breakdown, language),
    indicator.definitions.length > 1 ? definitionName(indicator, definition, language) : '',
  ]
    .filter((text) => text !== '')
    .join(', ');
}

/** The period with its basis, and how certain it is. @example 'FY2014 (US fiscal year)' */
export function periodWithBasis(
  { period, periodStatus }: Pick<Cell, 'period' | 'periodStatus'>,
  language: Language,
): string {
  const words = formatPeriodWords(period, periodStatus, language);
  const isYear = period.basis === 'calendar-year' || (period.basis === 'us-fiscal-year' && language === 'en');
  const about = [
    isYear ? BASIS_WORDS[period.basis][language] : '',
    periodStatus === 'stated' ? '' : PERIOD_STATUS_WORDS[periodStatus][language],
  ].filter((text) => text !== '');
  return about.length === 0 ? words : `${words} (${about.join(', ')})`;
}

/** A cell of an answer as a sentence, in the language of the answer. A gap says its reason. */
export function figureSentence(cell: Cell, comparison: Comparison): string {
  const { indicator, sources, release, language } = comparison;
  const words = sentenceWordsIn(language);
  const source = sources.find(({ id }) => id === cell.source)?.shortTitle[language] ?? cell.source;
  const parts = {
    title: indicator.title[language],
    source,
    figure: figureText(cell, indicator, language),
    unit: lowerFirst(unitShown(comparison).label[language]),
    who: subjectOfCell(cell, comparison, language),
    period: periodWithBasis(cell, language),
    version: release.version,
  };
  const notes = cell.notes.filter(({ mandatory }) => mandatory).map(({ text }) => text[language]);
  const said =
    notes.length === 0
      ? ''
      : ` ${(notes.length === 1 ? words.note : words.notes)({ text: notes.join(' ') })}`;
  if (cell.gap) return words.gap({ ...parts, reason: gapReason(cell, language) });
  const how = [
    cell.transform && lowerFirst(TRANSFORM_WORDS[cell.transform].name[language]),
    cell.computed && COMPUTATION_WORDS[cell.computed][language],
  ].filter(Boolean);
  return (
    (how.length === 0 ? words.published(parts) : words.computed({ ...parts, how: how.join(', ') })) + said
  );
}
