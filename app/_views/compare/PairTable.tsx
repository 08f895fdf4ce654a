/** The pairs as a table: a row for each area, with both figures, their hedges and their sources. */
import { rollup } from 'd3-array';
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
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { EvidenceLink } from '../page/EvidenceLink.tsx';

/** Rows that are shown before a reader asks for all. */
const FIRST_ROWS = 15;

export interface PairTableProps {
  readonly halves: readonly [PairHalf, PairHalf];
  readonly together: PairedResult;
  readonly place: PageContext;
}

export function PairTable({ halves, together, place }: PairTableProps): ReactElement {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  const { shared, below } = pairOrigins(halves, together, language);
  const highest = ({ cells: [cell] }: (typeof together.pairs)[number]): number =>
    cell.stated ? printedEnd(cell.stated) : -Infinity;
  const rows = together.pairs.toSorted((a, b) => highest(b) - highest(a));
  return (
    <div className="same">
      <div className="same-head">
        <div>
          <h2 id="pairs">{words.table}</h2>
          <p>{words.tableHelp}</p>
        </div>
        {rows.length > FIRST_ROWS && (
          <label className="every">
            <input type="checkbox" className="every-row" /> {words.allPlaces(rows.length)}
          </label>
        )}
      </div>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={wordsIn(language).table.scroll}>
        <table className="pairs" aria-labelledby="pairs">
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              {halves.map(({ comparison }, i) => (
                <th key={comparison.indicator.id} scope="col">
                  {comparison.indicator.title[language]}
                  {shared[i] && <small>{shared[i].words}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((pair, at) => (
              <PairRow
                key={`${pair.place} ${pair.cells[0].period.end}`}
                {...{ pair, halves, place, below }}
                isLater={at >= FIRST_ROWS}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** One place with its two figures, and below each what the head of its column does not say. */
function PairRow({
  pair,
  halves,
  place,
  below,
  isLater,
}: {
  readonly pair: PairedResult['pairs'][number];
  readonly halves: PairTableProps['halves'];
  readonly place: PageContext;
  readonly below: (side: 0 | 1, cell: Cell) => string;
  /** Whether it is shown only when all are asked for. */
  readonly isLater: boolean;
}): ReactElement {
  const { language } = place;
  const areas = halves.flatMap(({ comparison }) => comparison.areas);
  return (
    <tr className={isLater ? 'later' : undefined} data-series={placeId(pair.place)}>
      <th scope="row">
        <a href={pageHref(place, `/areas/${pair.place}`)}>
          {areas.find((area) => area.code === pair.place)?.name[language] ?? pair.place}
        </a>
      </th>
      {([0, 1] as const).map((side) => {
        const { indicator } = halves[side].comparison;
        const cell = pair.cells[side];
        const words = below(side, cell);
        return (
          <td key={indicator.id}>
            <EvidenceLink {...{ cell, place }} answer={halves[side].comparison}>
              {figureText(cell, indicator, language)}
            </EvidenceLink>
            {words && <small>{words}</small>}
          </td>
        );
      })}
    </tr>
  );
}

/** What the head of a column says of period and source. */
interface SharedOrigin {
  readonly origin: string;
  readonly words: string;
}

/** Period and source of the figures: those of most figures of a side in the head, any other below its figure. */
function pairOrigins(
  halves: PairTableProps['halves'],
  together: PairedResult,
  language: Language,
): {
  readonly shared: readonly (SharedOrigin | null)[];
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
  const shared = ([0, 1] as const).map((side): SharedOrigin | null => {
    const counts = rollup(
      together.pairs,
      (pairs) => pairs.length,
      ({ cells }) => originOf(side, cells[side]),
    );
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    if (!most || most[1] * 2 <= together.pairs.length) return null;
    const [origin] = most;
    return { origin, words: counts.size === 1 ? origin : COMPARE_WORDS[language].unlessNamed(origin) };
  });
  return {
    shared,
    below: (side, cell) => {
      const origin = originOf(side, cell);
      return joined([shared[side]?.origin === origin ? '' : origin, ...notesOf(cell)]);
    },
  };
}
