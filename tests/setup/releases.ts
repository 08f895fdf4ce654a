/**
 * The numbers of the committed releases, oldest first, so that tests need no number that becomes outdated.
 */
import { readReleases } from '#sources/releases/committed.ts';

export const VERSIONS: readonly string[] = readReleases('.').map((release) => release.version);
export const LATEST = VERSIONS.at(-1) ?? '';
