// Are the packages that package-lock.json names in node_modules? If not, npm puts them there. Plain
// JavaScript without packages: it runs before there are any.

import { spawn } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { waitForLock } from './lock.mjs';

/** The file that records for which lock file the packages were installed. */
const STAMP = 'node_modules/.cotejo-lock';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry */

/**
 * Whether a package supports this machine, according to its entry (`["!win32"]` is everything except
 * Windows).
 */
function isForHere(/** @type {string[]} */ list, /** @type {string} */ here) {
  if (list.includes(`!${here}`)) return false;
  return list.includes(here) || list.every((name) => name.startsWith('!'));
}

/**
 * Whether an installed tree (npm's own note of it, `node_modules/.package-lock.json`) has everything in the
 * lock file. An optional package may be missing when it is for another platform, or is needed by one that is.
 *
 * @param {Record<string, Entry>} wanted
 * @param {Record<string, Entry>} installed
 */
export function holdsAll(wanted, installed) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const have = installed[path];
    if (have) return have.version === entry.version && have.integrity === entry.integrity;
    if (!entry.optional) return false;
    if (!entry.os || !entry.cpu || entry.libc) return true;
    return !isForHere(entry.os, process.platform) || !isForHere(entry.cpu, process.arch);
  });
}

/** Whether the packages match the lock file, including after the user's own `npm ci` with any options. */
function isInstalled(/** @type {string} */ root, /** @type {string} */ lock, /** @type {string} */ hash) {
  const read = (/** @type {string} */ file) => {
    try {
      return readFileSync(join(root, file), 'utf8');
    } catch {
      return '';
    }
  };
  if (read(STAMP) === hash) return true;
  const note = read('node_modules/.package-lock.json');
  if (!note || !existsSync(join(root, 'node_modules/tsx/package.json'))) return false;
  if (!holdsAll(JSON.parse(lock).packages, JSON.parse(note).packages)) return false;
  try {
    writeFileSync(join(root, STAMP), hash);
  } catch {
    // A tree that we may read but not write is still installed; the next run only checks it again.
  }
  return true;
}

/**
 * Installs the packages unless they are there, and returns how long it took in milliseconds (0: nothing to
 * do). The work runs under a lock: two commands given at once do not install over one another.
 *
 * @param {{ root: string, stop: AbortSignal }} options
 */
export async function installPackages({ root, stop }) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (isInstalled(root, lock, hash)) return 0;
  const since = Date.now();
  const held = await waitForLock(join(root, '.cotejo/install.lock'), {
    stop,
    waiting: (pid) => console.log(`install     waiting for process ${pid}, which is installing`),
  });
  try {
    if (isInstalled(root, lock, hash)) return Date.now() - since;
    console.log('install     npm ci (the first time this takes a minute or so)');
    await npmCi(root, stop);
    writeFileSync(join(root, STAMP), hash);
    return Date.now() - since;
  } finally {
    held.release();
  }
}

/** Runs `npm ci` with the same npm, quiet except for its progress bar and its errors. */
function npmCi(/** @type {string} */ root, /** @type {AbortSignal} */ stop) {
  // Development packages are needed to run from source, whatever NODE_ENV or npm's settings say.
  const words = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [command, args] =
    npm && /npm-cli\.c?js$/.test(npm) ? [process.execPath, [npm, ...words]] : ['npm', words];
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: command === 'npm' && process.platform === 'win32',
  });
  const kill = () => child.kill('SIGTERM');
  stop.addEventListener('abort', kill);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`npm could not be run: ${error.message}`)));
    child.on('exit', (code) => {
      stop.removeEventListener('abort', kill);
      if (code === 0) resolve(undefined);
      else reject(new Error('npm ci failed; its error message is above.'));
    });
  });
}
