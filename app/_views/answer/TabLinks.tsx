/**
 * Plain links between the tabs of an answer; the current tab has a double rule. Kinds for which there is no room, maps
 * of more places, and kinds that do not fit the question, with the reason, are in a list that opens.
 */
import { Fragment, type ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import { chartChoices } from '#app/_charts/kinds-for.ts';
import { CHART_LAYOUTS } from '#app/_charts/chart-kinds.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { MapLink } from '../page/map-links.ts';
import { indicatorHref, type PageContext } from '../page/page-context.ts';
import { pageQuery } from './page-query.ts';
import { tabsOf, type Tab } from './tabs.ts';

export function TabLinks({
  comparison,
  place,
  shown,
  maps,
}: {
  readonly comparison: Comparison;
  readonly place: PageContext;
  readonly shown: Tab;
  readonly maps: readonly MapLink[];
}): ReactElement {
  const words = wordsIn(place.language).page;
  const nameOf = (tab: Tab): string =>
    tab === 'table' ? words.tabTable : CHART_LAYOUTS[tab].words.tab[place.language];
  const misfits = chartChoices(comparison).filter(({ needs }) => needs !== null);
  const tabs = tabsOf(comparison);
  // Few places on a map of many are no answer, so the map that stands in the bar is that of the continent. Besides the
  // first kind there is room for one.
  const [widest] = maps;
  const isInBar = shown === tabs[0] || shown === 'table';
  const besideBar = inBar(tabs, shown, widest && isInBar ? IN_BAR - 1 : IN_BAR);
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
        <Fragment key={tab}>
          {tab === 'table' && widest && isInBar && <MapOf {...{ place }} map={widest} />}
          {link(tab)}
        </Fragment>
      ))}
      {others.length + misfits.length + maps.length > 0 && (
        <details className="misfits">
          <summary>{words.otherKinds}</summary>
          <ul>
            {others.map((tab) => (
              <li key={tab}>{link(tab)}</li>
            ))}
            {(isInBar ? maps.slice(1) : maps).map((map) => (
              <li key={map.href}>
                <MapOf {...{ map, place }} />
              </li>
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

const MapOf = ({
  map: { extent, href },
  place,
}: {
  readonly map: MapLink;
  readonly place: PageContext;
}): ReactElement => <a href={href}>{wordsIn(place.language).page.mapOf({ extent })}</a>;

/** Kinds of chart that have room beside the controls, with the table. */
const IN_BAR = 2;

/** The first kinds and the table; the kind that is shown takes the place of the last of them. */
function inBar(tabs: readonly Tab[], shown: Tab, room: number): readonly Tab[] {
  const kinds = tabs.filter((tab) => tab !== 'table');
  const first = kinds.slice(0, room);
  const isShown = shown === 'table' || first.includes(shown);
  return [...(isShown ? first : [...first.slice(0, -1), shown]), 'table'];
}
