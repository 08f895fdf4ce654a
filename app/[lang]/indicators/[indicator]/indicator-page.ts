/** The page of one indicator as its address asks for it: read once for metadata, redirects and the page itself. */
import { cache } from 'react';
import { parseTab, type Tab } from '#app/_views/answer/tabs.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { BadQuery } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import type { Query } from '#stats/model/query.ts';
import { formatQuery, parseQuery } from '#stats/query/query.ts';
import { readStanding, searchOf, versionOf, type PageProps, type Standing } from '../../_reading/request.ts';

export interface IndicatorProps extends PageProps {
  readonly params: Promise<{ readonly lang: string; readonly indicator: string }>;
}

/** Parameters of the page that do not belong to the question. */
export const PAGE_PARAMETERS: readonly string[] = ['release', 'tab'];

export interface IndicatorPage extends Standing {
  /** Null where the release has no such indicator. */
  readonly indicator: Indicator | null;
  /** What is asked of it, or why that cannot be read; null without an indicator. */
  readonly query: Query | BadQuery | null;
  readonly tab: Tab | null | BadQuery;
}

/** A value, or the refusal of what it was to be read from. */
function orRefusal<Value>(read: () => Value): Value | BadQuery {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadQuery) return error;
    throw error;
  }
}

/** Keyed by texts: Next hands over other promises for the metadata than for the page. */
const readOnce = cache(
  async (lang: string, id: string, version: string | null, search: string): Promise<IndicatorPage> => {
    const standing = await readStanding(lang, version);
    const { catalogue } = standing;
    const indicator = catalogue.indicators.find((candidate) => candidate.id === id) ?? null;
    return {
      ...standing,
      indicator,
      query:
        indicator &&
        orRefusal(() => parseQuery(parseParameters(search), indicator, catalogue, PAGE_PARAMETERS)),
      tab: orRefusal(() => parseTab(parseParameters(search).get('tab'))),
    };
  },
);

/** Reads the address of a page. */
export async function loadIndicatorPage(props: IndicatorProps): Promise<IndicatorPage> {
  const [{ lang, indicator }, searchParams] = await Promise.all([props.params, props.searchParams]);
  return readOnce(lang, indicator, versionOf(searchParams), searchOf(searchParams));
}

/** Another question than the page's own, as addresses write it; unchanged where it will be refused anyway. */
export function canonicalPageSearch(search: string, indicator: Indicator, catalogue: Catalogue): string {
  const canonical = orRefusal(() => {
    const parameters = parseParameters(search);
    const query = formatQuery(parseQuery(parameters, indicator, catalogue, PAGE_PARAMETERS), indicator);
    const tab = parseTab(parameters.get('tab'));
    return [query, tab === null ? '' : `tab=${tab}`].filter((text) => text !== '').join('&');
  });
  return canonical instanceof BadQuery ? search : canonical;
}
