/** Every example of docs/interfaces.md is run as it stands, against a site of its own. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, test } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { serve } from '#server.ts';
import { testDatabase } from './setup/database.ts';

const WRITTEN = 'http://127.0.0.1:3000';

await testDatabase();
const server = await serve({ port: 0, host: '127.0.0.1' }, () =>
  Promise.resolve({ handle: () => Promise.resolve(), close: () => Promise.resolve() }),
);
afterAll(async () => {
  await server.close();
  await closeReader();
});

/** The examples, each with the heading that it stands under and the text that its answer contains. */
const examples = readFileSync('docs/interfaces.md', 'utf8')
  .split(/^## /m)
  .flatMap((section) =>
    [...section.matchAll(/^```sh\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```/gm)].map(
      ([, command = '', text = '']) => [section.split('\n')[0] ?? '', command, text.trim()] as const,
    ),
  );

test('has an example under each heading', () => {
  const headings = [...readFileSync('docs/interfaces.md', 'utf8').matchAll(/^## (.*)$/gm)].map(
    ([, name]) => name,
  );
  expect([...new Set(examples.map(([heading]) => heading))]).toEqual(headings);
});

const isInstalled = (program: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const hasLibrary = (name: string): boolean => {
  try {
    execFileSync('Rscript', ['-e', `library(${name})`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** The statements for DuckDB, with the text that their answer contains. */
const statements = [
  ...readFileSync('docs/interfaces.md', 'utf8').matchAll(
    /^```sql\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```/gm,
  ),
].map(([, statement = '', text = '']) => [statement, text.trim()] as const);

test.each(statements)('DuckDB answers as it says: %s', async (statement, text) => {
  // Its extension for HTTP is in no package: the file is fetched for it.
  const folder = mkdtempSync(join(tmpdir(), 'duckdb-'));
  const [, address = ''] = /read_parquet\('([^']+)'\)/.exec(statement) ?? [];
  const response = await fetch(address.replace(WRITTEN, server.address));
  writeFileSync(join(folder, 'file.parquet'), Buffer.from(await response.arrayBuffer()));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const result = await connection.runAndReadAll(statement.replace(address, join(folder, 'file.parquet')));
  connection.closeSync();
  rmSync(folder, { recursive: true, force: true });
  expect(JSON.stringify(result.getRowObjects())).toContain(text);
});

test('DuckDB has an example', () => expect(statements.length).toBeGreaterThan(0));

test.each(examples)('%s: the example answers as it says', async (_heading, command, text) => {
  const [program = ''] = command.trim().split(' ');
  // What another program would do cannot be seen without it.
  if (!isInstalled(program)) return;
  const [, library] = /\b(\w+)::/.exec(command) ?? [];
  if (program === 'Rscript' && library !== undefined && !hasLibrary(library)) return;
  const here = (written: string): string => written.replaceAll(WRITTEN, server.address);
  const { stdout: printed } = await promisify(execFile)('sh', ['-c', here(command)], { timeout: 30_000 });
  for (const line of text.split('\n')) expect(printed).toContain(here(line));
});
