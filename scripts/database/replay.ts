import { existsSync } from 'node:fs';
import { findUnpublished, publishLines, type OwnPublication, type Publication } from '#db/publish/publish.ts';
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

/** What a replay did. */
export interface Replayed {
  /** The newest committed release. */
  readonly version: string;
  /** How many releases were published. */
  readonly replayed: number;
  /** The releases that were left for later. */
  readonly postponed: readonly string[];
}

/**
 * Publishes every committed release that the database does not have yet, in order.
 * @param mayPostpone leaves them for later, if the database has others that a site can serve meanwhile
 */
export async function replay({
  root,
  report,
  mayPostpone = false,
}: {
  root: string;
  report: (step: string) => void;
  mayPostpone?: boolean;
}): Promise<Replayed> {
  // Finishes the file moves of a command that was killed.
  for (const home of [productHome(root), findOwnHome(root)])
    if (existsSync(home.folder)) ifNobodyChanges(home, () => finishDraft(home));
  const lines = committedLines(root);
  if (mayPostpone) {
    const { version, unpublished, anyPublished } = await findUnpublished(lines);
    if (anyPublished) return { version, replayed: 0, postponed: unpublished };
  }
  return { ...(await publishLines(lines, report)), postponed: [] };
}
