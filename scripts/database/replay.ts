import { publishAll, type Publication } from '#db/publish/publish.ts';
import { finishDraft } from '#sources/draft/draft.ts';
import { readReleases, type CommittedRelease } from '#sources/releases/committed.ts';
import { ifNobodyChanges } from './sources-lock.ts';

/** A committed release in the form that the database takes. */
export const publicationOf = (release: CommittedRelease): Publication => ({
  ...release,
  added: () => release.read('added'),
  closed: () => release.read('closed'),
});

/** Loads every committed release that the database does not have yet, in order. */
export async function replay({ root, report }: { root: string; report: (step: string) => void }) {
  // Finishes the file moves of a command that was killed.
  ifNobodyChanges(root, () => finishDraft(root));
  return publishAll(readReleases(root).map(publicationOf), report);
}
