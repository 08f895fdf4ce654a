/**
 * A PostgreSQL server of the system's packages (Debian's `postgresql-15`), with standbys, for tests in which servers
 * are stopped, replicated and restored. The embedded server can do none of these.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openAt } from '#db/connect.ts';
import { findFreePort } from '#scripts/server/port.ts';

const run = promisify(execFile);
const PACKAGES = '/usr/lib/postgresql';

/** The folder of the programs of the newest installed PostgreSQL; undefined if there is none. */
function findPrograms(): string | undefined {
  if (!existsSync(PACKAGES)) return undefined;
  const majors = readdirSync(PACKAGES)
    .map(Number)
    .sort((a, b) => b - a);
  return majors
    .filter((major) => major >= 15)
    .map((major) => join(PACKAGES, String(major), 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_basebackup')));
}

export const PROGRAMS = findPrograms();

/** A program of the system; undefined if it is not installed. */
export const findProgram = (name: string): string | undefined =>
  ['/usr/sbin', '/usr/bin', '/usr/local/bin'].map((folder) => join(folder, name)).find(existsSync);

/** The reason for skipping, in the form that `npm test` counts. */
export const needs = (what: string): string => `(needs ${what})`;
/**
 * Tests that start several servers and measure seconds: they need a machine with nothing else to do, so they run
 * only if they are asked for.
 */
export const IS_QUIET = process.env['MANY_MACHINES'] === 'quiet';

const { uid } = userInfo();

/** PostgreSQL and others refuse to run as root: then they run as the user that Debian's package made. */
async function unprivileged(): Promise<{ uid?: number; gid?: number }> {
  if (uid !== 0) return {};
  const [user, group] = await Promise.all(['-u', '-g'].map((of) => run('id', [of, 'postgres'])));
  return { uid: Number(user?.stdout), gid: Number(group?.stdout) };
}

/** A folder that servers which do not run as root may write to. */
export async function makeFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cotejo-machines-'));
  chmodSync(folder, 0o755);
  const user = await unprivileged();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? 0);
  return folder;
}

/** Starts a program as that user; its output is in the error if it fails. */
export async function runUnprivileged(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const options = {
    ...(await unprivileged()),
    cwd: tmpdir(),
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  };
  return (await run(program, [...args], options)).stdout;
}

/** The same, for a program that keeps running. */
export async function startUnprivileged(program: string, args: readonly string[]): Promise<ChildProcess> {
  return spawn(program, [...args], { ...(await unprivileged()), cwd: tmpdir(), stdio: 'ignore' });
}

/** One server; trust authentication, on loopback. */
export class Cluster {
  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async create(): Promise<Cluster> {
    const cluster = new Cluster(await makeFolder(), await findFreePort());
    await cluster.program('initdb', [
      '-D',
      cluster.data,
      '-A',
      'trust',
      '-U',
      'postgres',
      '--no-sync',
      '-E',
      'UTF8',
    ]);
    await cluster.start();
    return cluster;
  }

  /** A standby that streams from this server. */
  async standby(): Promise<Cluster> {
    const other = new Cluster(await makeFolder(), await findFreePort());
    const from = `host=127.0.0.1 port=${this.port} user=postgres application_name=standby_${other.port}`;
    await other.program('pg_basebackup', ['-D', other.data, '-R', '-c', 'fast', '--no-sync', '-d', from]);
    await other.start();
    return other;
  }

  url(user: string, database: string): string {
    return `postgres://${user}@127.0.0.1:${this.port}/${database}`;
  }

  async start(): Promise<void> {
    const settings = {
      port: this.port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: this.folder,
      fsync: 'off',
      hot_standby_feedback: 'on',
    };
    const words = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
    await this.program('pg_ctl', [
      '-D',
      this.data,
      '-w',
      '-l',
      join(this.folder, 'log'),
      '-o',
      words.join(' '),
      'start',
    ]);
  }

  async stop(mode: 'fast' | 'immediate' = 'immediate'): Promise<void> {
    await this.program('pg_ctl', ['-D', this.data, '-w', '-m', mode, 'stop']);
  }

  /** Statements of the superuser, each on its own. */
  async statements(texts: readonly string[], database = 'postgres'): Promise<Record<string, unknown>[]> {
    const sql = openAt(this.url('postgres', database), { max: 1 });
    try {
      let rows: Record<string, unknown>[] = [];
      for (const text of texts) rows = [...(await sql.unsafe(text))];
      return rows;
    } finally {
      await sql.end({ timeout: 1 });
    }
  }

  program(name: string, args: readonly string[]): Promise<string> {
    return runUnprivileged(join(PROGRAMS ?? '', name), args);
  }

  async remove(): Promise<void> {
    await this.stop().catch(() => undefined);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.folder, 'data');
  }
}

/** Waits until something is true. @throws Error naming it after the time */
export async function untilTrue(what: string, isTrue: () => Promise<boolean>, ms = 20_000): Promise<void> {
  const since = Date.now();
  while (!(await isTrue().catch(() => false))) {
    if (Date.now() - since > ms) throw new Error(`after ${ms} ms still not: ${what}`);
    await sleep(50);
  }
}
