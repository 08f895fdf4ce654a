/**
 * The context of a page: the language, the release, and whether the address names the release. Every link on
 * a page is made from it, so that release and language are kept
 * (docs/rules.md#links-keep-release-and-language).
 */
import { versionParameter } from '#stats/model/release.ts';
import type { Release } from '#stats/model/catalogue.ts';
import type { Language } from '#stats/language.ts';

export interface PageContext {
  readonly language: Language;
  readonly release: Release;
  /** True if the address has `release=`; without it a page follows the latest release. */
  readonly pinned: boolean;
  /** Scheme and host for addresses that are used outside the page: snippets and citations. */
  readonly origin: string;
}

const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('&');
const withQuery = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`);

/**
 * The address of a page.
 * @example pageHref(place, '/indicators/homicide-rate', 'country=HND') === '/es/indicators/homicide-rate?country=HND'
 */
export function pageHref(place: Omit<PageContext, 'origin'>, path: string, query = ''): string {
  const prefix = place.language === 'en' ? '' : `/${place.language}`;
  const whole = path === '/' && prefix !== '' ? prefix : `${prefix}${path}`;
  return withQuery(
    whole,
    join(query, place.pinned ? `release=${versionParameter(place.release.version)}` : ''),
  );
}

/** The address of an indicator's page. */
export const indicatorHref = (place: Omit<PageContext, 'origin'>, indicator: string, query = ''): string =>
  pageHref(place, `/indicators/${indicator}`, query);

type Numbered = Pick<PageContext, 'language' | 'release'>;
const languageParameter = (language: Language): string => (language === 'en' ? '' : `lang=${language}`);

/** The address of a file: always with the number of the release. */
export const dataHref = (place: Numbered, indicator: string, ending: string, query = ''): string =>
  withQuery(
    `/data/${place.release.version}/${indicator}.${ending}`,
    join(query, languageParameter(place.language)),
  );

/** The address of an embed: always with the number of the release. */
export const embedHref = (place: Numbered, indicator: string, query = ''): string =>
  withQuery(`/embed/${place.release.version}/${indicator}`, join(query, languageParameter(place.language)));

/** The page's address with its release, as printed in a citation. */
export const pinnedHref = (place: PageContext, indicator: string, query = ''): string =>
  place.origin + indicatorHref({ ...place, pinned: true }, indicator, query);
