/** HTML that the server wrote and that no script changes: itself, or its place among the HTML left with the request. */
export type StillMarkup = { readonly html: string } | { readonly left: number };

interface Request {
  readonly markup: readonly string[];
}

/** The store of `app/_data/asking.ts`, which no script of a browser may import. */
const STORE = Symbol.for('cotejo.asking');
const shared = globalThis as { [STORE]?: { getStore(): Request | undefined } };

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
            if (typeof document === 'undefined') return shared[STORE]?.getStore()?.markup[markup.left] ?? '';
            return document.querySelector(`[data-still="${markup.left}"]`)?.innerHTML ?? '';
          },
        };
  held.set(markup, made);
  return made;
}
