/** The part of an answer page's address that the question and the chosen tab decide. */
import type { Comparison } from '#stats/model/comparison.ts';
import { formatQuery } from '#stats/query/query.ts';
import { formatTab, type Tab } from './tabs.ts';

/** The canonical query of a page: the question, and the tab if it is not the default. */
export const pageQuery = (comparison: Comparison, tab: Tab | null): string =>
  [formatQuery(comparison.query, comparison.indicator), formatTab(comparison, tab)]
    .filter((text) => text !== '')
    .join('&');
