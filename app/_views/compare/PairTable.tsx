/** The pairs as a table: one row a place, both figures with their hedges, and who says each. */
import type { ReactElement } from 'react';
import type { PairedResult } from '#app/_downloads/compare.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { PageContext } from '../page/page-context.ts';

export interface PairTableProps {
  readonly halves: readonly [PairHalf, PairHalf];
  readonly together: PairedResult;
  readonly place: PageContext;
}

export function PairTable({ halves, together, place }: PairTableProps): ReactElement {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  const areas = halves.flatMap(({ comparison }) => comparison.areas);
  const source = ({ comparison }: PairHalf, cell: Cell): string =>
    comparison.sources.find((one) => one.id === cell.source)?.shortTitle[language] ?? cell.source;
  const note = (cell: Cell): string =>
    [cell.attributedTo ?? '', ...cell.notes.filter((one) => one.mandatory).map((one) => one.text[language])]
      .filter((text) => text !== '')
      .join('. ');
  /** Period and source of a figure; said once, in the head, where all figures of a side have the same. */
  const said = (side: 0 | 1, cell: Cell): string =>
    `${formatPeriodWords(cell.period, cell.periodStatus, language)}. ${source(halves[side], cell)}`;
  const shared = ([0, 1] as const).map((side) => {
    const all = new Set(together.pairs.map(({ cells }) => said(side, cells[side])));
    return all.size === 1 ? ([...all][0] ?? null) : null;
  });
  const small = (side: 0 | 1, cell: Cell): string =>
    [shared[side] === null ? said(side, cell) : '', note(cell)].filter((text) => text !== '').join('. ');
  return (
    <div className="same">
      <div className="same-head">
        <div>
          <h2 id="pairs">{words.table}</h2>
          <p>{words.tableHelp}</p>
        </div>
      </div>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={wordsIn(language).table.scroll}>
        <table className="pairs" aria-labelledby="pairs">
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              {halves.map(({ comparison }, i) => (
                <th key={comparison.indicator.id} scope="col">
                  {comparison.indicator.title[language]}
                  {shared[i] && <small>{shared[i]}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {together.pairs.map((pair) => (
              <tr key={`${pair.place} ${pair.cells[0].period.end}`}>
                <th scope="row">
                  {areas.find((one) => one.code === pair.place)?.name[language] ?? pair.place}
                </th>
                {pair.cells.map((cell, i) => {
                  const half = halves[i === 0 ? 0 : 1];
                  return (
                    <td key={half.comparison.indicator.id}>
                      {figureText(cell, half.comparison.indicator, language)}
                      {small(i === 0 ? 0 : 1, cell) && <small>{small(i === 0 ? 0 : 1, cell)}</small>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
