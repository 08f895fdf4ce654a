import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dispatch } from '#app/_answers/dispatch.ts';
import type { AnswerRequest } from '#app/_answers/http/request.ts';
import { createData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { checksumFiles } from '#app/_serving/checksum-files.ts';
import { LIMITS } from '#stats/limits.ts';
import { testDatabase } from '../../setup/database.ts';
import { readsFigures, watchedReader } from '../_answers/watched-reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'cotejo-sums-'));
await testDatabase();
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await closeReader();
});

const request: AnswerRequest = {
  method: 'GET',
  path: '/data/1.0.0/SHA256SUMS',
  search: '',
  headers: { get: () => null },
  origin: '',
};

/** The document, and how many statements read figures for it. */
async function ask(directory: string): Promise<{ text: string; read: number }> {
  const statements: string[] = [];
  // A server of its own each time: nothing is in its memory.
  const data = createData(watchedReader((text) => void statements.push(text)));
  const found = await dispatch(request, { data, limits: LIMITS, checksums: checksumFiles(directory) });
  if (!found || !('makeBody' in found)) throw new Error('no pinned answer');
  return { text: String(await found.makeBody()), read: statements.filter(readsFigures).length };
}

test('checksums are made once, and no figure is read for them after a restart', async () => {
  const first = await ask(join(folder, 'kept'));
  expect(first.read).toBeGreaterThan(20);
  const again = await ask(join(folder, 'kept'));
  expect(again.text).toBe(first.text);
  // The release itself is read, and none of its figures.
  expect(again.read).toBeLessThanOrEqual(1);
  expect(readdirSync(join(folder, 'kept'))).toHaveLength(1);
});

test('where they cannot be kept they are made again', async () => {
  const closed = join(folder, 'a file', 'below it');
  writeFileSync(join(folder, 'a file'), '');
  expect(await ask(closed)).toEqual(await ask(closed));
});
