/**
 * Releases and their catalogues. A published release never changes, so an index is read once and kept. The
 * list of releases is kept for seconds only, because a new release may be published at any time.
 */
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import type { ReleaseIndex } from '#db/releases.ts';
import { releaseInTheMaking } from '#db/publishing.ts';
import { readPublished, readReleaseIndex } from '#db/releases.ts';
import type { Catalogue, Indicator, Release } from '#stats/model/catalogue.ts';
import { compareProductVersions, parseVersion } from '#stats/model/release.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import { NotNow } from './asking.ts';
import { memoizeAsync } from './memoize-async.ts';
import { noteRelease, type Reader } from './pool.ts';

export type { ReleaseIndex };

const LIST_IS_FRESH_MS = 5_000;
/** More releases than clients ask for in a day. */
const MOST_INDEXES = 100;

export interface CatalogueData {
  /** Every published release, oldest first. */
  loadReleases(): Promise<readonly Release[]>;
  /**
   * A release with its keys; null if there is no release with that number. Unknown numbers are not cached.
   * @throws NotNow where the database may not have it yet: a standby, or a site that is publishing it
   */
  loadIndex(version: string): Promise<ReleaseIndex | null>;
  /** What the codes of a release mean; null if there is no such release. */
  loadCatalogue(version: string): Promise<Catalogue | null>;
}

/** A database without tables is one in which nothing is published yet. */
function noTables(error: unknown): Release[] {
  if ((error as { code?: string }).code === '42P01') return [];
  throw error;
}

/** Whether a number is that of a release after the newest of the list, which may have been published since. */
export function isNewer(version: string, releases: readonly Release[]): boolean {
  const wanted = parseVersion(version);
  const newest = parseVersion(releases.at(-1)?.version ?? '0.0.0');
  if (!wanted || !newest) return false;
  const isLaterOwn = (wanted.own?.number ?? 0) > (newest.own?.number ?? 0);
  return isLaterOwn || compareProductVersions(wanted.product, newest.product) > 0;
}

/** @param clock the time in milliseconds */
export function catalogueData(reader: Reader, clock: () => number): CatalogueData {
  const loadReleases = memoizeAsync(async () => readPublished((await reader('health')).sql).catch(noTables), {
    max: 1,
    ttl: LIST_IS_FRESH_MS,
    clock,
    keeps: (releases) => releases.length > 0,
  });
  async function readIndex(version: string): Promise<ReleaseIndex | null> {
    const { sql, replica } = await reader();
    const index = await readReleaseIndex(sql, version);
    if (index) noteRelease(index.point.own ?? index.point.product);
    else if ((replica || releaseInTheMaking()) && isNewer(version, await loadReleases()))
      throw new NotNow('COTEJO_BEHIND');
    return index;
  }
  const loadIndex = memoizeAsync(readIndex, { max: MOST_INDEXES, keeps: (index) => index !== null });
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

/** The indicator of a catalogue. @throws NotFound, listing those that exist */
export function findIndicator({ indicators }: Pick<Catalogue, 'indicators'>, id: string): Indicator {
  const indicator = indicators.find((candidate) => candidate.id === id);
  if (indicator) return indicator;
  const known = indicators.map((candidate) => candidate.id);
  throw new NotFound(notFound(NOT_FOUND_NAMES.indicator, id, known));
}
