/** Figures that only a document prints: with their hedge, their date and where the document says them. */
import type { ReactElement } from 'react';
import { areaName, breakdownName } from '#app/_charts/wording/code-name.ts';
import { AREA_WORDS } from '#app/_words/areas.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Area } from '#stats/model/catalogue.ts';
import { ALL, NONE, type Cell } from '#stats/model/observation.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { formatQuery } from '#stats/query/query.ts';
import { locatorWords } from '#app/_charts/wording/locator.ts';
import { indicatorHref, type PageContext } from '../page/page-context.ts';
import { EvidenceLink } from '../page/EvidenceLink.tsx';
import { FigureText } from '../table/FigureText.tsx';

interface PrintedOnceProps {
  readonly printed: readonly Comparison[];
  readonly area: Area;
  readonly place: PageContext;
}

/** The indicator, then whatever names the figure besides the area of the page. */
function titleOf({ indicator, areas, dimensions, language }: Comparison, cell: Cell, area: Area): string {
  const others = [cell.area, cell.counterpart]
    .filter((code) => ![ALL, NONE, area.code].includes(code))
    .map((code) => areaName(areas, code, language));
  const part = breakdownName(dimensions, cell.breakdown, language);
  return [indicator.title[language], ...others, part].filter((text) => text !== '').join(', ');
}

export function PrintedOnce({ printed, area, place }: PrintedOnceProps): ReactElement {
  const { language } = place;
  const words = AREA_WORDS[language];
  const figures = printed.flatMap((comparison) =>
    comparison.cells.filter((cell) => cell.stated !== null).map((cell) => ({ comparison, cell })),
  );
  return (
    <section id="printed" className="profile" aria-labelledby="printed-title">
      <div className="sec-head">
        <h2 id="printed-title">{words.printedTitle}</h2>
        <p className="small mute">{words.printedHelp}</p>
      </div>
      <ul className="printed">
        {figures.map(({ comparison, cell }) => {
          const source = comparison.sources.find(({ id }) => id === cell.source);
          const where = [
            formatPeriodWords(cell.period, cell.periodStatus, language),
            [source?.shortTitle[language], cell.locator && locatorWords(cell.locator, language)]
              .filter(Boolean)
              .join(', '),
          ];
          const key = [
            cell.indicator,
            cell.area,
            cell.counterpart,
            cell.breakdown,
            cell.period.end,
            cell.source,
          ];
          return (
            <li key={key.join(' ')}>
              <a
                href={indicatorHref(
                  place,
                  comparison.indicator.id,
                  formatQuery(comparison.query, comparison.indicator),
                )}
              >
                {titleOf(comparison, cell, area)}
              </a>
              <b>
                <EvidenceLink {...{ cell, place }} answer={comparison}>
                  <FigureText cell={cell} indicator={comparison.indicator} language={language} large />
                </EvidenceLink>
              </b>
              <small>{where.join(' · ')}</small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
