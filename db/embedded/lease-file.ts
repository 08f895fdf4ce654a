// The users of the server: a file for each command, named after its process. A lease whose process has ended,
// in any way, is invalid and is deleted.

import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, markOfThisProcess, type ProcessMark } from './running-process.ts';

/** Writes a lease for this process and returns its file. */
export function writeLease(leases: string): string {
  mkdirSync(leases, { recursive: true, mode: 0o755 });
  const file = join(leases, `${process.pid}-${randomBytes(4).toString('hex')}`);
  writeFileSync(file, JSON.stringify(markOfThisProcess()), { mode: 0o644 });
  return file;
}

/** Removes a lease; a missing lease is not an error. */
export function removeLease(file: string): void {
  rmSync(file, { force: true });
}

/**
 * The running processes with a lease. Call under the lock, because it removes the leases of ended processes.
 */
export function sweepLeases(leases: string): number[] {
  const living = [];
  for (const name of listLeases(leases)) {
    const mark = readLease(join(leases, name));
    if (mark && isRunning(mark)) living.push(mark.pid);
    else removeLease(join(leases, name));
  }
  return living;
}

/** The same without removing anything. */
export function readHolders(leases: string): number[] {
  const marks = listLeases(leases).map((name) => readLease(join(leases, name)));
  return [
    ...new Set(marks.filter((mark) => mark !== undefined && isRunning(mark)).map((mark) => mark?.pid ?? 0)),
  ];
}

function listLeases(leases: string): string[] {
  try {
    return readdirSync(leases).filter((name) => /^\d+-[0-9a-f]+$/.test(name));
  } catch {
    return [];
  }
}

function readLease(file: string): ProcessMark | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessMark;
  } catch {
    return undefined;
  }
}
