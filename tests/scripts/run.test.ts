import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const run = async (...words: string[]) => {
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, ['scripts/run.mjs', ...words])) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
};

describe('the first script', () => {
  test('lists its verbs', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    for (const verb of ['start', 'dev', 'test', 'check', 'stop', 'reset'])
      expect(stdout).toContain(`  ${verb} `);
  });

  test('refuses a verb it does not know, and lists those it does', async () => {
    const { code, stderr } = await run('sing');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^"sing" is not a verb\.[^]*start/);
  });

  test('says a bad setting in one line, without a stack', async () => {
    const { code, stderr } = await promisify(execFile)(process.execPath, ['scripts/run.mjs', 'start'], {
      env: { ...process.env, PORT: 'abc' },
    }).then(
      () => ({ code: 0, stderr: '' }),
      (error: unknown) => error as { code: number; stderr: string },
    );
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('PORT=abc is not a port');
  });
});
