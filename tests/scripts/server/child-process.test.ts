import { describe, expect, test } from 'vitest';
import { isAlive } from '#scripts/lock.mjs';
import { runNode } from '#scripts/server/child-process.ts';

const cwd = process.cwd();

describe('a program that we run', () => {
  test('hands back its code and what it printed', async () => {
    const args = ['-e', 'console.log(process.env.WORD); console.error("and"); process.exitCode = 3'];
    const { code, output } = await runNode({ args, cwd, env: { WORD: 'said' }, print: 'pipe' });
    expect(code).toBe(3);
    expect(output.split('\n').sort()).toEqual(['', 'and', 'said']);
  });

  test.skipIf(process.platform === 'win32')('ends with all that it started when it is to stop', async () => {
    // A parent and a child that would both run for a minute, and that ignore SIGTERM.
    const stubborn = 'process.on("SIGTERM", () => {}); setTimeout(() => {}, 60_000);';
    const parent = `${stubborn}
      const child = require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(stubborn)}]);
      console.log(process.pid, child.pid);`;
    const controller = new AbortController();
    let pids: number[] = [];
    const ended = runNode({
      args: ['-e', parent],
      cwd,
      print: 'pipe',
      stop: controller.signal,
      patienceMs: 300,
      onLine: (line) => {
        pids = line.split(' ').map(Number);
        controller.abort();
      },
    });
    expect((await ended).code).not.toBe(0);
    await new Promise((wake) => setTimeout(wake, 200));
    expect(pids).toHaveLength(2);
    expect(pids.filter(isAlive)).toEqual([]);
  });
});
