/** The figures of an answer as a table, with their sources to the right of the twin rule. */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import { chosenPeriods, crosstabOf } from '#stats/pairing/crosstab.ts';
import { GAPS } from '#stats/model/gap.ts';
import { GAP_WORDS } from '#stats/format/labels.ts';
import { wordsIn } from '#app/_words/words.ts';
import { CrosstabRows } from './CrosstabRows.tsx';
import { ListRows } from './ListRows.tsx';
import type { PageContext } from '../page/page-context.ts';
import type { Footnotes } from './footnotes.ts';

export interface FigureTableProps {
  readonly comparison: Comparison;
  readonly marks: Footnotes;
  readonly place: PageContext;
  /** Shows every column at once; otherwise a long table starts with a selection. */
  readonly every?: boolean;
}

export function FigureTable({ comparison, marks, place, every = false }: FigureTableProps): ReactElement {
  const { language, cells } = comparison;
  const words = wordsIn(language).table;
  const cross = crosstabOf(comparison);
  const gaps = GAPS.filter((code) => cells.some((cell) => cell.gap?.code === code));
  const columns = cross?.periods.length ?? 0;
  const long = cross !== null && chosenPeriods(cross).size < columns;
  const months = cross?.periods[0]?.basis === 'month';
  const [all, printed] = months
    ? [words.allMonths, words.printedMonths]
    : [words.allYears, words.printedYears];
  const empty = cross?.rows.some((row) => row.cells.includes(null)) ?? false;
  const key = [
    ...gaps.map((code) =>
      words.key({ mark: GAP_WORDS[code].mark[language], words: GAP_WORDS[code].words[language] }),
    ),
    ...(empty ? [words.nothing] : []),
  ];
  return (
    <div className="same">
      <div className="same-head">
        <div>
          <h2 id="same">{words.caption}</h2>
          <p>{[words.help, key.join('; ')].filter((text) => text !== '').join(' ')}</p>
        </div>
        {long && (
          <>
            <label className="every">
              <input type="checkbox" defaultChecked={every} /> {all({ n: columns })}
            </label>
            <p className="only-print">{printed({ n: columns })}</p>
          </>
        )}
      </div>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={words.scroll}>
        <table
          aria-labelledby="same"
          className={`${cross ? 'cross' : 'list'}${marks.notes.length > 0 ? ' noted' : ''}`}
        >
          {cross ? (
            <CrosstabRows cross={cross} {...{ comparison, marks, place }} />
          ) : (
            <ListRows {...{ comparison, marks, place }} />
          )}
        </table>
      </div>
    </div>
  );
}
