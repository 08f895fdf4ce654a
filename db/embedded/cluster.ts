// Making an empty database directory. It is made aside and renamed into place when it is whole, so a start
// that was cut short leaves nothing that looks like a database.

import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedError, OR_YOUR_OWN } from './embedded-error.ts';
import type { DataDirectories } from './place.ts';
import { runAs, type ServerUser } from './server-user.ts';

/** The passwords of the three logins. They are made here, kept in a file that only we can read, and never shown. */
export interface Passwords {
  superuser: string;
  owner: string;
  reader: string;
}

/** The login that sets up the others; the site and its tests never use it. */
export const SUPERUSER = 'postgres';

/** Whether a whole database is there. */
export function isMade(place: DataDirectories): boolean {
  return existsSync(join(place.data, 'PG_VERSION')) && existsSync(place.passwords);
}

/** Reads the passwords of a database that is made. */
export function readPasswords(place: DataDirectories): Passwords {
  return JSON.parse(readFileSync(place.passwords, 'utf8')) as Passwords;
}

/**
 * Makes the database directory with `initdb`. Call under the lock.
 *
 * @throws {EmbeddedError} with what initdb complained of
 */
export async function makeCluster(
  place: DataDirectories,
  binaries: Binaries,
  user: ServerUser,
): Promise<void> {
  if (existsSync(place.directory)) {
    throw new EmbeddedError(
      `${place.directory} exists but is not a complete database: npm run reset removes it, ${OR_YOUR_OWN}`,
    );
  }
  sweepDrafts(place);
  const draft = `${place.directory}.new-${randomBytes(4).toString('hex')}`;
  makeDirectory(draft, 0o711);
  try {
    const passwords = { superuser: newPassword(), owner: newPassword(), reader: newPassword() };
    const data = join(draft, 'data');
    makeDirectory(data, 0o700, user);
    await initialise(data, join(draft, 'word'), passwords.superuser, place, binaries, user);
    writeFileSync(join(draft, 'passwords.json'), JSON.stringify(passwords), { mode: 0o600 });
    renameSync(draft, place.directory);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

async function initialise(
  data: string,
  word: string,
  password: string,
  place: DataDirectories,
  binaries: Binaries,
  user: ServerUser,
): Promise<void> {
  writeFileSync(word, password, { mode: 0o600 });
  giveTo(word, user);
  const { code, output, failure } = await runAs(user, binaries.initdb, [
    `--pgdata=${data}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${word}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own Unicode rules: the same order of text on every system. The C library's side is plain
    // C, because not every system has a C.UTF-8.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(place.name === 'pg18-test' ? ['--no-sync'] : []),
  ]);
  rmSync(word, { force: true });
  if (code === 0) return;
  const complaint =
    failure ??
    // The first complaint, its own or of the server it runs; what follows is only its tidying up.
    (output.match(/\b(?:error|fatal|panic): *(.*)$/im)?.[1] || output.trim().split('\n').at(-1));
  throw new EmbeddedError(
    `initdb could not make a database in ${place.directory}: ${complaint ?? `exit code ${code}`}; ${OR_YOUR_OWN}`,
  );
}

function sweepDrafts(place: DataDirectories): void {
  for (const name of readdirSync(place.home)) {
    if (name.startsWith(`${place.name}.new-`))
      rmSync(join(place.home, name), { recursive: true, force: true });
  }
}

/** Makes a directory with exactly this mode, whatever our umask, for the server's user where one is named. */
export function makeDirectory(path: string, mode: number, user?: ServerUser): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, mode);
  if (user) giveTo(path, user);
}

function giveTo(path: string, user: ServerUser): void {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
