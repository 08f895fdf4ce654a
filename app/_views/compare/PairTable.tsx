/** The pairs as a table: a row for each area, with both figures, their hedges and their sources. */
import type { ReactElement } from 'react';
import { placeId } from '#app/_charts/model/series-id.ts';
import { isShownWithFigure } from '#stats/comparability/few-cases.ts';
import type { PairedResult } from '#stats/pairing/pair-indicators.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import type { Language } from '#stats/language.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { figureText } from '#stats/format/figure.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { EvidenceLink } from '../page/EvidenceLink.tsx';

export interface PairTableProps {
  readonly halves: readonly [PairHalf, PairHalf];
  readonly together: PairedResult;
  readonly place: PageContext;
}

export function PairTable({ halves, together, place }: PairTableProps): ReactElement {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  const areas = halves.flatMap(({ comparison }) => comparison.areas);
  const { shared, below } = pairOrigins(halves, together, language);
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
              <tr key={`${pair.place} ${pair.cells[0].period.end}`} data-series={placeId(pair.place)}>
                <th scope="row">
                  <a href={pageHref(place, `/areas/${pair.place}`)}>
                    {areas.find((area) => area.code === pair.place)?.name[language] ?? pair.place}
                  </a>
                </th>
                {pair.cells.map((cell, i) => {
                  const half = halves[i === 0 ? 0 : 1];
                  return (
                    <td key={half.comparison.indicator.id}>
                      <EvidenceLink {...{ cell, place }} answer={half.comparison}>
                        {figureText(cell, half.comparison.indicator, language)}
                      </EvidenceLink>
                      {below(i === 0 ? 0 : 1, cell) && <small>{below(i === 0 ? 0 : 1, cell)}</small>}
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

/**
 * Period and source of the figures: in the head if all figures of a side have the same, else below each
 * figure.
 */
function pairOrigins(
  halves: PairTableProps['halves'],
  together: PairedResult,
  language: Language,
): {
  readonly shared: readonly (string | null)[];
  readonly below: (side: 0 | 1, cell: Cell) => string;
} {
  const sourceName = ({ comparison }: PairHalf, cell: Cell): string =>
    comparison.sources.find(({ id }) => id === cell.source)?.shortTitle[language] ?? cell.source;
  const originOf = (side: 0 | 1, cell: Cell): string =>
    `${formatPeriodWords(cell.period, cell.periodStatus, language)}. ${sourceName(halves[side], cell)}`;
  const notesOf = (cell: Cell): string[] => [
    cell.attributedTo ?? '',
    ...cell.notes.filter(isShownWithFigure).map(({ text }) => text[language]),
  ];
  const joined = (sentences: readonly string[]): string => sentences.filter((text) => text !== '').join('. ');
  const shared = ([0, 1] as const).map((side) => {
    const origins = new Set(together.pairs.map(({ cells }) => originOf(side, cells[side])));
    return origins.size === 1 ? ([...origins][0] ?? null) : null;
  });
  return {
    shared,
    below: (side, cell) => joined([shared[side] === null ? originOf(side, cell) : '', ...notesOf(cell)]),
  };
}
