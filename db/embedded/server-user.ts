// The user that the server runs as. PostgreSQL refuses to run as root and needs a user with a name. Root
// therefore uses `postgres`, otherwise `nobody`; a user number without a name gets an error.

import { spawn } from 'node:child_process';
import { userInfo } from 'node:os';
import { EmbeddedError, OR_YOUR_OWN } from './embedded-error.ts';

/** The server's user. The numbers are set only if it is not our own user. */
export interface ServerUser {
  name: string;
  uid?: number;
  gid?: number;
}

/** The output and exit of a program. `failure` is set if it could not be run at all. */
export interface UserOutcome {
  code: number;
  output: string;
  failure?: string;
}

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Whether we are root and so cannot run the server ourselves. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The name of our own user, or its number if it does not have a name. */
export function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'user');
  }
}

/**
 * The server's user: we, unless we are root.
 *
 * @throws {EmbeddedError} for a user without a name, and for root if neither postgres nor nobody exists
 */
export async function chooseServerUser(): Promise<ServerUser> {
  if (!isRoot()) return assertNamed();
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [await askId('-u', name), await askId('-g', name)];
    if (uid && gid) return { name, uid, gid };
  }
  throw new EmbeddedError(
    `PostgreSQL does not run as root, and there is no user postgres or nobody: run this as another user, ${OR_YOUR_OWN}`,
  );
}

function assertNamed(): ServerUser {
  try {
    return { name: userInfo().username };
  } catch {
    throw new EmbeddedError(
      `user id ${process.getuid?.()} has no name on this system (no entry in /etc/passwd), and PostgreSQL needs one: run as a user that has, ${OR_YOUR_OWN}`,
    );
  }
}

async function askId(flag: string, name: string): Promise<number | undefined> {
  const { code, output } = await runAs({ name }, 'id', [flag, name]);
  const id = Number(output.trim());
  return code === 0 && Number.isInteger(id) && id > 0 ? id : undefined;
}

/**
 * The environment of the server and its tools: empty, because `PGDATA`, `PGPORT` or a locale that is not
 * installed would change their behaviour. Windows programs cannot start without theirs.
 */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const own = { LC_ALL: 'C', TZ: 'UTC' };
  if (process.platform !== 'win32') return { PATH, ...own } as unknown as NodeJS.ProcessEnv;
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/i.test(name));
  return { ...Object.fromEntries(inherited), ...own } as unknown as NodeJS.ProcessEnv;
}

/** Runs a program as the server's user, from `/`, and waits for its end. */
export async function runAs(user: ServerUser, file: string, args: readonly string[]): Promise<UserOutcome> {
  return new Promise((resolve) => {
    let output = '';
    let child;
    try {
      child = spawn(file, args, {
        cwd: process.platform === 'win32' ? undefined : '/',
        env: serverEnvironment(),
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
        ...(user.uid === undefined ? {} : { uid: user.uid, gid: user.gid }),
      });
    } catch (error) {
      resolve({ code: -1, output, failure: String(error) });
      return;
    }
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: -1, output, failure: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
