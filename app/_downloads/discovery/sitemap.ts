/** The pages of the site for search engines (sitemaps.org), each with its address in the other language. */
import { TOPIC_TEXTS } from '#app/_words/topics.ts';
import { LANGUAGES } from '#stats/language.ts';
import type { DiscoveryContext } from './catalogue-jsonld.ts';
import { escapeXml } from './xml.ts';

const PAGES = [
  '/',
  '/areas',
  '/topics',
  '/compare',
  '/claims',
  '/doubts',
  '/sources',
  '/method',
  '/releases',
  '/addresses',
];

/** @param areas the codes of the areas with figures, which have a page each */
export function formatSitemap(
  { release, catalogue, origin }: DiscoveryContext,
  areas: readonly string[],
): string {
  const paths = [
    ...PAGES,
    ...catalogue.indicators.map(({ id }) => `/indicators/${id}`),
    ...areas.map((code) => `/areas/${code}`),
    ...Object.keys(TOPIC_TEXTS).map((id) => `/topics/${id}`),
  ];
  const inLanguage = (path: string, language: (typeof LANGUAGES)[number]): string => {
    const prefix = language === 'en' ? '' : `/${language}`;
    return escapeXml(origin + (path === '/' && prefix !== '' ? prefix : prefix + path));
  };
  const entries = paths.flatMap((path) =>
    LANGUAGES.map((language) => {
      const others = LANGUAGES.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${inLanguage(path, other)}"/>`,
      );
      return `<url><loc>${inLanguage(path, language)}</loc><lastmod>${release.date}</lastmod>${others.join('')}</url>`;
    }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`;
}
