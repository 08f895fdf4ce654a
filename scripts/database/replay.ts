import { publishAll, type Publication } from '#db/publish/publish.ts';
import { finishDraft } from '#sources/draft/draft.ts';
import { readReleases, type CommittedRelease } from '#sources/releases/committed.ts';
import { ifNobodyChanges } from './sources-lock.ts';

/** A committed release as the database takes it. */
export const publicationOf = (release: CommittedRelease): Publication => ({
  ...release,
  added: () => release.read('added'),
  closed: () => release.read('closed'),
});

/** Loads every committed release that the database does not have yet, in order. */
export async function replay({ root, report }: { root: string; report: (step: string) => void }) {
  // A command that was killed while its files took their places: they take them now.
  ifNobodyChanges(root, () => finishDraft(root));
  return publishAll(readReleases(root).map(publicationOf), report);
}
