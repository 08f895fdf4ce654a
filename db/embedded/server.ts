// Joins the running server of a database, or starts it, and returns when it answers. It is detached from us,
// and outlives the command that started it while other commands use it.

import { setTimeout as sleep } from 'node:timers/promises';
import { addressesOf, type Addresses } from './address.ts';
import type { Binaries } from './binaries.ts';
import { readPasswords } from './cluster.ts';
import { EmbeddedError, errnoOf, OR_YOUR_OWN } from './embedded-error.ts';
import { followLog, launch, prepareListening } from './launch.ts';
import { socketDirectoryOf, type DataDirectories } from './place.ts';
import { disownPostmaster, readPostmaster } from './postmaster-file.ts';
import { ensureRoles } from './roles.ts';
import type { ServerUser } from './server-user.ts';
import { stopServer } from './shutdown.ts';
import { ensureWatchdog, setWatchdog } from './watch.ts';

/** How long a starting server may take until it listens. */
const START_MS = 30_000;
const ABSENCE_MS = 4_000;
/** How long a server may take that is recovering, or is too busy to respond. */
const RECOVERY_MS = 170_000;
/** How long the remains of a killed server (its children, its memory) may block a start. */
const REMAINS_MS = 10_000;

/**
 * The addresses of the server if it runs and answers; undefined if it must be started. A running server that
 * does not respond (for example because its socket was removed) is ended first. Call under the lock.
 */
export async function joinServer(place: DataDirectories): Promise<Addresses | undefined> {
  const running = readPostmaster(place);
  if (!running) return undefined;
  const listening =
    process.platform === 'win32' ? { port: running.port } : { socket: socketDirectoryOf(place) };
  const addresses = addressesOf(listening, readPasswords(place));
  const isThere = () => readPostmaster(place) !== undefined;
  if (await answers(place, addresses.superuser, ABSENCE_MS, isThere)) {
    ensureWatchdog(place, running.pid);
    return addresses;
  }
  await stopServer(place);
  return undefined;
}

/**
 * Starts the server of a database that is made, and returns when it answers. Call under the lock.
 *
 * @throws {EmbeddedError} with the last complaint in the server's log, and where that is
 */
export async function startServer(
  place: DataDirectories,
  binaries: Binaries,
  user: ServerUser,
): Promise<Addresses> {
  const listening = await prepareListening(place, user);
  const addresses = addressesOf(listening, readPasswords(place));
  for (const since = Date.now(); ; await sleep(300)) {
    disownPostmaster(place);
    const saidSince = followLog(place);
    const attempt = watchedLaunch(place, binaries, user);
    try {
      if (await answers(place, addresses.superuser, START_MS, () => attempt.ended === undefined)) {
        if (process.platform === 'win32') setWatchdog(place, readPostmaster(place)?.pid ?? 0);
        return addresses;
      }
    } catch (error) {
      await stopServer(place);
      throw error;
    }
    const said = saidSince();
    const hindered = /pre-existing shared memory block|lock file ".*" already exists/.test(said);
    if (hindered && Date.now() - since < REMAINS_MS) continue;
    await stopServer(place);
    const wayOut = /No space left on device/.test(said)
      ? 'make room on the disk and start again: nothing is lost'
      : `npm run reset makes it anew, ${OR_YOUR_OWN}`;
    throw new EmbeddedError(
      `PostgreSQL did not start: ${lastComplaint(said) ?? attempt.ended ?? 'it does not answer'} (log: ${place.log}); ${wayOut}`,
    );
  }
}

/** Launches the server; `ended` gives the reason once it has ended. */
function watchedLaunch(place: DataDirectories, binaries: Binaries, user: ServerUser): { ended?: string } {
  const attempt: { ended?: string } = {};
  const server = launch(place, binaries, user);
  server.once('error', (error) => (attempt.ended = error.message));
  server.once('exit', (code, signal) => {
    // On Windows the server continues after pg_ctl has ended successfully.
    if (process.platform !== 'win32' || code !== 0) attempt.ended ??= `ended with ${signal ?? code}`;
  });
  // At once, because we may be killed while we wait for an answer.
  if (process.platform !== 'win32' && server.pid !== undefined) setWatchdog(place, server.pid);
  return attempt;
}

/** Whether the server answers a query; asked until it does, is gone, or has been silent for too long. */
async function answers(
  place: DataDirectories,
  superuserUrl: string,
  absenceMs: number,
  isThere: () => boolean,
): Promise<boolean> {
  const since = Date.now();
  for (;;) {
    try {
      await ensureRoles(superuserUrl, readPasswords(place));
      return true;
    } catch (error) {
      const code = errnoOf(error) ?? '';
      const isAbsence = code === 'ENOENT' || code === 'ECONNREFUSED';
      if (!isAbsence && !/^(ECONNRESET|EPIPE|CONNECT_TIMEOUT|CONNECTION_\w+|57P0[123])$/.test(code))
        throw error;
      if (!isThere() || Date.now() - since > (isAbsence ? absenceMs : RECOVERY_MS)) return false;
    }
    // Asked again after a sixth of the time that has gone by, so that a quick start is not waited for.
    await sleep(Math.min(250, Math.max(10, (Date.now() - since) / 6)));
  }
}

function lastComplaint(log: string): string | undefined {
  const complaints = log
    .split('\n')
    .filter((line) => /(FATAL|PANIC|error while loading|could not)/.test(line));
  return complaints
    .at(-1)
    ?.replace(/^.*?(FATAL|PANIC|LOG): +/, '')
    .trim();
}
