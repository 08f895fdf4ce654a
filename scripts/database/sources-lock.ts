import { join } from 'node:path';
import { isUsable } from '#db/embedded/place.ts';
import { Draft } from '#sources/draft/draft.ts';
import { UserError } from '../terminal/user-error.ts';
import { readLock, tryLock } from '../lock.mjs';

const lockOf = (root: string): string => join(root, '.cotejo/sources.json');

/** One command at a time changes the sources; a second one is refused and told which is first. @throws Complaint */
function claimSources(root: string): { release(): void } {
  const claim = tryLock(lockOf(root));
  if (claim) return claim;
  throw new UserError(
    `Another command is changing the sources (process ${readLock(lockOf(root))?.pid}): wait until it is done.`,
  );
}

/**
 * Runs work with a draft of the sources, under the claim. With `look` the draft is never committed, and nobody
 * is kept from writing. Errors name files where people know them.
 */
export async function withDraft<T>(
  root: string,
  look: boolean,
  work: (draft: Draft) => Promise<T>,
): Promise<T> {
  const claim = look ? null : claimSources(root);
  try {
    const draft = new Draft(root, look ? 'look' : null);
    try {
      return await work(draft);
    } catch (error) {
      throw error instanceof Error ? Object.assign(error, { message: draft.told(error.message) }) : error;
    } finally {
      draft.drop();
    }
  } finally {
    claim?.release();
  }
}

/** Runs work under the same claim, unless somebody has it: what they began, they will end. */
export function ifNobodyChanges(root: string, work: () => void): void {
  // In a checkout that cannot be written to nobody changes anything, and nothing can be ended.
  if (!isUsable(join(root, '.cotejo'))) return;
  const claim = tryLock(lockOf(root));
  if (!claim) return;
  try {
    work();
  } finally {
    claim.release();
  }
}
