/**
 * Brings a database to the schema of this checkout: the migrations in `drizzle/`, in order, each once, under
 * one advisory lock so that simultaneous starts wait for each other. The migrations name only the schema
 * `public` (drizzle-kit writes it for types and foreign keys); it is replaced by our schema.
 */
import { existsSync } from 'node:fs';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { connect, READER_ROLE } from './connect.ts';
import type { Sql } from './connect.ts';

/** An arbitrary number: the key of the lock for migrations and releases. */
const WRITERS_LOCK = 0x636f7465;

/** Runs `work` while no other process writes tables or releases. The lock ends with the connection. */
export async function underLock<T>(sql: Sql, work: (sql: Sql) => Promise<T>): Promise<T> {
  await sql`select pg_advisory_lock(${WRITERS_LOCK})`;
  try {
    return await work(sql);
  } finally {
    await sql`select pg_advisory_unlock(${WRITERS_LOCK})`;
  }
}

type Migration = ReturnType<typeof readMigrationFiles>[number];

/**
 * The migrations that a database lacks. @throws Error when it was migrated by a newer checkout
 */
async function missingMigrations(
  sql: Sql,
  schema: string,
  known: readonly Migration[],
): Promise<readonly Migration[]> {
  const [table] = await sql<{ name: string | null }[]>`select to_regclass('migrations') as name`;
  const applied = table?.name
    ? (await sql<{ hash: string }[]>`select hash from migrations`).map((row) => row.hash)
    : [];
  const foreign = applied.filter((hash) => !known.some((migration) => migration.hash === hash));
  if (foreign.length > 0) {
    throw new Error(
      `schema ${schema} holds ${foreign.length} migration(s) that this checkout does not know: update the checkout, or use another DATABASE_SCHEMA`,
    );
  }
  return known.filter((migration) => !applied.includes(migration.hash));
}

/**
 * Applies the missing migrations, all or nothing, and grants reading to the reader role.
 * @throws Error when the database was migrated by a newer checkout
 */
export async function migrate({ report }: { report: (step: string) => void }): Promise<void> {
  const folder = 'drizzle';
  if (!existsSync(folder)) throw new Error(`${folder}/ is not here: run this from the root of the checkout`);
  const known = readMigrationFiles({ migrationsFolder: folder });
  // One connection: the advisory lock belongs to it.
  const { sql, schema } = await connect({ as: 'owner', max: 1 });
  try {
    // Looked at without the lock, which a release that is being published holds for half a minute.
    if ((await missingMigrations(sql, schema, known)).length === 0) return;
    await underLock(sql, async () => {
      await sql`create schema if not exists ${sql(schema)}`;
      await sql`create table if not exists migrations (hash text constraint migrations_pk primary key, applied_at timestamptz not null default now())`;
      const missing = await missingMigrations(sql, schema, known);
      if (missing.length === 0) return;
      report(`${missing.length} to apply`);
      await sql.begin(async (transaction) => {
        for (const migration of missing) {
          for (const statement of migration.sql) {
            await transaction.unsafe(statement.replaceAll('"public".', `"${schema}".`));
          }
          await transaction`insert into migrations (hash) values (${migration.hash})`;
        }
      });
      await grantReading(sql, schema);
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Creates the reader role if allowed, and grants it reading of the schema and nothing else. */
async function grantReading(sql: Sql, schema: string): Promise<void> {
  const [found] = await sql`select 1 from pg_roles where rolname = ${READER_ROLE}`;
  const [may] = await sql<{ allowed: boolean }[]>`
    select rolcreaterole or rolsuper as allowed from pg_roles where rolname = current_user`;
  if (!found && !may?.allowed) return;
  if (!found) {
    await sql`create role ${sql(READER_ROLE)} nologin`;
    // The creator of a role may grant it, but must grant it to itself before `set role` works. If that grant is
    // refused, the site reads as the owner.
    await sql`grant ${sql(READER_ROLE)} to current_user`.catch(() => undefined);
  }
  await sql`grant usage on schema ${sql(schema)} to ${sql(READER_ROLE)}`;
  await sql`grant select on all tables in schema ${sql(schema)} to ${sql(READER_ROLE)}`;
  await sql`alter default privileges in schema ${sql(schema)} grant select on tables to ${sql(READER_ROLE)}`;
}
