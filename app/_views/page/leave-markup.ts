/**
 * React writes what a component of the browser is given twice: in the page, and as data for its script. HTML that no
 * script changes is left with the request instead while the page is made (`app/_data/asking.ts`), and the component is
 * given its place there: half of a page of many figures was data that nothing read.
 */
import { currentAsking } from '#app/_data/asking.ts';
import type { StillMarkup } from './still-markup.ts';

/** Without a server of ours in front (`next dev`) no request is known, and the HTML itself is handed over. */
export function leaveMarkup(html: string): StillMarkup {
  const asking = currentAsking();
  return asking ? { left: asking.markup.push(html) - 1 } : { html };
}
