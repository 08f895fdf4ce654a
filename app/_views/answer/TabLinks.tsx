/**
 * Plain links between the tabs of an answer; the current tab has a double rule. Kinds for which there is no room, maps
 * of more places, and kinds that do not fit the question, with the reason, are in a list that opens.
 */
import { Fragment, type ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import { chartChoices } from '#app/_charts/kinds-for.ts';
import { CHART_LAYOUTS } from '#app/_charts/chart-kinds.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { MapLink } from '../maps/map-links.ts';
import { indicatorHref, type PageContext } from '../page/page-context.ts';
import { pageQuery } from './page-query.ts';
import { tabsOf, type Tab } from './tabs.ts';

interface TabLinksProps {
  readonly comparison: Comparison;
  readonly place: PageContext;
  readonly shown: Tab;
  readonly maps: readonly MapLink[];
}

export function TabLinks({ comparison, place, shown, maps }: TabLinksProps): ReactElement {
  const words = wordsIn(place.language).page;
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
      {tabName(tab, place)}
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
      <OtherKinds {...{ comparison, place }} maps={isInBar ? maps.slice(1) : maps} links={others.map(link)} />
    </nav>
  );
}

const tabName = (tab: Tab, { language }: PageContext): string =>
  tab === 'table' ? wordsIn(language).page.tabTable : CHART_LAYOUTS[tab].words.tab[language];

/** The list of what has no room in the bar, and of the kinds that do not fit. */
function OtherKinds({
  comparison,
  place,
  maps,
  links,
}: Omit<TabLinksProps, 'shown'> & { readonly links: readonly ReactElement[] }): ReactElement | null {
  const misfits = chartChoices(comparison).filter(({ needs }) => needs !== null);
  if (links.length + misfits.length + maps.length === 0) return null;
  return (
    <details className="misfits">
      <summary>{wordsIn(place.language).page.otherKinds}</summary>
      <ul>
        {links.map((link, i) => (
          <li key={i}>{link}</li>
        ))}
        {maps.map((map) => (
          <li key={map.href}>
            <MapOf {...{ map, place }} />
          </li>
        ))}
        {misfits.map(({ kind, needs }) => (
          <li key={kind}>
            <s>{tabName(kind, place)}</s> {needs?.[place.language]}
          </li>
        ))}
      </ul>
    </details>
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
