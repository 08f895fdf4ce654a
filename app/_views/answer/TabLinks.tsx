/**
 * Plain links between the tabs of an answer; the current tab has a double rule. Kinds for which there is no room, and
 * those that do not fit the question, with the reason, are in a list that opens.
 */
import { Fragment, type ReactElement } from 'react';
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
  const tabs = tabsOf(comparison);
  const besideBar = inBar(tabs, shown);
  const others = tabs.filter((tab) => !besideBar.includes(tab));
  const link = (tab: Tab): ReactElement => (
    <a
      href={indicatorHref(place, comparison.indicator.id, pageQuery(comparison, tab))}
      aria-current={tab === shown ? 'true' : undefined}
      data-tab={tab}
    >
      {nameOf(tab)}
    </a>
  );
  return (
    <nav className="tabs" aria-label={words.views}>
      {besideBar.map((tab) => (
        <Fragment key={tab}>{link(tab)}</Fragment>
      ))}
      {others.length + misfits.length > 0 && (
        <details className="misfits">
          <summary>{words.otherKinds}</summary>
          <ul>
            {others.map((tab) => (
              <li key={tab}>{link(tab)}</li>
            ))}
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

/** Kinds of chart that have room beside the controls, with the table. */
const IN_BAR = 2;

/** The first kinds and the table; the kind that is shown takes the place of the last of them. */
function inBar(tabs: readonly Tab[], shown: Tab): readonly Tab[] {
  const kinds = tabs.filter((tab) => tab !== 'table');
  const first = kinds.slice(0, IN_BAR);
  const isShown = shown === 'table' || first.includes(shown);
  return [...(isShown ? first : [...first.slice(0, -1), shown]), 'table'];
}
