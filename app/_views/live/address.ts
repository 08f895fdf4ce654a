/** The address of the page, and all links on it that depend on the address, after an answer has arrived. */
import { LANGUAGES } from '#stats/language.ts';
import { indicatorHref, type PageContext } from '../page/page-context.ts';

/** Replaces the address with the canonical address; the history has an entry for each question. */
export function writeAddress(place: PageContext, indicator: string, query: string): void {
  const href = indicatorHref(place, indicator, query);
  if (location.pathname + location.search !== href) history.replaceState(null, '', href + location.hash);
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  if (canonical) canonical.href = place.origin + href;
  for (const language of LANGUAGES) {
    const link = document.querySelector<HTMLAnchorElement>(`a[data-language=${language}]`);
    if (link) link.href = indicatorHref({ ...place, language }, indicator, query);
  }
}
