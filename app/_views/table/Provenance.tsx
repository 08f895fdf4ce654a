/**
 * A line of evidence for each figure: the figure to the left of the twin rule; to the right its source,
 * publisher, edition and printed form. The lines are folded, and say beside the table what the page of each figure says.
 */
import type { ReactElement } from 'react';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import { figureText, formatStated, hidesEnds } from '#stats/format/figure.ts';
import { formatNumber } from '#stats/number.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { INTERVAL_WORDS, PERIOD_STATUS_WORDS } from '#stats/format/labels.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { wordsIn } from '#app/_words/words.ts';
import { doubtsOf } from '#stats/evidence/doubts-of.ts';
import { shortDate } from '../page/dates.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { publisherOf } from '../page/publisher.ts';
import type { Footnotes } from './footnotes.ts';
import { seriesNamer } from '#app/_charts/wording/series-name.ts';
import { FootnoteMarks } from './FootnoteMarks.tsx';
import { arithmeticOf } from './attribution.ts';

/** The ends of a figure that is shown without them. @example ': 3,585 to 3,595' */
function hiddenEnds(cell: Cell, { indicator, language }: Comparison): string {
  const { stated, computed, transform } = cell;
  if (!stated || !hidesEnds(cell, indicator)) return '';
  const ends = { ...stated, qualifier: 'range' as const, value: null };
  return `: ${formatStated(ends, indicator, language, computed !== null, transform).number}`;
}

/** Everything known about the origin of a figure, as short phrases. */
function evidenceOf(comparison: Comparison, cell: Cell): string[] {
  const { language, editions } = comparison;
  const words = wordsIn(language).table;
  const vintages = cell.editions.map((id) => {
    const edition = editions.find((candidate) => candidate.id === id);
    return edition ? shortDate(edition.vintage, language) : id;
  });
  const { numerator, denominator } = cell;
  const compiled = comparison.sources.find(({ id, kind }) => id === cell.source && kind === 'compiled');
  const phrases = [
    arithmeticOf(cell, comparison),
    cell.locator ?? (cell.computed || cell.transform ? null : words.notStated),
    cell.attributedTo && words.attributed({ who: cell.attributedTo }),
    cell.printed && words.printed({ text: cell.printed }),
    numerator !== null &&
      denominator !== null &&
      words.parts({
        numerator: formatNumber(numerator, language),
        denominator: formatNumber(denominator, language),
      }),
    compiled && publisherOf(compiled, language),
    vintages.length > 0 && words.editions({ editions: [...new Set(vintages)].join(', ') }),
    cell.intervalKind !== 'none' &&
      INTERVAL_WORDS[cell.intervalKind][language] + hiddenEnds(cell, comparison),
    cell.periodStatus !== 'stated' && PERIOD_STATUS_WORDS[cell.periodStatus][language],
  ];
  return phrases.filter((phrase): phrase is string => typeof phrase === 'string' && phrase !== '');
}

export function Provenance({
  comparison,
  marks,
  place,
}: {
  readonly comparison: Comparison;
  readonly marks: Footnotes;
  readonly place: PageContext;
}): ReactElement | null {
  const { language, cells, sources, indicator } = comparison;
  const words = wordsIn(language).table;
  const figures = cells.flatMap((cell, index) => (cell.stated ? [{ cell, index }] : []));
  if (figures.length === 0) return null;
  const namer = seriesNamer(
    comparison,
    seriesOf(comparison).map((series) => series.key),
  );
  return (
    <details className="evidence">
      <summary>{words.evidence}</summary>
      <p className="small mute">{words.evidenceHelp({ n: figures.length })}</p>
      <ol>
        {figures.map(({ cell, index }) => {
          const { name, detail } = namer(cell);
          const source = sources.find((candidate) => candidate.id === cell.source);
          return (
            <li key={index} id={`e${index}`} tabIndex={-1}>
              <p>
                <b>{figureText(cell, indicator, language)}</b> {name}
                {detail !== '' && `, ${detail}`},{' '}
                {formatPeriodWords(cell.period, cell.periodStatus, language)}
              </p>
              <p>
                {source?.title[language] ?? ''}
                <FootnoteMarks marks={marks.ofSources(cell)} />{' '}
                <span className="mute">{evidenceOf(comparison, cell).join('; ')}</span>
                <FootnoteMarks marks={marks.ofNotes(cell)} />{' '}
                {doubtsOf(cell, comparison).map(({ id, title }) => (
                  <a key={id} className="doubt" href={`${pageHref(place, '/doubts')}#${id}`}>
                    {CHART_WORDS[language].inDoubt(title[language])}.
                  </a>
                ))}
              </p>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
