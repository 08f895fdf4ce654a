// The PostgreSQL server for tests, with a template database that is migrated and contains every release.
// Tests copy the template, which takes a moment; making it takes seconds, so it is kept between runs while
// its inputs stay the same.

import { randomBytes } from 'node:crypto';
import { build } from 'esbuild';
import { connect, openAt, READER_ROLE, type Sql } from '#db/connect.ts';
import { formatConnectionUrl, parseConnectionUrl } from '#db/connection-url.ts';
import { leaseEmbedded } from '#db/embedded/lease.ts';
import { migrate } from '#db/migrate.ts';
import { replay } from './replay.ts';
import { messageOf } from '../terminal/user-error.ts';
import { isAlive } from '../lock.mjs';
import { hashContents } from '../build/stale.ts';

/** The data that a test needs to make a database. Plain text, so that it can be passed between processes. */
export interface TestServer {
  /** The owner's address; databases are made through a connection to its database. */
  owner: string;
  /** The reader's address; absent on a server of the user's own. */
  reader?: string;
  template: string;
  /** The prefix of the names of this run's databases. */
  prefix: string;
}

const TEMPLATE = 'cotejo_template_';
const COPY = 'cotejo_test_';
/** What a template contains: tables and releases. */
const TEMPLATE_INPUTS = ['drizzle', 'sources/releases'];
/** The code that writes them. */
const TEMPLATE_CODE = ['db/migrate.ts', 'scripts/database/replay.ts'];
/**
 * An arbitrary number, the same in every process: processes that make a template wait for each other on it.
 */
const TEMPLATE_LOCK = 8_316_402;
const TEMPLATES_KEPT = 2;

/** The same server and login, another database. */
export function withDatabase(url: string, database: string): string {
  return formatConnectionUrl({ ...parseConnectionUrl(url), database });
}

/**
 * Starts (or finds) the server for tests and makes its template. `TEST_DATABASE_URL` names the user's own
 * server, PostgreSQL 15 or newer, whose login may create databases.
 */
export async function openTestServer(options: {
  root: string;
  report: (step: string) => void;
}): Promise<TestServer & { close(): Promise<void> }> {
  const own = process.env['TEST_DATABASE_URL']?.trim();
  const lease = own ? undefined : await leaseEmbedded({ ...options, name: 'pg18-test' });
  const owner = own ?? lease?.owner ?? '';
  const prefix = `${COPY}${process.pid}_${randomBytes(3).toString('hex')}_`;
  try {
    const { sql } = await connect({ as: 'owner', max: 1, env: { ...process.env, DATABASE_URL: owner } });
    try {
      if (lease) await sweep(sql);
      const template = await makeTemplate(sql, owner, options);
      const server = { owner, template, prefix, ...(lease ? { reader: lease.reader } : {}) };
      return { ...server, close: () => close(owner, prefix, () => lease?.release()) };
    } finally {
      await sql.end();
    }
  } catch (error) {
    await lease?.release();
    throw error;
  }
}

async function databases(sql: Sql, prefix: string): Promise<string[]> {
  const rows = await sql<{ datname: string }[]>`
    select datname from pg_database where starts_with(datname, ${prefix}) order by oid desc`;
  return rows.map(({ datname }) => datname);
}

async function drop(sql: Sql, name: string): Promise<void> {
  await endSessions(sql, name);
  // The owner may not end the sessions of another role, so it takes the reader's role to end the site's
  // sessions.
  await sql
    .begin(async (transaction) => {
      await transaction`set local role ${transaction(READER_ROLE)}`;
      await endSessions(transaction as unknown as Sql, name);
    })
    .catch(() => undefined);
  // Not `with (force)`, which needs the right to end the server's own vacuum; this way the vacuum ends by
  // itself.
  await sql`drop database if exists ${sql(name)}`;
}

/** Ends the sessions that the current role has in a database. */
async function endSessions(sql: Sql, name: string): Promise<void> {
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and usename = current_user`;
}

/** Drops the databases of killed runs, on a server that only this checkout uses. */
async function sweep(sql: Sql): Promise<void> {
  for (const name of await databases(sql, COPY)) {
    if (!isAlive(Number(name.slice(COPY.length).split('_')[0]))) await drop(sql, name);
  }
}

async function makeTemplate(
  sql: Sql,
  owner: string,
  { root, report }: { root: string; report: (step: string) => void },
): Promise<string> {
  const name = TEMPLATE + hashContents(root, TEMPLATE_INPUTS, await codeOf(root, TEMPLATE_CODE)).slice(0, 16);
  await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`;
  try {
    const templates = await databases(sql, TEMPLATE);
    if (templates.includes(name)) return name;
    for (const old of templates.slice(TEMPLATES_KEPT - 1)) await drop(sql, old);
    // It has another name until it is complete, so that a database with the template's name is always
    // complete.
    const draft = `${COPY}${process.pid}_template`;
    await drop(sql, draft);
    await sql`create database ${sql(draft)}`;
    await withEnvironment(
      {
        DATABASE_URL: withDatabase(owner, draft),
        DATABASE_URL_READER: undefined,
        COTEJO_DATA: '.cotejo/no-own-data',
      },
      async () => {
        await migrate({ report });
        await replay({ root, report });
      },
    );
    await sql`alter database ${sql(draft)} rename to ${sql(name)}`;
    return name;
  } finally {
    await sql`select pg_advisory_unlock(${TEMPLATE_LOCK})`;
  }
}

/**
 * Modules with everything that they import, without comments and layout: a template is not made again for a comment,
 * nor for code that does not write it.
 */
async function codeOf(root: string, modules: readonly string[]): Promise<string[]> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [...modules],
    outdir: 'unused',
    write: false,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text);
}

/** Runs work with other environment variables, and restores them. */
async function withEnvironment(values: Record<string, string | undefined>, work: () => Promise<void>) {
  const before = Object.fromEntries(Object.keys(values).map((name) => [name, process.env[name]]));
  const set = (variables: Record<string, string | undefined>) => {
    for (const [name, value] of Object.entries(variables)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  set(values);
  try {
    await work();
  } finally {
    set(before);
  }
}

async function close(owner: string, prefix: string, release: () => Promise<void> | undefined): Promise<void> {
  const sql = openAt(owner, { max: 1 });
  try {
    for (const name of await databases(sql, prefix)) await drop(sql, name);
  } catch (error) {
    // This does not fail the run; the next run drops the database.
    console.warn(`a test database could not be dropped: ${messageOf(error)}`);
  } finally {
    await sql.end();
    await release();
  }
}

/** Makes a database on the test server: a copy of the template, or an empty one. */
export async function createTestDatabase(
  server: TestServer,
  name: string,
  options: { empty?: boolean } = {},
): Promise<{ name: string; url: string; reader?: string }> {
  const full = server.prefix + name;
  const sql = openAt(server.owner, { max: 1 });
  try {
    if (options.empty) await sql`create database ${sql(full)}`;
    else await sql`create database ${sql(full)} template ${sql(server.template)}`;
  } finally {
    await sql.end();
  }
  const url = withDatabase(server.owner, full);
  return { name: full, url, ...(server.reader ? { reader: withDatabase(server.reader, full) } : {}) };
}
