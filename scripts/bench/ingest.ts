// `npm run bench -- ingest`: a validated load of synthetic rows through the product, beside COPY of the same rows,
// prepared, into an empty table with the same keys; interleaved. It prints medians and ratios, and asserts nothing.
//
//   --rows N      rows of the file (default 1000000)
//   --rounds N    rounds, at least 5 to be believed (default 5)
//   --json        the same for machines

import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { onlyRow } from '#db/checked-results.ts';
import { openAt, type Sql } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import { Draft, productHome } from '#sources/draft/draft.ts';
import { draftRelease } from '#sources/draft/release.ts';
import { UserError } from '../terminal/user-error.ts';
import { showProgress, type ReportStep } from '../terminal/progress.ts';
import { replay } from '../database/replay.ts';
import { withDatabase } from '../database/test-server.ts';
import { openServer } from './database.ts';
import { median } from './rounds.ts';
import { goal, print, type Finding } from './table.ts';

const BASE = 'cotejo_bench_ingest';
const ROUND = `${BASE}_round`;
const [AREAS, ORIGINS] = [40, 50];
const RECIPE = `source: synthetic-rows
file: synthetic.csv
title: Synthetic rows for a benchmark
format: { type: csv }
area: { column: Area, as: alpha-3 }
counterpart: { column: Origin, as: alpha-3 }
period: Month
figures:
  - { indicator: synthetic-rows, measure: count, value: Value }
`;

interface Turn {
  readonly product: number;
  readonly again: number;
  readonly peer: number;
  readonly bare: number;
  readonly megabytes: number;
  /** Rows that the second load of the same file wrote. */
  readonly rewritten: number;
}

/**
 * A tidy file in series and period order: synthetic values for real countries, so that names are resolved.
 */
async function writeFile(path: string, countries: readonly string[], rows: number): Promise<void> {
  const out = createWriteStream(path);
  out.write('Area,Origin,Month,Value\n');
  const months = Math.ceil(rows / (AREAS * ORIGINS));
  let [text, count] = ['', 0];
  for (const area of countries.slice(0, AREAS)) {
    for (const origin of countries.slice(0, ORIGINS)) {
      for (let m = 0; m < months && count < rows; m++, count++) {
        const month = `${1900 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`;
        text += `${area},${origin},${month},${(count * 7919) % 100_000}\n`;
      }
      if (text.length < 1 << 16) continue;
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  await new Promise<void>((done) => out.end(text, () => done()));
}

/** A copy of the sources whose releases match their tables, so that only the file is new. */
async function settledSources(root: string): Promise<string> {
  const tree = mkdtempSync(join(tmpdir(), 'cotejo-bench-'));
  cpSync(join(root, 'sources'), join(tree, 'sources'), { recursive: true });
  const draft = new Draft(productHome(tree));
  const note = { en: 'For a benchmark', es: 'Para una medición' };
  if (await draftRelease({ root: tree, draft, note, date: '2026-11-22', correction: false })) draft.commit();
  draft.drop();
  return tree;
}

async function child(words: readonly string[], env: Record<string, string>) {
  const script = join(process.cwd(), 'scripts/bench/ingest-child.ts');
  // With the small young generation of `npm run ingest`, because objects that live for a single row need not
  // be kept longer.
  const running = spawn(process.execPath, ['--max-semi-space-size=4', '--import', 'tsx', script, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  running.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
  running.stderr.on('data', (chunk: Buffer) => (err += String(chunk)));
  await once(running, 'close');
  const said = out === '' ? null : (JSON.parse(out) as { code: number; took: number; megabytes: number });
  if (process.env['DEBUG']) process.stderr.write(err + out);
  if (said?.code !== 0) throw new Error(`the load failed: ${err || out}`);
  return said;
}

/** How long COPY of a file into a table takes. */
async function copyIn(sql: Sql, table: string, file: string): Promise<number> {
  const since = performance.now();
  await pipeline(createReadStream(file), await sql.unsafe(`copy ${table} from stdin`).writable());
  return performance.now() - since;
}

async function copyOut(sql: Sql, file: string): Promise<void> {
  const rows = `select f.* from counts f join series s on s.id = f.series_id join indicators i on i.id = s.indicator_id
    where i.slug = 'synthetic-rows' order by f.series_id, f.period_start, f.period_end`;
  const out = await sql.unsafe(`copy (${rows}) to stdout`).readable();
  await pipeline(out, createWriteStream(file));
}

/**
 * The comparison tables: the same columns; a table with the same keys and checks, and a table without any.
 */
async function makePeers(sql: Sql): Promise<void> {
  await sql.unsafe(
    'create table peer (like counts including defaults including constraints including indexes)',
  );
  const keys = await sql<{ name: string; definition: string }[]>`
    select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = 'counts'::regclass and contype = 'f'`;
  for (const { name, definition } of keys)
    await sql.unsafe(`alter table peer add constraint "${name}" ${definition}`);
  await sql.unsafe('create table bare (like counts)');
}

interface Bench {
  readonly owner: string;
  readonly tree: string;
  readonly rows: number;
}

async function round({ owner, tree, rows }: Bench, backwards: boolean, report: ReportStep): Promise<Turn> {
  const admin = openAt(owner, { max: 1 });
  const work = mkdtempSync(join(tmpdir(), 'cotejo-bench-'));
  try {
    await admin.unsafe(`drop database if exists ${ROUND}`);
    await admin.unsafe(`create database ${ROUND} template ${BASE}`);
    cpSync(join(tree, 'sources'), join(work, 'sources'), { recursive: true });
    const env = { DATABASE_URL: withDatabase(owner, ROUND), DATABASE_URL_READER: '' };
    const words = [work, join(tree, 'synthetic.csv'), join(tree, 'recipe.yaml')];
    report('product');
    const first = await child(words, env);
    const sql = openAt(env.DATABASE_URL, { max: 1 });
    try {
      const count = async (): Promise<number> =>
        onlyRow(await sql<{ n: number }[]>`select count(*) as n from observations`).n;
      const before = await count();
      report('the same file again');
      const again = await child(words, env);
      const rewritten = (await count()) - before;
      const file = join(work, 'prepared.copy');
      await copyOut(sql, file);
      await makePeers(sql);
      report('COPY');
      const peers = backwards ? ['bare', 'peer'] : ['peer', 'bare'];
      const times = new Map<string, number>();
      for (const peer of peers) times.set(peer, await copyIn(sql, peer, file));
      const [copied] = await sql<{ n: number }[]>`select count(*) as n from peer`;
      if (copied?.n !== rows) throw new Error(`the peer has ${copied?.n} rows of ${rows}`);
      return {
        product: first.took,
        again: again.took,
        peer: times.get('peer') ?? NaN,
        bare: times.get('bare') ?? NaN,
        megabytes: first.megabytes,
        rewritten,
      };
    } finally {
      await sql.end({ timeout: 5 });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
    await admin.unsafe(`drop database if exists ${ROUND}`);
    await admin.end();
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function findings(turns: readonly Turn[]): Finding[] {
  const middle = (of: (turn: Turn) => number): number => median(turns.map(of));
  const peer = `COPY with the same keys, ${seconds(middle((turn) => turn.peer))}`;
  return [
    goal(
      'validated load',
      seconds(middle((turn) => turn.product)),
      peer,
      middle((turn) => turn.peer / turn.product),
      '>=',
      0.6,
    ),
    goal(
      'the same file again',
      seconds(middle((turn) => turn.again)),
      peer,
      middle((turn) => turn.peer / turn.again),
      '>=',
      1,
    ),
    { what: 'rows written by the same file again', figure: String(middle((turn) => turn.rewritten)) },
    {
      what: 'COPY into a bare table',
      figure: seconds(middle((turn) => turn.bare)),
      peer: 'the product',
      ratio: middle((turn) => turn.bare / turn.product),
      note: 'no keys, no checks: what the server can do',
    },
    goal(
      'memory of the load',
      `${Math.round(middle((turn) => turn.megabytes))} MB`,
      '300 MB',
      middle((turn) => turn.megabytes) / 300,
      '<=',
      1,
    ),
  ];
}

/** `npm run bench -- ingest`: a load compared with COPY. */
export async function measureIngest(
  wish: { readonly rows?: string | undefined; readonly rounds?: string | undefined; readonly json: boolean },
  stop: AbortSignal,
): Promise<number> {
  const [rows, rounds] = [Number(wish.rows ?? '1000000'), Number(wish.rounds ?? '5')];
  if (!Number.isInteger(rows) || rows < 1 || rows > 1e7)
    throw new UserError('--rows is a whole number up to 1e7.');
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new UserError('--rounds must be a whole number, 1 or more.');
  const root = process.cwd();
  const progress = showProgress(wish.json ? process.stderr : process.stdout);
  const server = await progress.step(
    'database',
    (report) => openServer(root, report),
    () => 'ready',
  );
  const admin = openAt(server.owner, { max: 1 });
  const tree = await settledSources(root);
  try {
    const countries = readCatalogue(join(tree, 'sources')).areas.filter((area) => area.kind === 'country');
    await writeFile(
      join(tree, 'synthetic.csv'),
      countries.map((area) => area.code),
      rows,
    );
    writeFileSync(join(tree, 'recipe.yaml'), RECIPE);
    await admin.unsafe(`drop database if exists ${BASE}`);
    await admin.unsafe(`create database ${BASE}`);
    process.env['DATABASE_URL'] = withDatabase(server.owner, BASE);
    await progress.step('base', async (report) => {
      await migrate({ report });
      await replay({ root: tree, report });
    });
    const turns: Turn[] = [];
    for (let i = 0; i < rounds && !stop.aborted; i++) {
      const turn = await progress.step(
        `round ${i + 1}`,
        (report) => round({ owner: server.owner, tree, rows }, i % 2 === 1, report),
        (turn) =>
          `product ${seconds(turn.product)}, again ${seconds(turn.again)}, COPY ${seconds(turn.peer)}, bare ${seconds(turn.bare)}`,
      );
      turns.push(turn);
    }
    print(findings(turns), { rows, rounds, json: wish.json });
    return 0;
  } finally {
    await admin.unsafe(`drop database if exists ${BASE}`);
    await admin.end();
    await server.close();
    rmSync(tree, { recursive: true, force: true });
  }
}
