/**
 * Three or more indicators as a table: a row for each place, a column for each indicator, with the latest
 * figure of the question. Where a place has several figures of that period, their number leads to them.
 */
import type { ReactElement } from 'react';
import { placeId } from '#app/_charts/model/series-id.ts';
import { areaName } from '#app/_charts/wording/code-name.ts';
import { COMPARE_MANY_WORDS } from '#app/_words/compare-many.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { wordsIn } from '#app/_words/words.ts';
import { collate } from '#stats/collate.ts';
import { figureText } from '#stats/format/figure.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { isShownWithFigure } from '#stats/comparability/few-cases.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { formatQuery } from '#stats/query/query.ts';
import { comparePeriods, formatPeriod } from '#stats/time/period.ts';
import { indicatorHref, pageHref, type PageContext } from '../page/page-context.ts';
import { EvidenceLink } from '../page/EvidenceLink.tsx';

/** The figures of a side for each place, of the latest period that the place has. */
function latestByPlace({ comparison, place }: PairHalf): ReadonlyMap<string, readonly Cell[]> {
  const latest = new Map<string, Cell[]>();
  for (const cell of comparison.cells) {
    if (!cell.stated) continue;
    const code = place === 'origin' ? cell.counterpart : cell.area;
    const [best] = latest.get(code) ?? [];
    const later = best ? comparePeriods(cell.period, best.period) : 1;
    if (later > 0) latest.set(code, [cell]);
    else if (best && formatPeriod(best.period) === formatPeriod(cell.period)) latest.get(code)?.push(cell);
  }
  return latest;
}

export function ManyTable({
  halves,
  place,
}: {
  readonly halves: readonly PairHalf[];
  readonly place: PageContext;
}): ReactElement {
  const { language } = place;
  const words = COMPARE_MANY_WORDS[language];
  const columns = halves.map((half) => ({ half, latest: latestByPlace(half) }));
  const areas = halves.flatMap(({ comparison }) => comparison.areas);
  const shown = columns.flatMap(({ latest }) => [...latest.values()].flat());
  const isOneYear = new Set(shown.map(({ period }) => formatPeriod(period))).size <= 1;
  const rows = [...new Set(columns.flatMap(({ latest }) => [...latest.keys()]))]
    .map((code) => ({ code, name: areaName(areas, code, language) }))
    .sort((a, b) => collate(a.name, b.name));
  return (
    <section className="same" aria-labelledby="many">
      <div className="same-head">
        <div>
          <h2 id="many">{words.table}</h2>
          <p>{words.tableHelp(isOneYear)}</p>
        </div>
      </div>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={wordsIn(language).table.scroll}>
        <table className="pairs many" aria-labelledby="many">
          <thead>
            <tr>
              <th scope="col">{COMPARE_WORDS[language].place}</th>
              {halves.map(({ comparison: { indicator } }) => (
                <th key={indicator.id} scope="col">
                  {indicator.title[language]}
                  <small>{indicator.unit.label[language]}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, name }) => (
              <tr key={code} data-series={placeId(code)}>
                <th scope="row">
                  <a href={pageHref(place, `/areas/${code}`)}>{name}</a>
                </th>
                {columns.map(({ half, latest }) => (
                  <td key={half.comparison.indicator.id}>
                    <Latest cells={latest.get(code) ?? []} {...{ half, place }} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The figure of a place with its period and its source. */
function Latest({
  cells,
  half: { comparison },
  place,
}: {
  readonly cells: readonly Cell[];
  readonly half: PairHalf;
  readonly place: PageContext;
}): ReactElement {
  const { language } = place;
  const words = COMPARE_MANY_WORDS[language];
  const { indicator, query, sources } = comparison;
  const [cell] = cells;
  if (!cell)
    return (
      <span className="gap" title={words.nothing}>
        –
      </span>
    );
  const period = formatPeriodWords(cell.period, cell.periodStatus, language);
  if (cells.length > 1) {
    return (
      <>
        <a href={indicatorHref(place, indicator.id, formatQuery(query, indicator))}>
          {words.several(cells.length)}
        </a>
        <small>{period}</small>
      </>
    );
  }
  const source = sources.find(({ id }) => id === cell.source)?.shortTitle[language] ?? cell.source;
  const notes = cell.notes.filter(isShownWithFigure).map(({ text }) => text[language]);
  return (
    <>
      <EvidenceLink {...{ cell, place }} answer={comparison}>
        {figureText(cell, indicator, language)}
      </EvidenceLink>
      <small>{[`${period}. ${source}`, ...notes].join('. ')}</small>
    </>
  );
}
