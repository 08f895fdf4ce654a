/** The ways to use an answer elsewhere: files, the embed, the citation, the pinned address. */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import { formatQuery } from '#stats/query/query.ts';
import { wordsIn } from '#app/_words/words.ts';
import { CodeSnippets } from './code/CodeSnippets.tsx';
import { citationOf } from './citation.ts';
import { dataHref, embedHref, indicatorHref, type PageContext } from '../page/page-context.ts';
import { EmbedChoices, LinkChoices, MoreFormats, Snippet } from './ShareParts.tsx';
import { pageQuery } from './page-query.ts';
import { formatTab, shownTab, type Tab } from './tabs.ts';
import { ValueSnippet } from './code/ValueSnippet.tsx';

/** Long because it lists every way to take an answer along, each with its address. */
export function ShareBar({
  comparison,
  place,
  tab = null,
}: {
  readonly comparison: Comparison;
  readonly place: PageContext;
  readonly tab?: Tab | null;
}): ReactElement {
  const { indicator, language } = comparison;
  const words = wordsIn(language).page;
  const query = formatQuery(comparison.query, indicator);
  const file = (ending: string): string => dataHref(place, indicator.id, ending, query);
  const csv = file('csv');
  // Pictures are of the kind that the page shows; a table has the chart that suits the answer.
  const kind = shownTab(comparison, tab);
  const chosen = kind === 'table' ? '' : formatTab(comparison, tab);
  const drawn = [query, chosen].filter((text) => text !== '').join('&');
  const picture = (ending: string): string => dataHref(place, indicator.id, ending, drawn);
  return (
    <div className="takeaway">
      <a className="btn" href={csv}>
        CSV
      </a>
      <a className="btn" href={file('json')}>
        JSON
      </a>
      <a className="btn" href={picture('svg')}>
        {words.image} (SVG)
      </a>
      <a className="btn" href={picture('png')}>
        PNG
      </a>
      <MoreFormats file={file} picture={picture} place={place} />
      <span className="grow" />
      <LinkChoices
        place={place}
        latest={indicatorHref({ ...place, pinned: false }, indicator.id, pageQuery(comparison, tab))}
        pinned={indicatorHref({ ...place, pinned: true }, indicator.id, pageQuery(comparison, tab))}
        data={csv}
      />
      <CodeSnippets comparison={comparison} place={place} />
      <ValueSnippet comparison={comparison} place={place} />
      <EmbedChoices address={embedHref(place, `${indicator.id}/code`, drawn)} place={place} />
      <Snippet
        id="citation"
        label={words.cite}
        value={citationOf(comparison, place)}
        help={words.citeHelp}
        place={place}
        main
      />
    </div>
  );
}
