/** An answer too long to be read: it says how long it is, and offers shorter ones and the whole as files. */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import { formatNumber } from '#stats/number.ts';
import { formatQuery } from '#stats/query/query.ts';
import { wordsIn } from '#app/_words/words.ts';
import { dataHref, indicatorHref, type PageContext } from '../page/page-context.ts';

/** Most figures that a page draws and lists: beyond it nobody reads, and the page weighs megabytes. */
const MOST_FIGURES = 2_500;

export const isTooMany = ({ cells }: Pick<Comparison, 'cells'>): boolean => cells.length > MOST_FIGURES;

export function TooMany({
  comparison,
  place,
}: {
  readonly comparison: Comparison;
  readonly place: PageContext;
}): ReactElement {
  const { indicator, language, query, cells } = comparison;
  const words = wordsIn(language).page;
  const search = formatQuery(query, indicator);
  const latest = formatQuery({ ...query, time: { from: 'latest', to: 'latest' } }, indicator);
  return (
    <section className="state">
      <h2>{words.tooMany({ n: formatNumber(cells.length, language) })}</h2>
      <p>{words.tooManyHelp({ most: formatNumber(MOST_FIGURES, language) })}</p>
      <p className="takeaway">
        <a className="btn btn-main" href={indicatorHref(place, indicator.id, latest)}>
          {words.onlyLatest}
        </a>
        <a className="btn" href={dataHref(place, indicator.id, 'csv', search)}>
          CSV
        </a>
        <a className="btn" href={dataHref(place, indicator.id, 'json', search)}>
          JSON
        </a>
      </p>
    </section>
  );
}
