/** The tabs of an answer: the kinds of chart that are honest for it, and the table. */
import { type ChartKind, CHART_KINDS } from '#app/_charts/model/kind.ts';
import { kindsFor } from '#app/_charts/kinds-for.ts';
import { BadQuery, unknownValue } from '#stats/problem.ts';
import type { Comparison } from '#stats/model/comparison.ts';

export type Tab = ChartKind | 'table';

/** Every value that `tab=` accepts. `chart` is an alias for the best kind. */
const TABS: readonly string[] = ['chart', ...CHART_KINDS, 'table'];

/** Our World in Data's names for kinds that we have. */
const ALIASES: Readonly<Record<string, ChartKind>> = { 'discrete-bar': 'bars' };

/** Checks `tab=`; null if it is absent or means the default. @throws BadQuery for any other word */
export function parseTab(text: string | undefined): Tab | null {
  if (text === undefined || text === 'chart') return null;
  if (text === 'table') return 'table';
  const kind =
    CHART_KINDS.find((candidate) => candidate === text) ??
    (Object.hasOwn(ALIASES, text) ? ALIASES[text] : undefined);
  if (!kind) throw new BadQuery(unknownValue('tab', text, TABS));
  return kind;
}

/** The tabs that this answer offers, the default first. */
export const tabsOf = (comparison: Comparison): readonly Tab[] => [...kindsFor(comparison), 'table'];

/** The tab that is shown: the requested tab if it is honest here, else the default. */
export function shownTab(comparison: Comparison, asked: Tab | null): Tab {
  const tabs = tabsOf(comparison);
  return asked !== null && tabs.includes(asked) ? asked : (tabs[0] ?? 'table');
}

/** The canonical text of the tab in an address; empty for the default. */
export const formatTab = (comparison: Comparison, asked: Tab | null): string => {
  const shown = shownTab(comparison, asked);
  return shown === tabsOf(comparison)[0] ? '' : `tab=${shown}`;
};
