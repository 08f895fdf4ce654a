import { existsSync } from 'node:fs';
import { publishLines, type OwnPublication, type Publication } from '#db/publish/publish.ts';
import { finishDraft, productHome } from '#sources/draft/draft.ts';
import {
  readOwnReleases,
  readReleases,
  type CommittedRelease,
  type OwnRelease,
} from '#sources/releases/committed.ts';
import { findOwnHome } from './own-folder.ts';
import { ifNobodyChanges } from './sources-lock.ts';

/** A committed release in the form that the database takes. */
export const publicationOf = (release: CommittedRelease): Publication => ({
  ...release,
  added: () => release.read('added'),
  closed: () => release.read('closed'),
});

/** A release of own data in the form that the database takes. */
export const ownPublicationOf = (release: OwnRelease): OwnPublication => ({
  ...release,
  added: () => release.read('added'),
  closed: () => release.read('closed'),
});

/** The committed releases of both lines. @throws SourceError if those of own data are out of order */
export const committedLines = (root: string): { product: Publication[]; own: OwnPublication[] } => ({
  product: readReleases(root).map(publicationOf),
  own: readOwnReleases(findOwnHome(root).folder).map(ownPublicationOf),
});

/** Loads every committed release that the database does not have yet, in order. */
export async function replay({ root, report }: { root: string; report: (step: string) => void }) {
  // Finishes the file moves of a command that was killed.
  for (const home of [productHome(root), findOwnHome(root)])
    if (existsSync(home.folder)) ifNobodyChanges(home, () => finishDraft(home));
  return publishLines(committedLines(root), report);
}
