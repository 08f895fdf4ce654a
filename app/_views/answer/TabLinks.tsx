/** Plain links between the tabs of an answer; the current tab has a double rule. */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import { chartChoices } from '#app/_charts/kinds-for.ts';
import { CHART_LAYOUTS } from '#app/_charts/chart-kinds.ts';
import { wordsIn } from '#app/_words/words.ts';
import { indicatorHref, type PageContext } from '../page/page-context.ts';
import { pageQuery } from './page-query.ts';
import { tabsOf, type Tab } from './tabs.ts';

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
  const nameOf = (tab: Tab): string =>
    tab === 'table' ? words.tabTable : CHART_LAYOUTS[tab].words.tab[place.language];
  const misfits = chartChoices(comparison).filter(({ needs }) => needs !== null);
  return (
    <nav className="tabs" aria-label={words.views}>
      {tabsOf(comparison).map((tab) => (
        <a
          key={tab}
          href={indicatorHref(place, comparison.indicator.id, pageQuery(comparison, tab))}
          aria-current={tab === shown ? 'true' : undefined}
          data-tab={tab}
        >
          {nameOf(tab)}
        </a>
      ))}
      {misfits.length > 0 && (
        <details className="misfits">
          <summary>{words.otherKinds}</summary>
          <ul>
            {misfits.map(({ kind, needs }) => (
              <li key={kind}>
                <s>{nameOf(kind)}</s> {needs?.[place.language]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}
