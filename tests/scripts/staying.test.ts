/**
 * Sources that do not ship can still be loaded: one command reads all of them, and a release can contain
 * them.
 */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readStaying } from '#sources/metadata/ships.ts';
import { describeShared } from '../setup/shared.ts';

describeShared('data', 'sources of which nothing ships', (data) => {
  test('load from their files with nothing lacking, and indicators that wait are described already', async () => {
    const ids = [...readStaying('sources').keys()];
    const words = [
      'ingest',
      '--product',
      '--from',
      data,
      ...ids.flatMap((id) => ['--source', id]),
      '--dry-run',
    ];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['scripts/run.mjs', ...words]);
    expect(stderr).not.toContain('before a release');
    for (const id of ids) expect(stdout).toMatch(new RegExp(`^read +${id}: `, 'm'));
    for (const id of ids) expect(stdout).toMatch(new RegExp(`^  ${id}: [\\d,]+ added`, 'm'));
    expect(stdout).not.toContain('drafted; say what');
    expect(stdout.match(/described already/g)).toHaveLength(readdirSync('sources/catalogue/waiting').length);
    expect(stdout).toContain('Dry run: nothing was written.');
  }, 120_000);
});
