// Ending the server process, gently first.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError } from './embedded-error.ts';
import type { DataDirectories } from './place.ts';
import { readPostmaster } from './postmaster-file.ts';
import { isServerOf } from './running-process.ts';
import { runAs } from './server-user.ts';

/**
 * SIGINT is PostgreSQL's "fast" shutdown: sessions are ended and everything is written. SIGQUIT writes
 * nothing, so the next start recovers from the log. SIGKILL is for a server that reacts to neither.
 */
const WAYS = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

/** Ends the server and waits until it is gone; `false` when it did not run. Call under the lock. */
export async function stopServer(place: DataDirectories): Promise<boolean> {
  const running = readPostmaster(place);
  if (!running) return false;
  for (const [signal, patience] of WAYS) {
    if (process.platform === 'win32') await stopOnWindows(place);
    else sendSignal(running.pid, signal);
    for (const until = Date.now() + patience; Date.now() < until; await sleep(15)) {
      // Checks the process rather than its file, because the file is removed a moment earlier.
      if (!isServerOf(running.pid, place.data)) return true;
    }
  }
  throw new EmbeddedError(`process ${running.pid}, the server of ${place.directory}, does not end`);
}

/** Windows has no signals; pg_ctl has a way of its own, and lies beside the program that the server noted. */
async function stopOnWindows(place: DataDirectories): Promise<void> {
  const started = readFileSync(join(place.data, 'postmaster.opts'), 'utf8');
  const program = /^"?(.*?postgres\.exe)/i.exec(started)?.[1] ?? 'postgres.exe';
  await runAs({ name: '' }, join(dirname(program), 'pg_ctl.exe'), [
    'stop',
    '-D',
    place.data,
    '-m',
    'fast',
    '-w',
  ]);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended meanwhile, or belongs to another user; the wait below shows which.
  }
}
