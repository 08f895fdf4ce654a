/**
 * Releases and their catalogues. A published release never changes, so an index is read once and kept; the
 * list of releases is kept for seconds, because a new one may be published while we run.
 */
import type { ReleaseIndex } from '#db/releases.ts';
import { readPublished, readReleaseIndex } from '#db/releases.ts';
import type { Catalogue, Release } from '#stats/catalogue.ts';
import { forEverybody } from './asking.ts';
import { reader } from './pool.ts';

const LIST_IS_FRESH_MS = 5_000;

let list: { readonly read: number; readonly releases: Promise<readonly Release[]> } | undefined;
const indexes = new Map<string, Promise<ReleaseIndex | null>>();

/** Every published release, oldest first. */
export function loadReleases(): Promise<readonly Release[]> {
  if (!list || Date.now() - list.read > LIST_IS_FRESH_MS) {
    const releases = forEverybody(() => reader('health')).then(({ sql }) => readPublished(sql));
    releases.catch(() => (list = undefined));
    list = { read: Date.now(), releases };
  }
  return list.releases;
}

/** A release with its keys; null where there is none of that number. Unknown numbers are not kept. */
export function loadIndex(version: string): Promise<ReleaseIndex | null> {
  const known = indexes.get(version);
  if (known) return known;
  const index = forEverybody(() => reader()).then(({ sql }) => readReleaseIndex(sql, version));
  indexes.set(version, index);
  const forget = (): boolean => indexes.delete(version);
  index.then((found) => found ?? forget(), forget);
  return index;
}

/** What the codes of a release mean; null where there is no such release. */
export const loadCatalogue = async (version: string): Promise<Catalogue | null> =>
  (await loadIndex(version))?.catalogue ?? null;
