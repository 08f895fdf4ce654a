/** The committed releases' numbers, oldest first, so that a test says `latest` and not a number that ages. */
import { readReleases } from '#sources/releases/committed.ts';

export const VERSIONS: readonly string[] = readReleases('.').map((release) => release.version);
export const LATEST = VERSIONS.at(-1) ?? '';
