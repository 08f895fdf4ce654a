/** `npm run sources` lists every source within eighty columns, and tells all of one. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

async function sources(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    const all = ['scripts/run.mjs', 'sources', ...words];
    return { code: 0, ...(await promisify(execFile)(process.execPath, all)) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

test('every folder with a card has its line, and no line is longer than eighty columns', async () => {
  const { code, stdout } = await sources();
  const ids = readdirSync('sources').filter((id) => existsSync(`sources/${id}/card.yaml`));
  const lines = stdout.trimEnd().split('\n');
  expect(code).toBe(0);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(ids.filter((id) => !lines.some((line) => line.startsWith(`${id} `)))).toEqual([]);
  expect(stdout).toContain(`${ids.length} sources: `);
  expect(stdout).toMatch(/press-city-homicides +2026-11-22 +no +not loaded/);
}, 60_000);

test('one source is told whole: its licence, its file, and why nothing of it ships', async () => {
  const { code, stdout } = await sources('ihme-homicide');
  expect(code).toBe(0);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(stdout).toMatch(/licence +Free for non-commercial use; passed on: no/);
  expect(stdout).toMatch(/file +homicide_rate_vintages\.csv/);
  expect(stdout).toContain('Nothing of it ships. Its licence forbids passing it on');
}, 60_000);

test('a mistyped name is answered with the nearest', async () => {
  const { code, stderr } = await sources('ihme-homicides');
  expect(code).toBe(1);
  expect(stderr).toContain('there is no such source; did you mean "ihme-homicide"?');
}, 60_000);
