/**
 * A figure in a table: a link to its evidence. A gap is a mark with the reason in words. The sign of a doubt opens the
 * line of the figure below the table, which leads to the doubt.
 */
import type { ReactElement } from 'react';
import { DOUBT_SIGN } from '#app/_charts/marks/doubt-mark.ts';
import { doubtTexts } from '#app/_charts/wording/doubt-text.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Cell } from '#stats/model/observation.ts';
import { gapReason } from '#stats/format/gap.ts';
import { GAP_WORDS } from '#stats/format/labels.ts';
import type { PageContext } from '../page/page-context.ts';
import { EvidenceLink } from './EvidenceLink.tsx';
import type { Footnotes } from './footnotes.ts';
import { FootnoteMarks } from './FootnoteMarks.tsx';

export interface FigureLinkProps {
  readonly cell: Cell;
  readonly comparison: Comparison;
  readonly marks: Footnotes;
  /** Position of the cell in the answer; it identifies its line of evidence. */
  readonly index: number;
  readonly place: PageContext;
}

export function FigureLink({ cell, comparison, marks, index, place }: FigureLinkProps): ReactElement {
  const { indicator, language } = comparison;
  if (cell.gap) {
    return (
      <abbr className="gap" title={gapReason(cell, language)}>
        {GAP_WORDS[cell.gap.code].mark[language]}
      </abbr>
    );
  }
  const notes = marks.ofNotes(cell);
  const doubts = doubtTexts(cell, comparison, language);
  return (
    <>
      <EvidenceLink {...{ cell, place }} answer={comparison}>
        {figureText(cell, indicator, language)}
      </EvidenceLink>
      {doubts.length > 0 && (
        <a className="doubted" href={`#e${index}`} title={doubts.join('. ')} aria-label={doubts.join('. ')}>
          {DOUBT_SIGN}
        </a>
      )}
      {notes.length > 0 && (
        <span className={notes.length > 1 ? undefined : 'hang'}>
          <FootnoteMarks marks={notes} />
        </span>
      )}
    </>
  );
}
