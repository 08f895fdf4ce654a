/** `npm run rebuild` rebuilds committed tables from the publishers' files, and reports why if it cannot. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { describeShared } from '../../setup/shared.ts';

async function rebuild(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    const all = ['scripts/run.mjs', 'rebuild', ...words];
    return { code: 0, ...(await promisify(execFile)(process.execPath, all)) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

test('a folder without the file is said, with exit code 1', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'cotejo-rebuild-'));
  const { code, stdout } = await rebuild(empty, '--source', 'gapminder-gini');
  rmSync(empty, { recursive: true });
  expect(code).toBe(1);
  expect(stdout).toContain('inequality_index_gini--by--geo--time.csv is not in the folder');
}, 60_000);

test('a file that is not the one of the card is refused, with exit code 1', async () => {
  const { code, stdout } = await rebuild('tests/sources/samples/files', '--source', 'cbp-border-deaths');
  expect(code).toBe(1);
  expect(stdout).not.toContain('the same to the byte');
}, 60_000);

describeShared('data', 'tables made again from the files of publishers', (data) => {
  test('are the same to the byte', async () => {
    const ids = ['cbp-border-deaths', 'unhcr-asylum-decisions', 'unodc-gsh-2013'];
    const { code, stdout, stderr } = await rebuild(data, ...ids.flatMap((id) => ['--source', id]));
    // Slow machines get progress on this stream; nothing else is written to it.
    expect(stderr.split(/[\r\n]+/).filter((line) => !/^$|\d+ %, /.test(line))).toEqual([]);
    for (const id of ids) expect(stdout).toContain(`${id}: the same to the byte`);
    expect(code).toBe(0);
  }, 120_000);
});
