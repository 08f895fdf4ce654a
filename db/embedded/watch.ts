// Starts the watchdog together with a server, and decides what to do when the watchdog finds no lease left.

import { spawn } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sweepLeases } from './lease-file.ts';
import { placeAt, type DatabaseName, type DataDirectories } from './place.ts';
import { readPostmaster } from './postmaster-file.ts';
import { isRunning, isServerOf, processMark, type ProcessMark } from './running-process.ts';
import { stopServer } from './shutdown.ts';
import { withLock } from './start-lock.ts';

/** Starts the watchdog of a newly started server: a small separate process. */
export function setWatchdog(place: DataDirectories, server: number): void {
  const program = fileURLToPath(new URL('./watchdog.mjs', import.meta.url));
  // Without the options of our own Node (an inspector's port, a loader), and with a small memory limit.
  const { NODE_OPTIONS: _told, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  const args = ['--max-semi-space-size=1', program, place.leases, String(server), place.home, place.name];
  const watchdog = spawn(process.execPath, args, {
    cwd: '/',
    env,
    stdio: 'ignore',
    detached: true,
    windowsHide: true,
  });
  watchdog.unref();
  if (watchdog.pid === undefined) return;
  const note = noteOf(place);
  // Whoever reads it at this moment finds the old note or the new one, never half of one.
  writeFileSync(`${note}.part`, JSON.stringify({ ...processMark(watchdog.pid), server }), { mode: 0o644 });
  renameSync(`${note}.part`, note);
}

/**
 * Starts the watchdog of a running server if it does not have a running watchdog; returns whether that was
 * needed.
 */
export function ensureWatchdog(place: DataDirectories, server: number): boolean {
  const note = readNote(place);
  if (note?.server === server && isRunning(note)) return false;
  setWatchdog(place, server);
  return true;
}

const noteOf = (place: DataDirectories): string => join(place.directory, 'watchdog.json');

function readNote(place: DataDirectories): (ProcessMark & { server: number }) | undefined {
  try {
    return JSON.parse(readFileSync(noteOf(place), 'utf8')) as ProcessMark & { server: number };
  } catch {
    return undefined;
  }
}

/**
 * Stops the server if there are no leases, checked under the lock. Returns whether the watch is over.
 *
 * @public called by watchdog.mjs
 */
export async function stopUnheld(home: string, name: DatabaseName, pid: number): Promise<boolean> {
  const place = placeAt(home, name, home);
  return withLock(place.lock, async () => {
    // It is another server by now, there is none, or ours is so new that it has not written its file yet.
    if (readPostmaster(place)?.pid !== pid) return !isServerOf(pid, place.data);
    if (sweepLeases(place.leases).length > 0) return false;
    await stopServer(place);
    return true;
  });
}
