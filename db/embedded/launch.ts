// Starts the server process: where it listens, its arguments, and its log.

import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Binaries } from './binaries.ts';
import { makeDirectory } from './cluster.ts';
import { assertTwin, socketDirectoryOf, type DataDirectories } from './place.ts';
import { serverEnvironment, type ServerUser } from './server-user.ts';
import { formatSettings, type Listening } from './settings.ts';

const LARGE_LOG_BYTES = 1_000_000;

/** Decides where the server will listen, and writes its settings. */
export async function prepareListening(place: DataDirectories, user: ServerUser): Promise<Listening> {
  const listening =
    process.platform === 'win32' ? { port: await findFreePort() } : makeSocketDirectory(place, user);
  writeFileSync(place.settings, formatSettings(place.name, listening));
  // The server's user must be able to read it, independent of our umask.
  chmodSync(place.settings, 0o644);
  return listening;
}

/** Starts the process, detached from us, writing to the log. */
export function launch(place: DataDirectories, binaries: Binaries, user: ServerUser): ChildProcess {
  const settings = `--config-file=${place.settings}`;
  const log = openSync(place.log, 'a', 0o600);
  try {
    const windows = process.platform === 'win32';
    // On Windows only pg_ctl can drop administrator rights, which PostgreSQL requires.
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

/** Moves a large log aside. The returned function reads the lines written since. */
export function followLog(place: DataDirectories): () => string {
  const size = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size >= LARGE_LOG_BYTES) renameSync(place.log, `${place.log}.old`);
  const begin = size >= LARGE_LOG_BYTES ? 0 : size;
  return () => readFileSync(place.log).subarray(begin).toString();
}

function makeSocketDirectory(place: DataDirectories, user: ServerUser): Listening {
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
