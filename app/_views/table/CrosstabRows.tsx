/**
 * Rows of series by columns of years. A row that Cotejo computed is shaded. With many years, the class `more`
 * marks the columns that the style sheet shows only on request.
 */
import type { ReactElement } from 'react';
import { colourOf } from '#app/_charts/scales/colour.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { chosenPeriods, type Crosstab } from '#stats/pairing/crosstab.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { wordsIn } from '#app/_words/words.ts';
import { FigureLink } from './FigureLink.tsx';
import type { Footnotes } from './footnotes.ts';
import { seriesNamer } from '#app/_charts/wording/series-name.ts';
import { FootnoteMarks } from './FootnoteMarks.tsx';
import { attributionOf } from './attribution.ts';
import type { PageContext } from '../page/page-context.ts';
import { rowAreaHref, RowHeader, SeriesRow } from './RowHeader.tsx';

export interface CrosstabRowsProps {
  readonly cross: Crosstab;
  readonly comparison: Comparison;
  readonly marks: Footnotes;
  readonly place: PageContext;
}

export function CrosstabRows({ cross, comparison, marks, place }: CrosstabRowsProps): ReactElement {
  const { language } = comparison;
  const words = wordsIn(language).table;
  const series = cross.rows.map((row) => row.series);
  const namer = seriesNamer(
    comparison,
    series.map(({ key }) => key),
  );
  const colour = colourOf(comparison, series);
  const chosen = chosenPeriods(cross);
  const column = cross.periods.map((period) => (chosen.has(period) ? undefined : 'more'));
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{words.area}</th>
          {cross.periods.map((period, c) => (
            <th key={formatPeriod(period)} scope="col" className={column[c]}>
              {formatPeriodWords(period, 'stated', language)}
            </th>
          ))}
          <th scope="col" className="t l">
            {words.said}
          </th>
        </tr>
      </thead>
      <tbody>
        {cross.rows.map((row, r) => {
          const { name, detail } = namer(row.series.key);
          const first = row.series.cells[0];
          return (
            <SeriesRow key={r} cell={first}>
              <RowHeader
                colour={colour(row.series)}
                {...{ name, detail }}
                href={rowAreaHref(name, row.series.key, comparison, place)}
              />
              {row.cells.map((cell, c) => (
                <td key={c} className={column[c]}>
                  <CrosstabFigure {...{ cell, comparison, marks, place }} />
                </td>
              ))}
              <td className="t l said">
                {first && attributionOf(first, comparison)}
                {first && <FootnoteMarks marks={marks.ofSources(first)} />}
              </td>
            </SeriesRow>
          );
        })}
      </tbody>
    </>
  );
}

/** A figure, with its year if the year is only assumed; a dash if the series has no figure for the column. */
function CrosstabFigure({
  cell,
  comparison,
  marks,
  place,
}: {
  readonly cell: Cell | null;
  readonly comparison: Comparison;
  readonly marks: Footnotes;
  readonly place: PageContext;
}): ReactElement {
  if (!cell) return <span className="gap">–</span>;
  return (
    <>
      {cell.periodStatus === 'assumed' && (
        <small className="assumed">{formatPeriodWords(cell.period, 'assumed', comparison.language)} </small>
      )}
      <FigureLink {...{ cell, comparison, marks, place }} />
    </>
  );
}
