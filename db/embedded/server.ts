// The server process of one database: start it, wait until it answers, end it. It is detached from us, and
// outlives the command that started it while others use it.

import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressesOf, type Addresses } from './address.ts';
import type { Binaries } from './binaries.ts';
import { makeDirectory, readPasswords } from './cluster.ts';
import { EmbeddedError, errnoOf, OR_YOUR_OWN } from './embedded-error.ts';
import { assertTwin, socketDirectoryOf, type Place } from './place.ts';
import { disownPostmaster, readPostmaster } from './postmaster-file.ts';
import { ensureRoles } from './roles.ts';
import { isServerOf } from './running-process.ts';
import { runAs, serverEnvironment, type ServerUser } from './server-user.ts';
import { formatSettings, type Listening } from './settings.ts';

/** How long nothing may listen while a server starts, and when it should have been listening for long. */
const START_MS = 15_000;
const ABSENCE_MS = 4_000;
/** How long a server may take that says it is recovering, or is so busy that it says nothing. */
const RECOVERY_MS = 170_000;
/** How long what a killed server left behind (its children, its memory) may stand in the way. */
const REMAINS_MS = 10_000;
const LARGE_LOG_BYTES = 1_000_000;

/**
 * The addresses of the server if it runs and answers; nothing when it must be started. One that runs and stays
 * silent (its socket was removed, say) is ended first. Call under the lock.
 */
export async function joinServer(place: Place): Promise<Addresses | undefined> {
  const running = readPostmaster(place);
  if (!running) return undefined;
  const listening =
    process.platform === 'win32' ? { port: running.port } : { socket: socketDirectoryOf(place) };
  const addresses = addressesOf(listening, readPasswords(place));
  const isThere = () => readPostmaster(place) !== undefined;
  if (await answers(place, addresses.superuser, ABSENCE_MS, isThere)) return addresses;
  await stopServer(place);
  return undefined;
}

/**
 * Starts the server of a database that is made, and returns when it answers. Call under the lock.
 *
 * @throws {EmbeddedError} with the last complaint in the server's log, and where that is
 */
export async function startServer(place: Place, binaries: Binaries, user: ServerUser): Promise<Addresses> {
  const listening = await chooseListening(place, user);
  writeFileSync(place.settings, formatSettings(place.name, listening));
  chmodSync(place.settings, 0o644);
  const addresses = addressesOf(listening, readPasswords(place));
  for (const since = Date.now(); ;) {
    disownPostmaster(place);
    const begin = openLog(place);
    const server = launch(place, binaries, user);
    let ended: string | undefined;
    server.once('error', (error) => (ended = error.message));
    server.once('exit', (code, signal) => {
      // What pg_ctl started on Windows goes on when pg_ctl has ended well.
      if (process.platform !== 'win32' || code !== 0) ended ??= `ended with ${signal ?? code}`;
    });
    if (await answers(place, addresses.superuser, START_MS, () => ended === undefined)) return addresses;
    const said = readFileSync(place.log, 'utf8').slice(begin);
    const hindered = /pre-existing shared memory block|lock file ".*" already exists/.test(said);
    if (!hindered || Date.now() - since > REMAINS_MS) {
      server.kill('SIGKILL');
      throw new EmbeddedError(
        `PostgreSQL did not start: ${lastComplaint(said) ?? ended ?? 'it does not answer'} (log: ${place.log}); npm run reset makes it anew, ${OR_YOUR_OWN}`,
      );
    }
    await sleep(300);
  }
}

/** Ends the server and waits until it is gone; `false` when it did not run. Call under the lock. */
export async function stopServer(place: Place, binaries?: Binaries): Promise<boolean> {
  const running = readPostmaster(place);
  if (!running) return false;
  // SIGINT is PostgreSQL's "fast" way out: sessions are ended, everything is written. SIGQUIT writes nothing,
  // which the next start makes good from its log.
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (process.platform === 'win32' && binaries) {
      await runAs({ name: '' }, binaries.pgCtl, ['stop', '-D', place.data, '-m', 'fast', '-w']);
    } else {
      sendSignal(running.pid, signal);
    }
    for (const until = Date.now() + patience; Date.now() < until; await sleep(15)) {
      // The process, not its file: the file goes a moment before.
      if (!isServerOf(running.pid, place.data)) return true;
    }
  }
  throw new EmbeddedError(`process ${running.pid}, the server of ${place.directory}, does not end`);
}

/** Whether the server answers a query; asked until it does, is gone, or has been silent for too long. */
async function answers(
  place: Place,
  superuserUrl: string,
  absenceMs: number,
  isThere: () => boolean,
): Promise<boolean> {
  const since = Date.now();
  for (let pause = 10; ; pause = Math.min(pause * 1.5, 250)) {
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
    await sleep(pause);
  }
}

function launch(place: Place, binaries: Binaries, user: ServerUser): ChildProcess {
  const settings = `--config-file=${place.settings}`;
  const log = openSync(place.log, 'a', 0o600);
  try {
    const windows = process.platform === 'win32';
    // On Windows only pg_ctl can put down an administrator's rights, which PostgreSQL insists on.
    const [program, args] = windows
      ? [binaries.pgCtl, ['start', '-D', place.data, '-l', `${place.log}.start`, '-W', '-o', `"${settings}"`]]
      : [binaries.postgres, ['-D', place.data, settings]];
    const child = spawn(program, args, {
      cwd: windows ? undefined : '/',
      env: serverEnvironment(),
      stdio: ['ignore', log, log],
      detached: true,
      windowsHide: true,
      ...(user.uid === undefined ? {} : { uid: user.uid, gid: user.gid }),
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

async function chooseListening(place: Place, user: ServerUser): Promise<Listening> {
  if (process.platform === 'win32') return { port: await findFreePort() };
  const socket = socketDirectoryOf(place);
  if (!socket.startsWith(place.directory)) assertTwin(place.twin);
  makeDirectory(socket, 0o700, user);
  return { socket };
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const bound = probe.address();
      probe.close(() =>
        bound && typeof bound === 'object' ? resolve(bound.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Puts a large log aside and says where what is written next will begin. */
function openLog(place: Place): number {
  const size = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return 0;
  if (size < LARGE_LOG_BYTES) return readFileSync(place.log, 'utf8').length;
  renameSync(place.log, `${place.log}.old`);
  return 0;
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

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone since we looked.
  }
}
