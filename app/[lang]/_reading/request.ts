/** What an address asks of a page: language, release, parameters. Nothing is guessed and nothing is ignored. */
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { loadCatalogue, loadReleases } from '#app/_data/catalogue.ts';
import type { Place } from '#app/_views/place.ts';
import type { Catalogue, Release } from '#stats/catalogue.ts';
import { LANGUAGES, type Language } from '#stats/language.ts';
import { readOrigin } from './origin.ts';

export interface PageProps {
  readonly params: Promise<{ readonly lang: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

/** The language of an address; a word that is none is an address where nothing stands. */
export function languageOf(text: string): Language {
  const language = LANGUAGES.find((one) => one === text);
  return language ?? notFound();
}

/** The query string as it was written, as far as it matters: repeated parameters are repeated again. */
export function searchOf(parameters: Awaited<PageProps['searchParams']>): string {
  return Object.entries(parameters)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value ?? '']).map(
        (one: string) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`,
      ),
    )
    .join('&');
}

export interface Standing {
  readonly place: Place;
  readonly releases: readonly Release[];
  readonly catalogue: Catalogue;
}

/** The release that an address means: the one it names, or the latest. 404 where it names none that exists. */
export const readStanding = cache(async (lang: string, version: string | null): Promise<Standing> => {
  const language = languageOf(lang);
  const [releases, origin] = await Promise.all([loadReleases(), readOrigin()]);
  const release = version === null ? releases.at(-1) : releases.find((one) => one.version === version);
  const catalogue = release && (await loadCatalogue(release.version));
  if (!release || !catalogue) return notFound();
  return { place: { language, release, pinned: version !== null, origin }, releases, catalogue };
});

/** `release=` of an address, before anything else of it is read. */
export const versionOf = (parameters: Awaited<PageProps['searchParams']>): string | null => {
  const { release } = parameters;
  return typeof release === 'string' ? release : null;
};
