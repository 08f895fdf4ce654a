import { dirname } from 'node:path';
import { isUsable } from '#db/embedded/place.ts';
import { Draft, type Home } from '#sources/draft/draft.ts';
import { UserError } from '../terminal/user-error.ts';
import { readLock, tryLock } from '../lock.mjs';

/**
 * Only one command at a time changes the sources; a second command is refused with the name of the first.
 * @throws Complaint
 */
function claimSources({ lock, name }: Home): { release(): void } {
  const claim = tryLock(lock);
  if (claim) return claim;
  throw new UserError(
    `Another command is changing ${name === 'sources' ? 'the sources' : `the data in ${name}`} (process ${readLock(lock)?.pid}): wait until it is done.`,
  );
}

/**
 * Runs work with a draft of the sources, under the lock. With `look` the draft is never committed, and other
 * commands may write. Errors name files by their real paths.
 */
export async function withDraft<T>(
  home: Home,
  look: boolean,
  work: (draft: Draft) => Promise<T>,
): Promise<T> {
  const claim = look ? null : claimSources(home);
  try {
    const draft = new Draft(home, look ? 'look' : null);
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

/** Runs work under the same lock, unless a command holds it: that command will finish its own work. */
export function ifNobodyChanges({ lock }: Home, work: () => void): void {
  // In a read-only checkout no command changes the sources, so there is nothing to finish.
  if (!isUsable(dirname(lock))) return;
  const claim = tryLock(lock);
  if (!claim) return;
  try {
    work();
  } finally {
    claim.release();
  }
}
