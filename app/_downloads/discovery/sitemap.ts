/** The pages of the site for search engines (sitemaps.org), each with its address in the other language. */
import { LANGUAGES } from '#stats/language.ts';
import type { DiscoveryContext } from './catalogue-jsonld.ts';
import { escapeXml } from './xml.ts';

const PAGES = ['/', '/compare', '/claims', '/doubts', '/sources', '/method', '/releases', '/addresses'];

export function formatSitemap({ release, catalogue, origin }: DiscoveryContext): string {
  const paths = [...PAGES, ...catalogue.indicators.map(({ id }) => `/indicators/${id}`)];
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
