/**
 * An answer that is too long for a page: it states its length, and offers shorter answers and the whole
 * answer as files.
 */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Query } from '#stats/model/query.ts';
import { formatNumber } from '#stats/number.ts';
import { parseParameters } from '#stats/query-string.ts';
import { formatQuery } from '#stats/query/query.ts';
import { wordsIn } from '#app/_words/words.ts';
import { dataHref, indicatorHref, type PageContext } from '../page/page-context.ts';

/**
 * Most figures that a page draws and lists. Measured: each takes 0.45 ms and 1.5 kB, and a page of 2,440 took more than
 * a second.
 */
const MOST_FIGURES = 1_800;

export const isTooMany = ({ cells }: Pick<Comparison, 'cells'>): boolean => cells.length > MOST_FIGURES;

/** What the page of an indicator opens with, besides its places, its origins and its time. */
const USUAL = ['breakdown', 'definition', 'source'] as const;

/** The question with the usual part, definition and source where it names none; null if there is none to add. */
function usualQuestion({ query, indicator }: Comparison): Query | null {
  const opening = parseParameters(indicator.opening ?? '');
  const usual = USUAL.flatMap((name) => {
    const codes = opening.get(name)?.split('~') ?? [];
    return query[name].length === 0 && codes.length > 0 ? [[name, codes]] : [];
  });
  return usual.length > 0 ? { ...query, ...(Object.fromEntries(usual) as Partial<Query>) } : null;
}

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
  const usual = usualQuestion(comparison);
  const latest = formatQuery({ ...query, time: { from: 'latest', to: 'latest' } }, indicator);
  return (
    <section className="state" id="chart">
      <h2>{words.tooMany({ n: formatNumber(cells.length, language) })}</h2>
      <p>{words.tooManyHelp({ most: formatNumber(MOST_FIGURES, language) })}</p>
      <p className="takeaway">
        {usual && (
          <a
            className="btn btn-main"
            href={indicatorHref(place, indicator.id, formatQuery(usual, indicator))}
          >
            {words.onlyUsual}
          </a>
        )}
        <a className={usual ? 'btn' : 'btn btn-main'} href={indicatorHref(place, indicator.id, latest)}>
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
