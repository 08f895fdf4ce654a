import { publishAll } from '#db/publish/publish.ts';
import { readReleases } from '#sources/releases/committed.ts';

/** Loads every committed release that the database does not have yet, in order. */
export const replay = async ({ root, report }: { root: string; report: (step: string) => void }) =>
  publishAll(readReleases(root), report);
