import { describe, expect, test } from 'vitest';
import { formatDuration, showProgress } from '#scripts/terminal/progress.ts';

function recorder() {
  const written: string[] = [];
  const out = { isTTY: false, columns: 80, write: (text: string) => written.push(text) > 0 };
  return { written, progress: showProgress(out as unknown as NodeJS.WriteStream) };
}

describe('progress', () => {
  test('is one line a step, with what came of it and the time it took', async () => {
    const { written, progress } = recorder();
    await progress.step(
      'build',
      () => Promise.resolve(3),
      (count) => `${count} files`,
    );
    expect(written.join('')).toMatch(/^build {7}3 files, \d+ ms\n$/);
  });

  test('says that a step failed, or was interrupted, and passes the error on', async () => {
    const { written, progress } = recorder();
    await expect(progress.step('build', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const stop = () => Promise.reject(new Error('interrupted'));
    await expect(progress.step('serve', stop)).rejects.toThrow();
    expect(written.join('')).toMatch(/^build {7}failed, \d+ ms\nserve {7}interrupted, \d+ ms\n$/);
  });

  test('writes times as people say them', () => {
    expect([40, 999, 1_000, 61_000].map(formatDuration)).toEqual(['40 ms', '999 ms', '1.0 s', '61.0 s']);
  });
});
