// Where the database of a checkout lives. At home in the checkout, `<root>/.cotejo/<name>`; where the
// server's user cannot go there (root with a checkout below a closed directory, a read-only checkout, a file
// system without permissions) in a twin of it under /var/tmp, named for our user and the checkout.

import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmdirSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedError, errnoOf, OR_YOUR_OWN } from './embedded-error.ts';
import { chooseServerUser, isRoot, ownName, runAs, type ServerUser } from './server-user.ts';

/** One directory a database: one for work, one for tests. */
export type DatabaseName = 'pg18' | 'pg18-test';

/** The files of one database. Those of the server's user are `data` and `socket`; the others are ours. */
export interface DataDirectories {
  name: DatabaseName;
  /** Where the lock, the leases and perhaps a copy of the binaries are. */
  home: string;
  lock: string;
  leases: string;
  directory: string;
  data: string;
  passwords: string;
  settings: string;
  log: string;
  /** Where the socket goes when the path in `directory` is too long for one. */
  twin: string;
}

/** The longest path of a Unix socket: 107 bytes on Linux, 103 on macOS. */
const SOCKET_PATH_BYTES = 103;

/** The files of a database in a home. */
export function placeAt(home: string, name: DatabaseName, twin: string): DataDirectories {
  const directory = join(home, name);
  return {
    name,
    home,
    lock: join(home, `${name}.lock`),
    leases: join(home, 'leases', name),
    directory,
    data: join(directory, 'data'),
    passwords: join(directory, 'passwords.json'),
    settings: join(directory, 'server.conf'),
    log: join(directory, 'server.log'),
    twin,
  };
}

/** The two homes a checkout may have, the preferred one first. */
export function homesOf(root: string): { inside: string; twin: string } {
  const real = realpathSync(root);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 10);
  const user = ownName().replace(/[^A-Za-z0-9_-]/g, '-');
  return { inside: join(real, '.cotejo'), twin: join(temporaryRoot(), `cotejo-${user}-${hash}`) };
}

/**
 * Chooses the home and the server's user. Root runs an existing database as the user who owns it, so that
 * one command under sudo does not lock out the checkout's own user.
 *
 * @throws {EmbeddedError} when the database there belongs to another user
 */
export async function choosePlace(
  root: string,
  name: DatabaseName,
): Promise<{ place: DataDirectories; user: ServerUser }> {
  const { inside, twin } = homesOf(root);
  const user = await chooseServerUser();
  if (isUsable(inside)) {
    const place = placeAt(inside, name, twin);
    const owner = ownerOf(place.data);
    const runner = owner === undefined ? user : adopt(owner, user, place);
    const fits = owner !== undefined || keepsPermissions(inside);
    if (fits && (await mayEnter(runner, inside))) return { place, user: runner };
  }
  assertTwin(twin);
  const place = placeAt(twin, name, twin);
  const owner = ownerOf(place.data);
  return { place, user: owner === undefined ? user : adopt(owner, user, place) };
}

/** The directory for the socket: beside the data when that path is short enough, else in the twin. */
export function socketDirectoryOf(place: DataDirectories): string {
  const beside = join(place.directory, 'socket');
  const path = join(beside, '.s.PGSQL.5432');
  // A settings file cannot hold a line break.
  const fits = Buffer.byteLength(path) <= SOCKET_PATH_BYTES && !/[\r\n]/.test(path);
  return fits ? beside : join(place.twin, `socket-${place.name}`);
}

/**
 * Makes the twin, or makes sure that the one there is ours: its name can be guessed, and /var/tmp is
 * everybody's.
 */
export function assertTwin(twin: string): void {
  try {
    mkdirSync(twin, { mode: 0o711 });
    // The server's user passes through, whatever our umask.
    chmodSync(twin, 0o711);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
  const found = lstatSync(twin);
  const mine = process.getuid === undefined || found.uid === process.getuid();
  if (!found.isDirectory() || !mine || (process.getuid && found.mode & 0o022)) {
    throw new EmbeddedError(`${twin} is not a directory of ours alone; remove it, ${OR_YOUR_OWN}`);
  }
}

function temporaryRoot(): string {
  return process.platform === 'win32' ? tmpdir() : '/var/tmp';
}

/** Whether a directory is there, or can be made, and may be written to. */
export function isUsable(inside: string): boolean {
  try {
    if (mkdirSync(inside, { recursive: true })) chmodSync(inside, 0o755);
    accessSync(inside, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Windows disks mounted into Linux, and some shares, forget what chmod says; PostgreSQL then refuses them. */
function keepsPermissions(home: string): boolean {
  if (process.platform === 'win32') return true;
  const probe = join(home, `probe-${randomBytes(4).toString('hex')}`);
  mkdirSync(probe);
  try {
    chmodSync(probe, 0o700);
    return (statSync(probe).mode & 0o777) === 0o700;
  } finally {
    rmdirSync(probe);
  }
}

async function mayEnter(user: ServerUser, directory: string): Promise<boolean> {
  if (user.uid === undefined) return true;
  // Tried rather than computed from modes: access lists and mounts have a say as well.
  return (await runAs(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', directory])).code === 0;
}

function ownerOf(data: string): { uid: number; gid: number } | undefined {
  if (process.platform === 'win32') return undefined;
  try {
    return statSync(data);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return undefined;
    throw new EmbeddedError(
      `${data} cannot be read (${errnoOf(error)}): it may be another user's, ${OR_YOUR_OWN}`,
    );
  }
}

function adopt(
  { uid, gid }: { uid: number; gid: number },
  user: ServerUser,
  place: DataDirectories,
): ServerUser {
  if (isRoot()) return uid === 0 || uid === user.uid ? user : { name: `user ${uid}`, uid, gid };
  if (uid === process.getuid?.()) return user;
  throw new EmbeddedError(
    `the database in ${place.directory} belongs to another user (id ${uid}; made with sudo?): run this as that user or as root, remove it as root, ${OR_YOUR_OWN}`,
  );
}
