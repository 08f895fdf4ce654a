/** The figures of a comparison over time: a row for each period, a column for each series. */
import type { ReactElement } from 'react';
import { namesOf } from '#app/_charts/wording/series-name.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { wordsIn } from '#app/_words/words.ts';
import { figureText } from '#stats/format/figure.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { seriesOf } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { formatPeriod, yearOf } from '#stats/time/period.ts';
import type { PageContext } from '../page/page-context.ts';
import { EvidenceLink } from '../page/EvidenceLink.tsx';

/** What two periods must have in common to stand in one row: the year, or the period itself. */
const rowOf = (cell: Cell): string => String(yearOf(cell.period) ?? formatPeriod(cell.period));

export function TimeTable({
  halves,
  place,
}: {
  readonly halves: readonly PairHalf[];
  readonly place: PageContext;
}): ReactElement {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  const columns = halves.flatMap(({ comparison }) => {
    const all = seriesOf(comparison);
    const names = namesOf(comparison, all, language);
    return all.map((series) => ({
      key: [comparison.indicator.id, ...Object.values(series.key)].join(' '),
      title: comparison.indicator.title[language],
      name: all.length > 1 ? names.series(series) : '',
      comparison,
      cells: new Map(series.cells.map((cell) => [rowOf(cell), cell])),
    }));
  });
  const rows = [...new Set(columns.flatMap(({ cells }) => [...cells.keys()]))].sort().reverse();
  return (
    <details className="same rest">
      <summary>{words.numbers}</summary>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={wordsIn(language).table.scroll}>
        <table className="pairs" aria-label={words.numbers}>
          <thead>
            <tr>
              <th scope="col">{words.year}</th>
              {columns.map(({ key, title, name }) => (
                <th key={key} scope="col">
                  {title}
                  {name && <small>{name}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {columns.map(({ key, cells, comparison }) => (
                  <td key={key}>
                    <Figure {...{ row, comparison, place }} cell={cells.get(row)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** The figure of a row, with its period where that is not the row's. */
function Figure({
  row,
  cell,
  comparison,
  place,
}: Pick<PairHalf, 'comparison'> & {
  readonly row: string;
  readonly cell: Cell | undefined;
  readonly place: PageContext;
}): ReactElement | null {
  if (!cell) return null;
  const { indicator, language } = comparison;
  const period = formatPeriodWords(cell.period, cell.periodStatus, language);
  return (
    <>
      <EvidenceLink {...{ cell, place }} answer={comparison}>
        {figureText(cell, indicator, language) || '–'}
      </EvidenceLink>
      {period !== row && <small>{period}</small>}
    </>
  );
}
