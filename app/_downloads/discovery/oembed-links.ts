/** Where a page or an embed says how it is embedded (oEmbed 1.0, section 4). */

/** The address of the answers, the same as in `app/_answers/http/routes.ts`. */
const OEMBED = '/oembed';

export interface OembedLink {
  readonly type: 'application/json+oembed' | 'text/xml+oembed';
  readonly href: string;
}

/** @param address that of the page or embed, absolute */
export function oembedLinks(origin: string, address: string): readonly OembedLink[] {
  const url = encodeURIComponent(address);
  return [
    { type: 'application/json+oembed', href: `${origin}${OEMBED}?format=json&url=${url}` },
    { type: 'text/xml+oembed', href: `${origin}${OEMBED}?format=xml&url=${url}` },
  ];
}

/**
 * The same as values of the header `Link`, which says it in fewer bytes than a page.
 * @param path that of an embed
 */
export const oembedHeaders = (origin: string, path: string): string[] =>
  oembedLinks(origin, origin + path).map(({ type, href }) => `<${href}>; rel="alternate"; type="${type}"`);
