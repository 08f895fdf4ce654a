/**
 * A figure in a table: a link to its evidence. A gap is a mark with the reason in words. The sign of a doubt leads to
 * the doubt.
 */
import type { ReactElement } from 'react';
import { DOUBT_SIGN } from '#app/_charts/marks/doubt-mark.ts';
import { CHART_WORDS } from '#app/_words/chart.ts';
import { doubtsOf } from '#stats/evidence/doubts-of.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Cell } from '#stats/model/observation.ts';
import { gapReason } from '#stats/format/gap.ts';
import { GAP_WORDS } from '#stats/format/labels.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { EvidenceLink } from '../page/EvidenceLink.tsx';
import type { Footnotes } from './footnotes.ts';
import { FootnoteMarks } from './FootnoteMarks.tsx';

export interface FigureLinkProps {
  readonly cell: Cell;
  readonly comparison: Comparison;
  readonly marks: Footnotes;
  readonly place: PageContext;
}

export function FigureLink({ cell, comparison, marks, place }: FigureLinkProps): ReactElement {
  const { indicator, language } = comparison;
  if (cell.gap) {
    return (
      <abbr className="gap" title={gapReason(cell, language)}>
        {GAP_WORDS[cell.gap.code].mark[language]}
      </abbr>
    );
  }
  const notes = marks.ofNotes(cell);
  const doubts = doubtsOf(cell, comparison);
  return (
    <>
      <EvidenceLink {...{ cell, place }} answer={comparison}>
        {figureText(cell, indicator, language)}
      </EvidenceLink>
      {doubts.map(({ id, title }) => {
        const text = CHART_WORDS[language].inDoubt(title[language]);
        return (
          <a
            key={id}
            className="doubted"
            href={`${pageHref(place, '/doubts')}#${id}`}
            title={text}
            aria-label={text}
          >
            {DOUBT_SIGN}
          </a>
        );
      })}
      {notes.length > 0 && (
        <span className={notes.length > 1 ? undefined : 'hang'}>
          <FootnoteMarks marks={notes} />
        </span>
      )}
    </>
  );
}
