/**
 * A database that an older version left is taken over by this one. The older version is that of the last tag; as long
 * as no version is tagged, the commit that last changed the newest release: before it, that release was another.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { createData } from '#app/_data/data.ts';
import { closeReader, reader } from '#app/_data/pool.ts';
import { migrate } from '#db/migrate.ts';
import { PUBLISHING } from '#db/publishing.ts';
import { replay } from '#scripts/database/replay.ts';
import { askerOf } from './app/_answers/ask.ts';
import { testDatabase } from './setup/database.ts';
import { LATEST, VERSIONS } from './setup/releases.ts';

const git = (...words: string[]): string => execFileSync('git', words, { encoding: 'utf8' }).trim();

/** The commit of the older version; null in a copy without its history. */
function olderVersion(): string | null {
  try {
    const [tag] = git(
      'tag',
      '--list',
      'v*',
      '--sort=-version:refname',
      '--merged',
      'HEAD',
      '--no-contains',
      'HEAD',
    ).split('\n');
    return tag || git('log', '-1', '--format=%H', '--', `sources/releases/${LATEST}.json`) || null;
  } catch {
    return null;
  }
}

/** A commit's files in a directory of their own, with our packages. */
function treeOf(commit: string): string {
  const tree = mkdtempSync(join(tmpdir(), 'cotejo-older-'));
  execFileSync('bash', ['-c', `git archive ${commit} | tar -x -C '${tree}'`]);
  symlinkSync(join(process.cwd(), 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

/** Loads the database in `DATABASE_URL` with the code and the releases of a tree. */
function loadWith(tree: string): void {
  const replayed = ['scripts/database/replay.ts', 'scripts/replay.ts'].find((path) =>
    existsSync(join(tree, path)),
  );
  writeFileSync(
    join(tree, 'load.ts'),
    `import { migrate } from './db/migrate.ts';
     import { replay } from './${replayed}';
     await migrate({ report: () => undefined });
     await replay({ root: process.cwd(), report: () => undefined });`,
  );
  execFileSync(process.execPath, ['--import', 'tsx', 'load.ts'], { cwd: tree, stdio: 'pipe' });
}

const ADDRESSES = [
  '/data/1.0.0/homicide-rate.csv',
  `/data/${LATEST}/border-apprehensions.csv?group=americas`,
  `/data/${LATEST}/border-encounters.csv?group=americas&basis=us-fiscal-year`,
  `/data/${LATEST}/homicide-rate.json?transform=rank`,
];
/** The answers of a site that was just started: nothing of another database is in its memory. */
function answers(): Promise<(readonly [number, string])[]> {
  const ask = askerOf(createAnswers({ data: createData(reader) }).answer);
  return Promise.all(
    ADDRESSES.map(async (address) => {
      const { status, text } = await ask(address);
      return [status, text] as const;
    }),
  );
}

/** The releases of a tree. */
const versionsIn = (tree: string): readonly string[] =>
  readdirSync(join(tree, 'sources/releases')).flatMap(
    (name) => /^(\d+\.\d+\.\d+)\.json$/.exec(name)?.[1] ?? [],
  );

/**
 * What `npm start` does before it publishes the newer releases: the older ones are served, and an address of a newer
 * one is to be asked again.
 */
async function expectOlderIsServed(
  fresh: Awaited<ReturnType<typeof answers>>,
  published: readonly string[],
): Promise<void> {
  const { postponed } = await replay({
    root: process.cwd(),
    report: () => undefined,
    mayPostpone: true,
  });
  expect(postponed).toEqual(VERSIONS.filter((version) => !published.includes(version)));
  if (postponed.length === 0) return;
  process.env[PUBLISHING] = LATEST;
  try {
    const now = await answers();
    expect(now.map(([status]) => status)).toEqual([200, 503, 503, 503]);
    expect(now[0]).toEqual(fresh[0]);
  } finally {
    delete process.env[PUBLISHING];
    await closeReader();
  }
}

const older = olderVersion();

test.runIf(older)(
  'a database of the older version gives the answers of a new one',
  { timeout: 240_000 },
  async () => {
    await testDatabase();
    const fresh = await answers();
    await closeReader();
    await testDatabase({ empty: true });
    const tree = treeOf(older ?? '');
    afterAll(() => rmSync(tree, { recursive: true, force: true }));
    loadWith(tree);
    await migrate({ report: () => undefined });
    await expectOlderIsServed(fresh, versionsIn(tree));
    await replay({ root: process.cwd(), report: () => undefined });
    expect(fresh.map(([status]) => status)).toEqual(ADDRESSES.map(() => 200));
    expect(await answers()).toEqual(fresh);
  },
);
