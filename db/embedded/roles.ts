// Who may do what in the embedded server: an owner that makes and fills the tables, a reader that cannot
// change anything. Looked after at every start, so a first start that was cut short is completed by the next.

import { formatConnectionUrl, parseConnectionUrl } from '../connection-url.ts';
import { openAt, READER_ROLE, type Sql } from '../connect.ts';
import type { Passwords } from './cluster.ts';

/** The role that owns the database. */
export const OWNER_ROLE = 'cotejo_owner';
/** The database. */
export const DATABASE = 'cotejo';

/**
 * Makes sure that the two roles and the database are there. The first query of it is also the test whether the
 * server answers.
 *
 * @param superuserUrl the address of the database `postgres` as the superuser
 */
export async function ensureRoles(superuserUrl: string, passwords: Passwords): Promise<void> {
  const sql = openAt(superuserUrl, { max: 1, patienceSeconds: 5 });
  try {
    const roles = await sql`select rolname from pg_roles where rolname in (${OWNER_ROLE}, ${READER_ROLE})`;
    const names = roles.map((row) => String(row['rolname']));
    // The owner makes the databases and roles of the tests; it is no superuser, so that what works here also
    // works on a hosted server.
    if (!names.includes(OWNER_ROLE)) {
      await sql.unsafe(`create role ${OWNER_ROLE} login createdb createrole password '${passwords.owner}'`);
    }
    if (!names.includes(READER_ROLE)) {
      await sql.unsafe(`create role ${READER_ROLE} login password '${passwords.reader}'`);
      await sql.unsafe(`grant ${READER_ROLE} to ${OWNER_ROLE} with admin true, inherit false, set true`);
    }
    await ensureDatabase(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
  // New databases are copies of the first: those of the tests are closed as this one is.
  for (const database of ['template1', DATABASE]) await closeFunctions(superuserUrl, database);
}

/**
 * Functions that everybody may call by default, and that a reader could do harm with: large objects are written
 * also where no table may be, and an advisory lock is anybody's, also the one that writers wait for.
 */
const HARMFUL = String.raw`^(lo_.*|lowrite|loread|pg_(try_)?advisory_.*|pg_notify|pg_logical_emit_message|pg_export_snapshot)$`;

/** Leaves those functions to the owner. Said once for each database: a second time nothing is found to do. */
async function closeFunctions(superuserUrl: string, database: string): Promise<void> {
  const url = formatConnectionUrl({ ...parseConnectionUrl(superuserUrl), database });
  const sql = openAt(url, { max: 1, patienceSeconds: 5 });
  try {
    const open = await sql<{ signature: string }[]>`
      select oid::regprocedure::text as signature from pg_proc
      where pronamespace = 'pg_catalog'::regnamespace and proname ~ ${HARMFUL}
        and has_function_privilege(${READER_ROLE}, oid, 'execute')`;
    if (open.length === 0) return;
    const functions = open.map(({ signature }) => signature).join(', ');
    await sql.begin(async (transaction) => {
      await transaction.unsafe(`revoke execute on function ${functions} from public`);
      await transaction.unsafe(`grant execute on function ${functions} to ${OWNER_ROLE}`);
    });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function ensureDatabase(sql: Sql): Promise<void> {
  const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
  if (found.length === 0) await sql.unsafe(`create database ${DATABASE} owner ${OWNER_ROLE}`);
  // A reader has no use for temporary tables. Said again each time, because the start may have ended here.
  await sql.unsafe(`revoke temporary on database ${DATABASE} from public`);
  // Nor for the databases that come with a server, where it may otherwise make temporary tables.
  await sql.unsafe('revoke connect, temporary on database postgres, template1 from public');
}
