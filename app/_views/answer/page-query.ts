/** The address of an answer's page, as far as the question and the chosen tab decide it. */
import type { Comparison } from '#stats/model/comparison.ts';
import { formatQuery } from '#stats/query/query.ts';
import { formatTab, type Tab } from './tabs.ts';

/** The canonical query of a page: the question, and the face if it is not the default. */
export const pageQuery = (comparison: Comparison, tab: Tab | null): string =>
  [formatQuery(comparison.query, comparison.indicator), formatTab(comparison, tab)]
    .filter((text) => text !== '')
    .join('&');
