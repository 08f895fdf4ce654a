/** What an address asks of a page: language, release, parameters. Nothing is guessed and nothing is ignored. */
import { isReleased, versionOfParameter } from '#stats/model/release.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { currentAsking, noting, NotNow } from '#app/_data/asking.ts';
import { isNewer } from '#app/_data/catalogue.ts';
import { siteData } from '#app/_data/data.ts';
import type { PageContext } from '#app/_views/page/page-context.ts';
import type { Catalogue, Release } from '#stats/model/catalogue.ts';
import { LANGUAGES, type Language } from '#stats/language.ts';
import { isTracking } from '#stats/query/tracking.ts';
import { notFound as nothingNamed, type Problem } from '#stats/problem.ts';
import { readOrigin } from './origin.ts';

export interface PageProps {
  readonly params: Promise<{ readonly lang: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

/** The language of an address; an unknown language means that the page does not exist. */
export function languageOf(text: string): Language {
  const language = LANGUAGES.find((locale) => locale === text);
  return language ?? notFound();
}

/**
 * The query string as written, as far as it matters: repeated parameters are kept, those of mail programs and
 * social networks are not.
 */
export function searchOf(parameters: Awaited<PageProps['searchParams']>): string {
  return Object.entries(parameters)
    .filter(([name]) => !isTracking(name))
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value ?? '']).map(
        (text: string) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`,
      ),
    )
    .join('&');
}

export interface Standing {
  readonly place: PageContext;
  readonly releases: readonly Release[];
  readonly catalogue: Catalogue;
  /** Set if the address names a release that does not exist; the page then uses the latest release. */
  readonly unknownRelease: Problem | null;
}

/** The release of an address: the release that it names, or the latest. */
export const readStanding = cache((lang: string, version: string | null) =>
  noting(() => read(lang, version)),
);

async function read(lang: string, version: string | null): Promise<Standing> {
  const language = languageOf(lang);
  const releases = await siteData.loadReleases();
  const origin = readOrigin();
  const versions = releases.map((candidate) => candidate.version);
  // The list is some seconds old: a later number may have been published since.
  const mayExist = version !== null && (isReleased(version, versions) || isNewer(version, releases));
  const named = mayExist ? (await siteData.loadIndex(version))?.release : undefined;
  const release = named ?? releases.at(-1);
  const catalogue = release && (await siteData.loadCatalogue(release.version));
  if (!release || !catalogue) throw new NotNow('COTEJO_EMPTY');
  const asking = currentAsking();
  if (asking) asking.release = release.version;
  return {
    place: { language, release, pinned: named !== undefined, origin },
    releases,
    catalogue,
    unknownRelease:
      version === null || named ? null : nothingNamed(NOT_FOUND_NAMES.release, version, versions),
  };
}

/** Reads `release=` from an address before anything else. */
export const versionOf = (parameters: Awaited<PageProps['searchParams']>): string | null => {
  const { release } = parameters;
  return typeof release === 'string' ? versionOfParameter(release) : null;
};
