/** What an address asks of a page: language, release, parameters. Nothing is guessed and nothing is ignored. */
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { noting } from '#app/_data/asking.ts';
import { siteData } from '#app/_data/data.ts';
import type { PageContext } from '#app/_views/page/page-context.ts';
import type { Catalogue, Release } from '#stats/model/catalogue.ts';
import { LANGUAGES, type Language } from '#stats/language.ts';
import { notFound as nothingNamed, type Problem } from '#stats/problem.ts';
import { readOrigin } from './origin.ts';

export interface PageProps {
  readonly params: Promise<{ readonly lang: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

/** The language of an address; a word that is none is an address where nothing stands. */
export function languageOf(text: string): Language {
  const language = LANGUAGES.find((locale) => locale === text);
  return language ?? notFound();
}

/** The query string as it was written, as far as it matters: repeated parameters are repeated again. */
export function searchOf(parameters: Awaited<PageProps['searchParams']>): string {
  return Object.entries(parameters)
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
  /** Set where the address names a release that does not exist; the page then stands in the latest. */
  readonly unknownRelease: Problem | null;
}

/** The release that an address means: the one it names, or the latest. */
export const readStanding = cache((lang: string, version: string | null) =>
  noting(() => read(lang, version)),
);

async function read(lang: string, version: string | null): Promise<Standing> {
  const language = languageOf(lang);
  const releases = await siteData.loadReleases();
  const origin = readOrigin();
  const named = releases.find((candidate) => candidate.version === version);
  const release = named ?? releases.at(-1);
  const catalogue = release && (await siteData.loadCatalogue(release.version));
  if (!release || !catalogue) throw new Error('no release is published');
  const versions = releases.map((candidate) => candidate.version);
  return {
    place: { language, release, pinned: named !== undefined, origin },
    releases,
    catalogue,
    unknownRelease:
      version === null || named ? null : nothingNamed(NOT_FOUND_NAMES.release, version, versions),
  };
}

/** `release=` of an address, before anything else of it is read. */
export const versionOf = (parameters: Awaited<PageProps['searchParams']>): string | null => {
  const { release } = parameters;
  return typeof release === 'string' ? release : null;
};
