// The watchdog's two ends: setting it when a server is started, and what it does when it sees no holder left.

import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sweepLeases } from './lease-file.ts';
import { placeAt, type DatabaseName, type DataDirectories } from './place.ts';
import { readPostmaster } from './postmaster-file.ts';
import { isRunning, isServerOf, processMark, type ProcessMark } from './running-process.ts';
import { stopServer } from './shutdown.ts';
import { withLock } from './start-lock.ts';

/** Starts the watchdog of a server that was just started: a small process of its own, quiet, soon gone. */
export function setWatchdog(place: DataDirectories, server: number): void {
  const program = fileURLToPath(new URL('./watchdog.mjs', import.meta.url));
  // Without what our own Node was told (an inspector's port, a loader); with little memory of its own.
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
  writeFileSync(noteOf(place), JSON.stringify({ ...processMark(watchdog.pid), server }), { mode: 0o644 });
}

/** Sets the watchdog of a running server where it has none that runs; says whether it had to. */
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
 * Stops the server if nobody holds a lease, looked at under the lock. Says whether the watch is over.
 *
 * @public called by watchdog.mjs
 */
export async function stopUnheld(home: string, name: DatabaseName, pid: number): Promise<boolean> {
  const place = placeAt(home, name, home);
  return withLock(place.lock, async () => {
    // Another server by now, none, or ours so young that it has not yet written its file.
    if (readPostmaster(place)?.pid !== pid) return !isServerOf(pid, place.data);
    if (sweepLeases(place.leases).length > 0) return false;
    await stopServer(place);
    return true;
  });
}
