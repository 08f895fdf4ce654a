import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLock, tryLock, waitForLock } from '#scripts/lock.mjs';

const newLock = () => join(mkdtempSync(join(tmpdir(), 'cotejo-lock-')), 'deep/lock');
const NOBODY = 2 ** 22 + 1;

describe('a lock', () => {
  test('is had by one at a time, and says what its holder wrote', () => {
    const file = newLock();
    const lock = tryLock(file, { address: 'http://127.0.0.1:3000' });
    expect(tryLock(file)).toBeUndefined();
    expect(readLock(file)).toEqual({ pid: process.pid, address: 'http://127.0.0.1:3000' });
    lock?.write({ ready: true });
    expect(readLock(file)).toEqual({ pid: process.pid, ready: true });
    lock?.release();
    expect(readLock(file)).toBeUndefined();
    expect(tryLock(file)).toBeDefined();
  });

  test('of a dead process is nobody’s', () => {
    const file = newLock();
    tryLock(file)?.release();
    writeFileSync(file, JSON.stringify({ pid: NOBODY }));
    expect(readLock(file)).toBeUndefined();
    expect(tryLock(file)).toBeDefined();
  });

  test('whose holder went silent is nobody’s, although its number is somebody’s again', () => {
    const file = newLock();
    tryLock(file)?.release();
    writeFileSync(file, JSON.stringify({ pid: process.pid }));
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(file, longAgo, longAgo);
    expect(readLock(file)).toBeUndefined();
    expect(tryLock(file)).toBeDefined();
  });

  test.runIf(process.platform === 'linux')(
    'whose holder was killed a moment ago is nobody’s, although its number is somebody’s again',
    () => {
      const file = newLock();
      tryLock(file)?.release();
      writeFileSync(file, JSON.stringify({ pid: process.pid, began: '1' }));
      expect(readLock(file)).toBeUndefined();
      expect(tryLock(file)).toBeDefined();
    },
  );

  test.runIf(process.platform === 'linux')('whose holder is only paused stays its own, however long', () => {
    const file = newLock();
    const lock = tryLock(file);
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(file, longAgo, longAgo);
    expect(readLock(file)).toEqual({ pid: process.pid });
    expect(tryLock(file)).toBeUndefined();
    lock?.release();
  });

  test('is waited for, and the waiting told once', async () => {
    const file = newLock();
    const first = tryLock(file);
    const told: number[] = [];
    setTimeout(() => first?.release(), 300);
    const second = await waitForLock(file, { waiting: (pid) => told.push(pid) });
    expect(told).toEqual([process.pid]);
    second.release();
  });

  test('is waited for no longer than one is wanted to', async () => {
    const file = newLock();
    tryLock(file);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('interrupted')), 100);
    await expect(waitForLock(file, { stop: controller.signal })).rejects.toThrow('interrupted');
  });
});
