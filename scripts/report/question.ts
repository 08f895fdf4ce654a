// What an address in a report asks: which release, and the data that the same question gives.

import { AS_OF } from '#stats/query/as-of.ts';
import { isTracking } from '#stats/query/tracking.ts';
import { decodeEscapes } from '#stats/query-string.ts';
import { versionOfParameter } from '#stats/model/release.ts';

/** A figure, chart, embed or file in a report. */
export interface ShownAddress {
  readonly address: string;
  /** Scheme and host. */
  readonly site: string;
  /** The release that the address names; null if it follows the newest, or names a day. */
  readonly release: string | null;
  /** The day whose release it names (`asOf`). */
  readonly day: string | null;
  /** The paths of its data in a release, as JSON. */
  readonly dataIn: (release: string) => readonly string[];
}

/** Parameters of pages, pictures, embeds and files that ask nothing of the data. */
const OF_FACES = new Set([
  'release',
  'lang',
  'theme',
  'tab',
  'view',
  'width',
  'scale',
  'title',
  'notes',
  'size',
  'fonts',
  'form',
  'show',
  'follow',
  'frame',
  'ui',
  'table',
  'excel',
  'shape',
  'vintages',
  'parts',
  'doubts',
  'count',
  'cell',
  AS_OF,
]);

const nameOf = (part: string): string => part.split('=')[0] ?? '';

/** The query string of the question alone. */
const questionOf = (search: string, also: readonly string[] = []): string =>
  search
    .split('&')
    .filter((part) => part !== '')
    .filter(
      (part) => !OF_FACES.has(nameOf(part)) && !isTracking(nameOf(part)) && !also.includes(nameOf(part)),
    )
    .join('&');

const withSearch = (path: string, search: string): string => (search === '' ? path : `${path}?${search}`);

/** The data of an embed, by what stands behind its release in the path. */
function dataOfEmbed(subject: string, search: string): (release: string) => string[] {
  const parameters = new URLSearchParams(search);
  if (/^value(?:\.\w+)?$/.test(subject)) {
    const indicator = parameters.get('indicator') ?? '';
    const question = questionOf(search, ['indicator']);
    return (release) => [withSearch(`/data/${release}/${encodeURIComponent(indicator)}.json`, question)];
  }
  if (subject === 'board') {
    const panels = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((name) => parameters.get(name) ?? []);
    return (release) =>
      panels.map((panel) => {
        const [indicator = '', ...rest] = panel.split('?');
        return withSearch(
          `/data/${release}/${encodeURIComponent(indicator)}.json`,
          questionOf(rest.join('?')),
        );
      });
  }
  return (release) => [withSearch(`/data/${release}/${subject}.json`, questionOf(search))];
}

/** Release, subject and query of an address of a Cotejo; null for every other address. */
function partsOf(address: URL): { release: string; subject: string; isEmbed: boolean } | null {
  const pinned = /^\/(data|embed)\/([^/]+)\/([^/]+)$/.exec(address.pathname);
  if (pinned) {
    const [, space, release = '', file = ''] = pinned;
    if (!/^(?:latest|\d+\.\d+\.\d+.*)$/.test(release)) return null;
    // A file has its format behind the first point; lists of a release show no figures.
    const subject = space === 'data' ? file.replace(/\..*$/, '') : file;
    const named = decodeEscapes(release);
    if (named === null) return null;
    if (['indicators', 'SHA256SUMS', 'citation', 'claims', 'check'].includes(subject)) return null;
    return { release: named, subject, isEmbed: space === 'embed' };
  }
  const page = /^\/(?:es\/)?(?:indicators\/([^/]+)|(compare))\/?$/.exec(address.pathname);
  if (!page) return null;
  const release = address.searchParams.get('release');
  return {
    release: release === null ? 'latest' : versionOfParameter(release),
    subject: page[1] ?? 'compare',
    isEmbed: false,
  };
}

/** What an address shows; null if it is not one of a Cotejo. */
export function shownBy(address: string): ShownAddress | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const parts = partsOf(url);
  if (!parts) return null;
  const { release, subject, isEmbed } = parts;
  const search = url.search.slice(1);
  const data = (version: string): string[] => [
    withSearch(`/data/${version}/${subject}.json`, questionOf(search)),
  ];
  return {
    address,
    site: url.origin,
    release: release === 'latest' ? null : release,
    day: release === 'latest' ? url.searchParams.get(AS_OF) : null,
    dataIn: isEmbed ? dataOfEmbed(subject, search) : data,
  };
}
