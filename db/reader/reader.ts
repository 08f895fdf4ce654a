/**
 * Connecting as the reader. What a session was given on the way is asked, not assumed: a pooler may drop the settings
 * that keep a reader from writing.
 */
import type { Connection, ReadOnly, Sql } from '../client.ts';
import { connectionOptions, greet, openClient, READER_ROLE, readMark, requireUrl } from '../client.ts';
import { describeConnectionError, UnfitServerError, withCode } from '../connection-error.ts';
import { isSocketDirectory, parseConnectionUrl, splitHosts } from '../connection-url.ts';

export const READER_TIMEOUT_MS = 10_000;
/**
 * A session caches the plan of every statement text that it has run, about 0.2 MB each, without a limit.
 * Ending a session after forty seconds frees its plans.
 */
const READER_LIFETIME_SECONDS = 40;
/**
 * How often the server checks in mid-statement whether its client is still connected, so that it stops work
 * for a client that disconnected.
 */
const LOOK_FOR_CLIENT_MS = 2_000;

/** How a reader reaches its server. */
interface Way {
  readonly url: string;
  readonly schema: string;
  readonly max: number;
  readonly readOnly: ReadOnly;
  /** Through a pooler that gives each transaction another session. */
  readonly pooled: boolean;
  readonly plan: 'auto' | 'force_generic_plan';
}

/** What a session says of itself. */
interface Session {
  readonly user: string;
  readonly mark: string | null;
  readonly path: string;
  readonly read_only: boolean;
  readonly timeout: string;
  readonly may_write: boolean;
  /** There are tables, and it may not read them. */
  readonly is_blind: boolean;
  readonly replica: boolean;
}

/** `DATABASE_POOLER`. @throws Error naming the value */
function readPooled(env: NodeJS.ProcessEnv): boolean {
  const text = env['DATABASE_POOLER']?.trim() || 'none';
  if (text === 'none' || text === 'transaction') return text === 'transaction';
  throw new Error(
    `DATABASE_POOLER=${text} is not known: say transaction for a pooler in transaction mode, or leave it unset`,
  );
}

/** `DATABASE_PLAN`. @throws Error naming the value */
function readPlan(env: NodeJS.ProcessEnv): Way['plan'] {
  const text = env['DATABASE_PLAN']?.trim() || 'generic';
  if (text === 'auto') return 'auto';
  if (text === 'generic') return 'force_generic_plan';
  throw new Error(
    `DATABASE_PLAN=${text} is not known: say auto for plans made for each question, or leave it unset`,
  );
}

/** The reader's addresses, one for each host; only `undefined` where the owner's address is used. @throws Error */
export function readerAddresses(env: NodeJS.ProcessEnv): readonly (string | undefined)[] {
  const own = env['DATABASE_URL_READER']?.trim();
  if (!own) return [undefined];
  try {
    const addresses = splitHosts(own);
    addresses.forEach(parseConnectionUrl);
    return addresses;
  } catch (error) {
    throw new Error(`DATABASE_URL_READER: ${(error as Error).message}`, { cause: error });
  }
}

/** Connects as the reader: to the first of its hosts that can be reached. */
export async function connectReader(
  env: NodeJS.ProcessEnv,
  schema: string,
  max: number,
): Promise<Connection> {
  const shape = { schema, max, pooled: readPooled(env), plan: readPlan(env) };
  const addresses = readerAddresses(env);
  let last: unknown;
  for (const url of addresses) {
    if (url === undefined) continue;
    try {
      return await openReader({ ...shape, url, readOnly: 'reader-url' });
    } catch (error) {
      last = error;
    }
  }
  if (last)
    throw withCode(new Error(`DATABASE_URL_READER: ${(last as Error).message}`, { cause: last }), last);
  const url = requireUrl(env);
  const takesRole = !shape.pooled && (await mayTakeReaderRole(url, schema));
  if (takesRole) return openReader({ ...shape, url, readOnly: 'reader-role' });
  const warning =
    `the site reads with the owner's login, held back only by read-only transactions: ` +
    `set DATABASE_URL_READER, or let the owner take on the role ${READER_ROLE}`;
  return { ...(await openReader({ ...shape, url, readOnly: 'read-only-transactions' })), warning };
}

/** The settings of a session; none through a pooler, where the login brings them (`npm run grant-reader`). */
function settingsOf({ url, pooled, readOnly, plan }: Way): Record<string, string | number | boolean> {
  if (pooled) return {};
  return {
    ...(readOnly === 'reader-role' && { role: READER_ROLE }),
    statement_timeout: READER_TIMEOUT_MS,
    // In all three cases: a second lock beside the rights of the login.
    default_transaction_read_only: true,
    // Planning a question costs as much as answering it, and its plan does not depend on the areas in it.
    ...(plan === 'force_generic_plan' && { plan_cache_mode: plan }),
    ...(process.platform === 'linux' &&
      isSocketDirectory(parseConnectionUrl(url).host) && {
        client_connection_check_interval: LOOK_FOR_CLIENT_MS,
      }),
  };
}

async function openReader(way: Way): Promise<Connection> {
  const { url, schema, max, pooled, readOnly } = way;
  try {
    const { connection, ...options } = connectionOptions(url, schema);
    const { application_name, ...own } = connection;
    const sql = openClient({
      ...options,
      connection: { application_name, ...(pooled ? {} : own), ...settingsOf(way) },
      prepare: !pooled,
      max,
      max_lifetime: READER_LIFETIME_SECONDS,
    });
    try {
      const session = await readSession(sql, schema);
      assertReadOnly(session, way, own);
      return { sql, schema, readOnly, replica: session.replica };
    } catch (error) {
      await sql.end({ timeout: 0 });
      throw error;
    }
  } catch (error) {
    throw withCode(new Error(describeConnectionError(error, url), { cause: error }), error);
  }
}

/** Asks the catalogue alone: it must work for a login that may read nothing yet, and before there are tables. */
async function readSession(sql: Sql, schema: string): Promise<Session> {
  const question = sql<Session[]>`
    select current_user as user, current_setting('cotejo.session', true) as mark,
      current_setting('search_path') as path, current_setting('transaction_read_only') = 'on' as read_only,
      current_setting('statement_timeout') as timeout, pg_is_in_recovery() as replica,
      coalesce(has_schema_privilege(to_regnamespace(${schema}), 'create'), false) or exists (
        select from pg_class where relnamespace = to_regnamespace(${schema}) and relkind in ('r', 'p')
          and has_table_privilege(oid, 'insert, update, delete, truncate')) as may_write,
      exists (select from pg_class where relnamespace = to_regnamespace(${schema}) and relname = 'releases'
        and not (has_schema_privilege(relnamespace, 'usage') and has_table_privilege(oid, 'select'))) as is_blind`;
  const [session] = await greet(question);
  if (!session) throw new UnfitServerError('the server says nothing of its session');
  return session;
}

/** @throws {UnfitServerError} one line, where a session could write or is not what the site needs */
function assertReadOnly(
  session: Session,
  { schema, pooled, readOnly }: Way,
  sent: Record<string, string>,
): void {
  const { user, path, timeout } = session;
  if (!pooled && session.mark !== readMark(sent)) {
    throw new UnfitServerError(
      `a pooler in between drops the settings of a session, so that nothing keeps it from writing: set DATABASE_POOLER=transaction, or give the address of the server itself`,
    );
  }
  if (readOnly === 'reader-url' && session.may_write) {
    throw new UnfitServerError(
      `${user} may write to schema ${schema}; the site needs a login that only reads (npm run grant-reader -- NAME)`,
    );
  }
  if (session.is_blind) {
    throw new UnfitServerError(`${user} may not read schema ${schema}: npm run grant-reader -- ${user}`);
  }
  if (pooled) {
    const lacks = [
      path === schema ? '' : `search_path is ${path}`,
      session.read_only ? '' : 'transactions are not read-only',
      timeout === '0' ? 'statement_timeout is 0' : '',
    ].filter(Boolean);
    if (lacks.length === 0) return;
    throw new UnfitServerError(
      `${user} lacks its settings (${lacks.join(', ')}): npm run grant-reader -- ${user}`,
    );
  }
  const hasRole = readOnly !== 'reader-role' || user === READER_ROLE;
  if (hasRole && session.read_only && path === schema) return;
  throw new UnfitServerError(
    `the session of ${user} is not read-only in schema ${schema}; the server did not take its settings`,
  );
}

async function mayTakeReaderRole(url: string, schema: string): Promise<boolean> {
  const sql = openClient({ ...connectionOptions(url, schema), max: 1 });
  try {
    const question = sql<{ allowed: boolean }[]>`
      select pg_has_role(current_user, oid, case when current_setting('server_version_num')::int >= 160000
        then 'SET' else 'MEMBER' end) as allowed from pg_roles where rolname = ${READER_ROLE}`;
    return (await greet(question))[0]?.allowed === true;
  } catch (error) {
    throw withCode(new Error(describeConnectionError(error, url), { cause: error }), error);
  } finally {
    await sql.end({ timeout: 0 });
  }
}
