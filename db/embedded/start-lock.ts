// Only one process at a time starts or stops a server. The lock is a file that names its holder. It is linked
// into place complete, so that no process reads an incomplete file. A lock whose holder no longer runs is
// broken by one process at a time; otherwise two processes that see the same stale lock could each remove the
// other's new lock.

import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError, errnoOf } from './embedded-error.ts';
import { isRunning, markOfThisProcess, type ProcessMark } from './running-process.ts';

const POLL_MS = 40;
const PATIENCE_MS = 180_000;
const ABANDONED_MS = 10_000;

/**
 * Does some work while holding the lock, waiting for it first.
 *
 * @throws {EmbeddedError} when a living process keeps it for three minutes
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  waiting?: (pid: number) => void,
): Promise<T> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(markOfThisProcess()), { mode: 0o600 });
  try {
    await take(file, draft, waiting);
  } finally {
    rmSync(draft, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

async function take(file: string, draft: string, waiting?: (pid: number) => void): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (let told = false; ;) {
    if (linkNew(draft, file)) return;
    const holder = readHolder(file);
    if (holder === 'gone') continue;
    if (!isRunning(holder)) {
      breakLock(file);
    } else {
      if (!told) waiting?.(holder.pid);
      told = true;
      if (Date.now() > until) {
        throw new EmbeddedError(
          `process ${holder.pid} has been starting or stopping the database for three minutes; end it, or remove ${file}`,
        );
      }
    }
    await sleep(POLL_MS);
  }
}

function linkNew(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): ProcessMark | 'gone' {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessMark;
  } catch (error) {
    // A file that cannot be read as a mark is left from a machine crash: no process holds it.
    return errnoOf(error) === 'ENOENT' ? 'gone' : { pid: 0, began: '' };
  }
}

function breakLock(file: string): void {
  const breaking = `${file}.breaking`;
  try {
    mkdirSync(breaking);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
    if (isOlderThan(breaking, ABANDONED_MS)) removeEmpty(breaking);
    return;
  }
  try {
    // Checked again: another process may have broken it, and a third may have taken it, since the last check.
    const holder = readHolder(file);
    if (holder !== 'gone' && !isRunning(holder)) rmSync(file, { force: true });
  } finally {
    removeEmpty(breaking);
  }
}

function isOlderThan(path: string, ms: number): boolean {
  const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return since !== undefined && Date.now() - since > ms;
}

function removeEmpty(directory: string): void {
  try {
    rmdirSync(directory);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}
