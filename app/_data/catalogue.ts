/**
 * Releases and their catalogues. A published release never changes, so an index is read once and kept; the
 * list of releases is kept for seconds, because a new one may be published while we run.
 */
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import type { ReleaseIndex } from '#db/releases.ts';
import { readPublished, readReleaseIndex } from '#db/releases.ts';
import type { Catalogue, Release } from '#stats/model/catalogue.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import { memoizeAsync } from './memoize-async.ts';
import type { Reader } from './pool.ts';

export type { ReleaseIndex };

const LIST_IS_FRESH_MS = 5_000;
/** More releases than are looked at in one day. */
const MOST_INDEXES = 100;

export interface CatalogueData {
  /** Every published release, oldest first. */
  loadReleases(): Promise<readonly Release[]>;
  /** A release with its keys; null where there is none of that number. Unknown numbers are not kept. */
  loadIndex(version: string): Promise<ReleaseIndex | null>;
  /** What the codes of a release mean; null where there is no such release. */
  loadCatalogue(version: string): Promise<Catalogue | null>;
}

/** @param clock the time in milliseconds */
export function catalogueData(reader: Reader, clock: () => number): CatalogueData {
  const loadReleases = memoizeAsync(async () => readPublished((await reader('health')).sql), {
    max: 1,
    ttl: LIST_IS_FRESH_MS,
    clock,
  });
  const loadIndex = memoizeAsync(async (version: string) => readReleaseIndex((await reader()).sql, version), {
    max: MOST_INDEXES,
    keeps: (index) => index !== null,
  });
  return {
    loadReleases,
    loadIndex,
    loadCatalogue: async (version) => (await loadIndex(version))?.catalogue ?? null,
  };
}

/** The index of a release. @throws NotFound */
export async function findIndex({ loadIndex }: CatalogueData, version: string): Promise<ReleaseIndex> {
  const index = await loadIndex(version);
  if (index) return index;
  throw new NotFound(notFound(NOT_FOUND_NAMES.release, version, []));
}
