// Is the process that wrote this number still the one that has it? Numbers are given out again, most of all
// in containers, and a process that ended without a parent to bury it keeps its number; so a process is known
// by its number and the moment it began.

import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** A process, in the words that are written into leases and locks. */
export interface ProcessMark {
  pid: number;
  /** When it began, in the system's own words; empty where the system does not tell. */
  began: string;
}

/** This process. */
export const markOfThisProcess = (): ProcessMark => processMark(process.pid);

/** A process that runs. */
export const processMark = (pid: number): ProcessMark => ({ pid, began: beginningOf(pid) ?? '' });

/** Whether the process that made the mark still runs. */
export function isRunning({ pid, began }: ProcessMark): boolean {
  const now = beginningOf(pid);
  return now !== undefined && (began === '' || now === '' || now === began);
}

/** Whether any process has this number; one of another user counts, an ended one does not. */
export function isTaken(pid: number): boolean {
  return beginningOf(pid) !== undefined;
}

/**
 * Whether the process is the PostgreSQL server of a data directory. Linux tells where it works; elsewhere its
 * name must do.
 */
export function isServerOf(pid: number, data: string): boolean {
  if (!isTaken(pid)) return false;
  if (process.platform === 'win32') return true;
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch {
    // Another user's process: its name is still readable.
  }
  return nameOf(pid) === 'postgres';
}

function beginningOf(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid < 1) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  if (process.platform === 'win32') return '';
  const stat = process.platform === 'linux' ? readStat(pid) : readPs(pid);
  return stat && !stat.state.startsWith('Z') ? stat.began : undefined;
}

function nameOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    const path = execFileSync('/bin/ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return path.slice(path.lastIndexOf('/') + 1);
  } catch {
    return '';
  }
}

/** `/proc/PID/stat`: the name in parentheses may hold anything, so fields are counted after the last one. */
function readStat(pid: number): { state: string; began: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // State is field 3 of the manual and the start time, in ticks since boot, is field 22.
    return { state: fields[0] ?? '', began: `${fields[19] ?? ''}@${bootOf()}` };
  } catch {
    return undefined;
  }
}

function bootOf(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function readPs(pid: number): { state: string; began: string } | undefined {
  try {
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    const line = execFileSync('/bin/ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env,
    }).trim();
    const [state = '', ...began] = line.split(/\s+/);
    return { state, began: began.join(' ') };
  } catch {
    return undefined;
  }
}
