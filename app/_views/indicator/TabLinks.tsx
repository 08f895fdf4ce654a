/** Plain links between the faces of one answer; the chosen one wears a double rule. */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import { formatQuery } from '#stats/query/query.ts';
import { wordsIn } from '#app/_words/words.ts';
import { indicatorHref, type PageContext } from '../page/page-context.ts';
import { formatTab, tabsOf, type Tab } from './tabs.ts';

/** The canonical query of a page: the question, and the face if it is not the default. */
export const pageQuery = (comparison: Comparison, tab: Tab | null): string =>
  [formatQuery(comparison.query, comparison.indicator), formatTab(comparison, tab)]
    .filter((text) => text !== '')
    .join('&');

export function TabLinks({
  comparison,
  place,
  shown,
}: {
  readonly comparison: Comparison;
  readonly place: PageContext;
  readonly shown: Tab;
}): ReactElement {
  const words = wordsIn(place.language).page;
  const names: Record<Tab, string> = {
    line: words.tabLine,
    bars: words.tabBars,
    'number-line': words.tabNumberLine,
    envelope: words.tabEnvelope,
    table: words.tabTable,
  };
  return (
    <nav className="tabs" aria-label={words.views}>
      {tabsOf(comparison).map((tab) => (
        <a
          key={tab}
          href={indicatorHref(place, comparison.indicator.id, pageQuery(comparison, tab))}
          aria-current={tab === shown ? 'true' : undefined}
          data-tab={tab}
        >
          {names[tab]}
        </a>
      ))}
    </nav>
  );
}
