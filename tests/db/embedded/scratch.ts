// A checkout for one test, with the programs of the real one, and commands that hold a lease on it.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished, vi } from 'vitest';
import { openAt } from '#db/connect.ts';
import { leaseEmbedded, removeEmbedded, type EmbeddedLease } from '#db/embedded/lease.ts';

/** The real checkout, whose node_modules contain PostgreSQL. */
export const PACKAGES = fileURLToPath(new URL('../../..', import.meta.url));

/** Whether this is root in the POSIX sense. Some tests are about root, and some cannot run without it. */
export const runsAsRoot = process.getuid?.() === 0;

// Starting a server and copying programs take time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Whether another user can run the programs of the real checkout: not if it is below a closed directory. */
export function isOpenTo(user: { uid: number; gid: number }): boolean {
  const file = join(PACKAGES, 'package.json');
  return (
    runsAsRoot && spawnSync('/bin/sh', ['-c', 'test -r "$1"', 'sh', file], { cwd: '/', ...user }).status === 0
  );
}

/**
 * An empty checkout that any user can enter. It is removed with its database after the test, or after the
 * file.
 */
export function scratchCheckout(
  name = 'checkout',
  whenOver: (work: () => Promise<void>) => void = onTestFinished,
): string {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'cotejo-')));
  chmodSync(base, 0o755);
  const root = join(base, name);
  mkdirSync(root);
  whenOver(async () => {
    for (const name of ['pg18', 'pg18-test'] as const)
      await removeEmbedded({ root, name, report: () => undefined });
    rmSync(base, { recursive: true, force: true });
  });
  return root;
}

/** A lease of this process. */
export function lease(root: string, steps: string[] = [], packageRoot = PACKAGES): Promise<EmbeddedLease> {
  return leaseEmbedded({ root, name: 'pg18-test', packageRoot, report: (step) => steps.push(step) });
}

/** Runs one statement. */
export async function selectOnce(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const sql = openAt(url, { max: 1, schema: 'public' });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The process id of the server, from its pid file. */
export function serverPid({ directory }: { directory: string }): number {
  return Number(readFileSync(join(directory, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Waits until a condition is true. */
export async function until(condition: () => boolean | Promise<boolean>, patience = 8000): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(30))
    if (await condition()) return true;
  return condition();
}

/** A separate command that takes a lease and keeps it until it is stopped. */
export interface Holder {
  process: ChildProcess;
  /** The line that it prints when it has its lease, or the reason why it has none. */
  said: Promise<{ owner: string; directory: string; error?: string }>;
  ended: Promise<void>;
}

/** Starts a command that holds a lease, as another user if ids are given. */
export function startHolder(root: string, user: { uid?: number; gid?: number } = {}): Holder {
  const program = fileURLToPath(new URL('./hold.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, root, PACKAGES], {
    cwd: PACKAGES,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...user,
  });
  const said = new Promise<Awaited<Holder['said']>>((resolve, reject) => {
    child.stdout?.once('data', (line: Buffer) =>
      resolve(JSON.parse(line.toString()) as Awaited<Holder['said']>),
    );
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the holder ended without a word (${code})`)));
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  onTestFinished(() => void child.kill('SIGKILL'));
  return { process: child, said, ended };
}
