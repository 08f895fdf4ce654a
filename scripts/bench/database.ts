// The benchmark's databases: one for each size, filled by the product's own COPY and inserts, and kept for
// the next run while their inputs stay the same. Besides the product's tables there is a star schema with the
// same numbers, without series, hedges and releases.

import { connect, openAt, type Sql } from '#db/connect.ts';
import { leaseEmbedded } from '#db/embedded/lease.ts';
import { migrate } from '#db/migrate.ts';
import { writeCatalogue, type Statements } from '#db/publish/catalogue.ts';
import { writeRollups } from '#db/publish/rollups.ts';
import { addRows, stage, writeSeries } from '#db/publish/rows.ts';
import { messageOf } from '../terminal/user-error.ts';
import type { Progress, ReportStep } from '../terminal/progress.ts';
import { hashContents } from '../build/stale.ts';
import { withDatabase } from '../database/test-server.ts';
import { STAR } from './star.ts';
import { catalogueOf, OWN_ROWS, worldRows, VERSION } from './world.ts';

const PREFIX = 'cotejo_bench_';
const MADE_FROM = [
  'drizzle',
  'db/schema',
  'db/publish',
  'db/engine',
  'scripts/bench/world.ts',
  'scripts/bench/star.ts',
];

/** A filled database, as the environment of the processes that read it. */
export interface BenchDatabase {
  readonly rows: number;
  readonly env: Record<string, string>;
}

/** The benchmark's server: that of `DATABASE_URL`, otherwise the embedded server of the tests. */
export async function openServer(
  root: string,
  report: ReportStep,
): Promise<{ owner: string; reader?: string; close(): Promise<void> }> {
  const own = process.env['DATABASE_URL']?.trim();
  if (own) return { owner: own, close: () => Promise.resolve() };
  const lease = await leaseEmbedded({ root, name: 'pg18-test', report });
  return { owner: lease.owner, reader: lease.reader, close: () => lease.release() };
}

/** The database of a size: from an earlier run, or made now. */
export async function placeOf(
  server: { owner: string; reader?: string },
  root: string,
  rows: number,
  progress: Progress,
): Promise<BenchDatabase> {
  const name = `${PREFIX}${rows}_${hashContents(root, MADE_FROM).slice(0, 12)}`;
  const envOf = (database: string): Record<string, string> => ({
    DATABASE_URL: withDatabase(server.owner, database),
    ...(server.reader && { DATABASE_URL_READER: withDatabase(server.reader, database) }),
  });
  const sql = openAt(server.owner, { max: 1 });
  try {
    const known = await sql<{ datname: string }[]>`
      select datname from pg_database where starts_with(datname, ${`${PREFIX}${rows}_`})`;
    if (known.some(({ datname }) => datname === name)) return { rows, env: envOf(name) };
    for (const { datname } of known) await sql`drop database if exists ${sql(datname)} with (force)`;
    // A partly filled database never has the name of a complete one.
    const draft = `${name}_draft`;
    await sql`create database ${sql(draft)}`;
    try {
      await progress.step(
        `${rows} rows`,
        (report) => fill(envOf(draft), rows, report),
        (count) => `${count.toLocaleString('en')} synthetic rows published`,
      );
    } catch (error) {
      await sql`drop database if exists ${sql(draft)} with (force)`;
      throw new Error(`the database for ${rows} rows could not be made: ${messageOf(error)}`, {
        cause: error,
      });
    }
    await sql`alter database ${sql(draft)} rename to ${sql(name)}`;
    return { rows, env: envOf(name) };
  } finally {
    await sql.end();
  }
}

async function fill(env: Record<string, string>, rows: number, report: ReportStep): Promise<number> {
  // This function of `db/` reads its database from the environment.
  const before = process.env['DATABASE_URL'];
  Object.assign(process.env, { DATABASE_URL: env['DATABASE_URL'] });
  try {
    await migrate({ report });
  } finally {
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
  }
  const { sql } = await connect({ as: 'owner', max: 1, env: { ...process.env, ...env } });
  const more = Math.max(0, rows - OWN_ROWS);
  try {
    const count = await sql.begin((transaction) =>
      publish(transaction as unknown as Statements, more, report),
    );
    report('the star schema');
    for (const statement of STAR.tables) await sql.unsafe(statement);
    await sql`vacuum analyze`;
    return count;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * The steps of publishing a release, except the check of its content hash, because this release is not
 * committed.
 */
async function publish(sql: Statements, more: number, report: ReportStep): Promise<number> {
  const catalogue = catalogueOf(more);
  const [major, minor, patch] = VERSION.split('.').map(Number) as [number, number, number];
  const [draft] = await sql<{ id: number }[]>`
    insert into releases (major, minor, patch, released_on, note_en, note_es)
    values (${major}, ${minor}, ${patch}, '2026-11-22', 'Synthetic data for a benchmark', 'Datos sintéticos para una medición')
    returning id`;
  await writeCatalogue(sql, catalogue, draft!.id);
  report('COPY');
  await stage(sql, 'added', worldRows(more));
  const [staged] = await sql<{ n: number }[]>`select count(*)::int as n from added`;
  report('series');
  await writeSeries(sql);
  report('rows, with their keys and checks');
  await addRows(sql, { id: draft!.id, isRead: false }, staged!.n);
  report('sums');
  await writeRollups(sql, catalogue);
  await publishDraft(sql, draft!.id, catalogue);
  return staged!.n;
}

const publishDraft = (sql: Statements, id: number, catalogue: object): PromiseLike<unknown> =>
  sql`update releases set published_at = now(), content_hash = ${'0'.repeat(64)},
    catalogue = ${(sql as Sql).json(catalogue as never)} where id = ${id}`;
