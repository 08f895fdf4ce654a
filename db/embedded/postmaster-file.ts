// `postmaster.pid`, the file of a running PostgreSQL server with its process and its port.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataDirectories } from './place.ts';
import { isServerOf, isTaken } from './running-process.ts';

/** A number that no process has: above every system's limit. */
const NOBODY = 999_999_999;

/** The process and port of the running server, or nothing when it does not run. */
export function readPostmaster(place: DataDirectories): { pid: number; port: number } | undefined {
  const lines = readLines(place);
  const pid = Math.abs(Number(lines[0]));
  return isServerOf(pid, place.data) ? { pid, port: Number(lines[3]) } : undefined;
}

/**
 * After a kill -9 the file remains, and its number may belong to another process (containers reuse low
 * numbers) or to a zombie. PostgreSQL would then refuse to start. The number is replaced instead of removing
 * the file, so that PostgreSQL can still detect children of the killed server that are working on the data.
 */
export function disownPostmaster(place: DataDirectories): void {
  const [pid, ...rest] = readLines(place);
  if (pid === undefined || readPostmaster(place) || Number(pid) === NOBODY) return;
  if (hasNumber(Number(pid))) writeFileSync(fileOf(place), [NOBODY, ...rest].join('\n'));
}

function hasNumber(pid: number): boolean {
  if (isTaken(pid)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function fileOf(place: DataDirectories): string {
  return join(place.data, 'postmaster.pid');
}

function readLines(place: DataDirectories): string[] {
  try {
    return readFileSync(fileOf(place), 'utf8').split('\n');
  } catch {
    return [];
  }
}
