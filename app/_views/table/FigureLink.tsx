/** A figure in a table: a link to its evidence; a gap is its mark, with the reason in words. */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Cell } from '#stats/model/observation.ts';
import { gapReason } from '#stats/format/gap.ts';
import { GAP_WORDS } from '#stats/format/labels.ts';
import type { Footnotes } from './footnotes.ts';
import { FootnoteMarks } from './FootnoteMarks.tsx';

export interface FigureLinkProps {
  readonly cell: Cell;
  readonly comparison: Comparison;
  readonly marks: Footnotes;
  /** Place of the cell in the answer: names its line of evidence. */
  readonly index: number;
}

export function FigureLink({ cell, comparison, marks, index }: FigureLinkProps): ReactElement {
  const { indicator, language } = comparison;
  if (cell.gap) {
    return (
      <abbr className="gap" title={gapReason(cell, language)}>
        {GAP_WORDS[cell.gap.code].mark[language]}
      </abbr>
    );
  }
  const notes = marks.ofNotes(cell);
  return (
    <>
      <a className="obs" href={`#e${index}`}>
        {figureText(cell, indicator, language)}
      </a>
      {notes.length > 0 && (
        <span className={notes.length > 1 ? undefined : 'hang'}>
          <FootnoteMarks marks={notes} />
        </span>
      )}
    </>
  );
}
