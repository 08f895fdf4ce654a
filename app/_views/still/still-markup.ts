/**
 * HTML that the server wrote and that no script changes. React writes what a component of the browser is given twice: in
 * the page, and as data for its script. So the HTML is left with the request while the page is made
 * (`app/_data/asking.ts`), and the component is given its place there.
 */
export type StillMarkup = { readonly html: string } | { readonly left: number };

interface Request {
  readonly markup: string[];
}

/** The store of `app/_data/asking.ts`, which no script of a browser may import. */
const STORE = Symbol.for('cotejo.asking');
const shared = globalThis as { [STORE]?: { getStore(): Request | undefined } };
const currentRequest = (): Request | undefined => shared[STORE]?.getStore();

/**
 * Leaves HTML with the request. Without a server of ours in front (`next dev`) no request is known, and the HTML itself
 * is handed over.
 */
export function leaveMarkup(html: string): StillMarkup {
  const request = currentRequest();
  return request ? { left: request.markup.push(html) - 1 } : { html };
}

/** The name by which a browser finds an element again; none where it has the HTML itself. */
export const stillName = (markup: StillMarkup): number | undefined =>
  'left' in markup ? markup.left : undefined;

/** React writes the content of an element again if the object that holds it is another one. */
const held = new WeakMap<StillMarkup, { readonly __html: string }>();

/**
 * What React writes into an element. On the server that is the HTML. In the browser React leaves the content of such an
 * element as it finds it (`suppressHydrationWarning`), and asks for it only if it has to make the page anew: then it is
 * what the page has.
 */
export function innerHtmlOf(markup: StillMarkup): { readonly __html: string } {
  const known = held.get(markup);
  if (known) return known;
  const made =
    'html' in markup
      ? { __html: markup.html }
      : {
          get __html() {
            if (typeof document === 'undefined') return currentRequest()?.markup[markup.left] ?? '';
            return document.querySelector(`[data-still="${markup.left}"]`)?.innerHTML ?? '';
          },
        };
  held.set(markup, made);
  return made;
}
