/** One row per figure: name, period, the figure with its hedge; its source to the right of the twin rule. */
import type { ReactElement } from 'react';
import { colourOf } from '#app/_charts/scales/colour.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { wordsIn } from '#app/_words/words.ts';
import { FigureLink } from './FigureLink.tsx';
import type { Footnotes } from './footnotes.ts';
import { seriesNamer } from '#app/_charts/wording/series-name.ts';
import { FootnoteMarks } from './FootnoteMarks.tsx';
import { attributionOf } from './attribution.ts';
import type { PageContext } from '../page/page-context.ts';
import { rowAreaHref, RowHeader, SeriesRow } from './RowHeader.tsx';

export function ListRows({
  comparison,
  marks,
  place,
}: {
  readonly comparison: Comparison;
  readonly marks: Footnotes;
  readonly place: PageContext;
}): ReactElement {
  const { language } = comparison;
  const words = wordsIn(language).table;
  const all = seriesOf(comparison);
  const namer = seriesNamer(
    comparison,
    all.map(({ key }) => key),
  );
  const colour = colourOf(comparison, all);
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{words.area}</th>
          <th scope="col" className="l">
            {words.period}
          </th>
          <th scope="col">{words.figure}</th>
          <th scope="col" className="t l">
            {words.said}
          </th>
        </tr>
      </thead>
      <tbody>
        {all.flatMap((series, s) => {
          const { name, detail } = namer(series.key);
          return series.cells.map((cell, c) => (
            <SeriesRow key={`${s} ${c}`} cell={cell}>
              <RowHeader
                colour={colour(series)}
                {...{ name, detail }}
                href={rowAreaHref(name, series.key, comparison, place)}
              />
              <td className="l">{formatPeriodWords(cell.period, cell.periodStatus, language)}</td>
              <td>
                <FigureLink {...{ cell, comparison, marks, place }} />
              </td>
              <td className="t l said">
                {attributionOf(cell, comparison)}
                <FootnoteMarks marks={marks.ofSources(cell)} />
                {cell.locator !== null && <small>{cell.locator}</small>}
                {cell.attributedTo !== null && <small>{words.attributed({ who: cell.attributedTo })}</small>}
              </td>
            </SeriesRow>
          ));
        })}
      </tbody>
    </>
  );
}
