/** A copy of the checkout that a test may load files into, and commands that run in it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { publishAll } from '#db/publish/publish.ts';
import { publicationOf } from '#scripts/database/replay.ts';
import { Draft, productHome } from '#sources/draft/draft.ts';
import { readReleases } from '#sources/releases/committed.ts';
import { draftRelease } from '#sources/draft/release.ts';
import { showProgress } from '#scripts/terminal/progress.ts';
import { withDraft } from '#scripts/database/sources-lock.ts';
import { ownLine, productLine } from '#scripts/ingest/line.ts';
import { ingest, type IngestWish } from '#scripts/ingest/ingest.ts';
import { shortenTables } from '../../sources/short-tables.ts';
import { findRecipe } from '#sources/recipe/schema/source.ts';
import type { Sql } from '#db/connect.ts';

const PARTS = [
  'sources',
  'stats',
  'db',
  'drizzle',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** The copy, with short tables and without releases; removed when the file is over. */
export function copyOfTree(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'cotejo-tree-')));
  for (const part of PARTS) cpSync(part, join(root, part), { recursive: true });
  shortenTables(join(root, 'sources'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** Makes the first release of the copy in an empty database, so that what a test loads is all that is new. */
export async function makeFirstRelease(root: string): Promise<void> {
  await migrate({ report: () => undefined });
  const draft = new Draft(productHome(root));
  const note = { en: 'Short tables', es: 'Tablas cortas' };
  const drafted = await draftRelease({ root, draft, note, date: '2026-11-30', correction: false });
  if (drafted) draft.commit();
  draft.drop();
  await publishAll(readReleases(root).map(publicationOf), () => undefined);
}

/** A hash of every file of the sources, by name and content. */
export function hashOfSources(root: string): string {
  const hash = createHash('sha256');
  const folder = join(root, 'sources');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
    hash.update(`${relative(folder, path)}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

/** The whole content of a database as text, to check whether anything changed. */
export async function hashOfDatabase(sql: Sql): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'cotejo'::regnamespace and relkind = 'r' order by 1`;
  const texts = [];
  for (const { name } of tables) {
    const [row] = await sql.unsafe(
      `select md5(string_agg(md5(t::text), '' order by md5(t::text))) as text from ${name} t`,
    );
    texts.push(`${name} ${String(row?.['text'])}`);
  }
  const [views] =
    await sql`select string_agg(relname, ',' order by relname) as names from pg_class where relnamespace = 'indicator'::regnamespace`;
  return [...texts, String(views?.['names'])].join('\n');
}

/** Releases what was changed by hand in own data, as `npm run release` does. @returns its number */
export function releaseOwn(root: string): Promise<string> {
  const line = ownLine(root);
  const note = { en: 'By hand', es: 'A mano' };
  return withDraft(line.home, false, async (draft) => {
    const drafted = await line.draftRelease({ draft, note, date: '2026-12-01', correction: false });
    if (!drafted) return '';
    const { version } = await drafted.publish(
      () => undefined,
      () => draft.commit(),
    );
    return version;
  });
}

export interface CommandOutcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Loads a file in this process, as the command does. */
export async function loadText(
  root: string,
  file: string,
  recipe: string,
  more: Partial<IngestWish> = {},
): Promise<CommandOutcome> {
  const [out, err]: [string[], string[]] = [[], []];
  const [log, error] = [console.log, console.error];
  console.log = (line: string) => void out.push(line);
  console.error = (line: string) => void err.push(line);
  const { line = productLine(root) } = more;
  const stream = { write: (text: string) => out.push(text), isTTY: false } as unknown as NodeJS.WriteStream;
  try {
    const code = await ingest({
      line,
      found: [{ source: line.sourceOf(findRecipe(recipe, line.home.folder, join(root, 'sources'))), file }],
      missing: [],
      date: '2026-12-01',
      whole: false,
      dryRun: false,
      release: true,
      samples: 0,
      told: 'whole',
      progress: showProgress(stream),
      stop: new AbortController().signal,
      ...more,
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  } catch (failure) {
    return {
      code: 1,
      out: out.join('\n'),
      err: failure instanceof Error ? failure.message : String(failure),
    };
  } finally {
    [console.log, console.error] = [log, error];
  }
}

/** A command in its own process. */
export function start(
  root: string,
  words: readonly string[],
): { child: ChildProcess; ended: Promise<CommandOutcome> } {
  const child = spawn(process.execPath, ['scripts/run.mjs', ...words], {
    cwd: root,
    env: { ...process.env, INIT_CWD: root },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)));
  const ended = new Promise<CommandOutcome>((done) =>
    child.on('close', (code) => done({ code: code ?? -1, out, err })),
  );
  return { child, ended };
}
