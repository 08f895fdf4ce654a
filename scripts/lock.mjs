// One process at a time: a file that names its holder. Plain JavaScript, because the installation of the
// packages is itself under such a lock.
//
// The file says when its holder began: so a lock whose holder was killed is seen to be dead also where its number
// was given out again, as a restarted container does at once. Where the system does not tell when a process began,
// the holder's touch every two seconds has to do; a holder that is only paused keeps its lock where it does.

import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'fs';
import { dirname } from 'path';

const HEARTBEAT_MS = 2_000;
const SILENT_MS = 30_000;

/**
 * Whether a process with this number runs; one of another user counts. One that ended and was not buried by
 * its parent, as happens in containers whose first process is no init, does not.
 */
export function isAlive(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/** When a process began, in the system's ticks since its start; empty where the system does not tell. */
function beginningOf(/** @type {number} */ pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22 of the manual; the name in parentheses may hold anything, so fields are counted after it.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] || '';
  } catch {
    return '';
  }
}

/**
 * What the living holder of a lock wrote into it, or nothing when nobody holds it.
 *
 * @param {string} file
 * @returns {{ pid: number, [key: string]: unknown } | undefined}
 */
export function readLock(file) {
  try {
    const silent = Date.now() - statSync(file).mtimeMs;
    const { began, ...holder } = JSON.parse(readFileSync(file, 'utf8'));
    const isSame = began ? began === beginningOf(holder.pid) : silent < SILENT_MS;
    return isSame && isAlive(holder.pid) ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** Puts a dead lock away; gives it back when, between two looks, somebody living took it. */
function sweep(/** @type {string} */ file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readLock(aside)) {
    try {
      linkSync(aside, file);
    } catch {
      // Taken again already: its new holder has it.
    }
  }
  rmSync(aside, { force: true });
}

/**
 * Takes a lock, or returns nothing when a living process holds it.
 *
 * @param {string} file
 * @param {Record<string, unknown>} [words] what others may read of the holder
 * @returns {{ write(words: Record<string, unknown>): void, release(): void } | undefined}
 */
export function tryLock(file, words = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const text = (/** @type {Record<string, unknown>} */ more) =>
    JSON.stringify({ pid: process.pid, began: beginningOf(process.pid), ...more }) + '\n';
  // Written aside and linked into place: nobody ever reads a lock without its holder's number.
  const draft = `${file}.${process.pid}.draft`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    writeFileSync(draft, text(words));
    try {
      linkSync(draft, file);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      if (readLock(file)) return undefined;
      sweep(file);
      continue;
    } finally {
      rmSync(draft, { force: true });
    }
    return hold(file, text);
  }
  return undefined;
}

/** @param {string} file @param {(words: Record<string, unknown>) => string} text */
function hold(file, text) {
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // Removed by hand: there is nothing left to keep alive.
    }
  }, HEARTBEAT_MS);
  beat.unref();
  const release = () => {
    clearInterval(beat);
    process.removeListener('exit', release);
    rmSync(file, { force: true });
  };
  process.on('exit', release);
  return {
    write(/** @type {Record<string, unknown>} */ words) {
      writeFileSync(`${file}.${process.pid}.draft`, text(words));
      renameSync(`${file}.${process.pid}.draft`, file);
    },
    release,
  };
}

/**
 * Takes a lock, waiting for its holder to be done.
 *
 * @param {string} file
 * @param {{ waiting?: (holder: number) => void, stop?: AbortSignal }} [options]
 */
export async function waitForLock(file, options = {}) {
  for (let told = false; ;) {
    const lock = tryLock(file);
    if (lock) return lock;
    if (!told && options.waiting) options.waiting((readLock(file) || { pid: 0 }).pid);
    told = true;
    if (options.stop) options.stop.throwIfAborted();
    await new Promise((wake) => setTimeout(wake, 200));
  }
}
