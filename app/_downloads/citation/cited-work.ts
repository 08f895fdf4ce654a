/** What a citation names: an answer or a release of Cotejo, and the sources whose figures it has. */
import { versionParameter } from '#stats/model/release.ts';
import { CITATION_WORDS } from '#app/_words/citation.ts';
import type { Language } from '#stats/language.ts';
import type { Catalogue, Release, Source } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { formatQuery } from '#stats/query/query.ts';
import { doiOf } from './doi.ts';

/** A work as every style of citation needs it. */
export interface CitedWork {
  /** Unique among the works of one file; letters, digits and hyphens. */
  readonly key: string;
  /** As stated; an organisation or a person is one text. */
  readonly author: string;
  readonly title: string;
  /** `2026-11-22`, `2015-11` or `2015`. */
  readonly date: string;
  readonly publisher: string | null;
  readonly version: string | null;
  readonly url: string | null;
  readonly licence: string | null;
  /** Without `https://doi.org/`; null if it has none. */
  readonly doi: string | null;
}

export interface Citation {
  readonly language: Language;
  readonly work: CitedWork;
  /** Every source, once. */
  readonly sources: readonly CitedWork[];
}

const NOT_STATED = 'not stated';
const orNull = (text: string | undefined): string | null =>
  text === undefined || text === '' || text === NOT_STATED ? null : text;

const keyOf = (...parts: readonly string[]): string => parts.join('-').replace(/[^A-Za-z0-9]+/g, '-');

function citedSource(source: Source, language: Language): CitedWork {
  const publisher = orNull(source.publisher);
  const title = source.title[language];
  return {
    key: keyOf(source.id),
    author: orNull(source.author) ?? publisher ?? title,
    title,
    date: source.published,
    publisher,
    version: null,
    url: orNull(source.url),
    licence: orNull(source.licence.url ?? source.licence.name),
    doi: null,
  };
}

/** The address of the page that shows an answer, pinned. */
export function pageAddress({ release, indicator, query, language }: Comparison): string {
  const search = [formatQuery(query, indicator), `release=${versionParameter(release.version)}`]
    .filter(Boolean)
    .join('&');
  return `${language === 'es' ? '/es' : ''}/indicators/${indicator.id}?${search}`;
}

/** Answers of one release as one work. `url` is absolute where the site knows its address. */
export function citeAnswers(comparisons: readonly Comparison[], url: string): Citation {
  const [{ release, language } = { release: NO_RELEASE, language: 'en' as const }] = comparisons;
  const sources = new Map(
    comparisons.flatMap((answer) => answer.sources).map((source) => [source.id, source]),
  );
  return {
    language,
    work: ourWork(
      release,
      keyOf('cotejo', ...comparisons.map(({ indicator }) => indicator.id), release.version),
      comparisons.map(({ indicator }) => indicator.title[language]).join('; '),
      url,
    ),
    sources: [...sources.values()].map((source) => citedSource(source, language)),
  };
}

/** A whole release. */
export const citeRelease = (
  release: Release,
  { sources }: Pick<Catalogue, 'sources'>,
  language: Language,
  url: string,
): Citation => ({
  language,
  work: ourWork(release, keyOf('cotejo', release.version), CITATION_WORDS[language].whole, url),
  sources: sources.map((source) => citedSource(source, language)),
});

/** Every figure of a release, or of one of its sources. */
export const citeBulk = (
  { release, catalogue }: { readonly release: Release; readonly catalogue: Pick<Catalogue, 'sources'> },
  source: Source | null,
  language: Language,
  url: string,
): Citation =>
  source
    ? {
        language,
        work: ourWork(release, keyOf('cotejo', source.id, release.version), source.title[language], url),
        sources: [citedSource(source, language)],
      }
    : citeRelease(release, catalogue, language, url);

const NO_RELEASE: Pick<Release, 'version' | 'date'> = { version: '', date: '' };

const ourWork = (
  { version, date }: Pick<Release, 'version' | 'date'>,
  key: string,
  title: string,
  url: string,
): CitedWork => ({
  key,
  author: 'Cotejo',
  title,
  date,
  publisher: 'Cotejo',
  version,
  url,
  licence: null,
  doi: doiOf(version),
});

/** The parts of a date that are known, as numbers. @example dateParts('2015-11') -> [2015, 11] */
export const dateParts = (date: string): number[] =>
  /^\d{4}(-\d{2}){0,2}$/.test(date) ? date.split('-').map(Number) : [];
