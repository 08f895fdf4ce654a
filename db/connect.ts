// The only file that makes PostgreSQL clients. There are two kinds: the owner writes, the reader cannot. On
// any server (embedded or from `DATABASE_URL`), every session has our schema as its search path.

import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { withCheckedResults } from './checked-results.ts';
import { describeConnectionError, UnfitServerError } from './connection-error.ts';
import { isSocketDirectory, parseConnectionUrl, type ConnectionUrl } from './connection-url.ts';

/** The read-only role, on servers where we may create a role. */
export const READER_ROLE = 'cotejo_reader';
/** The schema when `DATABASE_SCHEMA` is not set. */
export const DEFAULT_SCHEMA = 'cotejo';

const OLDEST_SERVER = 15;
const READER_TIMEOUT_MS = 10_000;
const GREETING_MS = 12_000;
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
/**
 * How long a lost connection waits before it is made again. The driver's own pause grows to twenty seconds, and
 * questions wait it out although the database is back.
 */
const RECONNECT_SECONDS = 0.1;

/** Value conversions where the driver's own conversion would lose information. */
const TYPES = {
  count: { to: 20, from: [20], serialize: (value: number | bigint) => String(value), parse: parseCount },
  // A day has no time and no zone, and may be infinite: it stays the text from the server.
  day: { to: 1082, from: [1082], serialize: (value: string) => value, parse: (text: string) => text },
};

/** A client of the database; {@link connect} makes them. */
export type Sql = postgres.Sql<{ count: number; day: string }>;

/** What prevents a reader from writing. */
export type ReadOnly = 'reader-url' | 'reader-role' | 'read-only-transactions';

/** A client and its rights. `readOnly` is absent for the owner. */
export interface Connection {
  sql: Sql;
  schema: string;
  readOnly?: ReadOnly;
  /** A warning for the health page and the log. */
  warning?: string;
}

function parseCount(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(`${text} is too large to be held exactly as a number; cast it to text in the query`);
}

/**
 * Reads `DATABASE_SCHEMA`, which must be a plain identifier because it is written into statements.
 *
 * @throws {Error} naming the value
 */
export function readSchema(env: NodeJS.ProcessEnv = process.env): string {
  const schema = env['DATABASE_SCHEMA']?.trim() || DEFAULT_SCHEMA;
  if (/^(?!pg_)[a-z_][a-z0-9_]{0,62}$/.test(schema)) return schema;
  throw new Error(
    `DATABASE_SCHEMA=${schema} is not a plain identifier: lower-case letters, digits and _, not beginning with pg_`,
  );
}

/**
 * The driver's options for an address: host, login, and the settings of every session. With `role` the
 * session has that role from its first statement.
 */
export function connectionOptions(url: string, schema: string, role?: string) {
  const place = parseConnectionUrl(url);
  return {
    ...(isSocketDirectory(place.host)
      ? { host: place.host, port: place.port, path: `${place.host}/.s.PGSQL.${place.port}` }
      : { host: place.host, port: place.port }),
    database: place.database,
    username: place.user,
    password: place.password,
    ssl: chooseTls(place),
    connect_timeout: 10,
    backoff: () => RECONNECT_SECONDS,
    types: TYPES,
    onnotice: () => undefined,
    connection: { search_path: schema, application_name: 'cotejo', ...(role ? { role } : {}) },
  };
}

/** The TLS mode of the address. If it states none, TLS is tried for remote hosts, as in libpq. */
function chooseTls(
  place: ConnectionUrl,
): false | 'prefer' | 'allow' | 'require' | 'verify-full' | { ca: string } {
  if (isSocketDirectory(place.host) || place.sslMode === 'disable') return false;
  if (place.sslRootCertificate && place.sslRootCertificate !== 'system') {
    return { ca: readFileSync(place.sslRootCertificate, 'utf8') };
  }
  if (place.sslMode === 'verify-ca' || place.sslRootCertificate) return 'verify-full';
  if (place.sslMode) return place.sslMode;
  return ['localhost', '127.0.0.1', '::1'].includes(place.host) ? false : 'prefer';
}

/** A driver client whose results are checked before the caller receives them. */
const openClient = (options: postgres.Options<typeof TYPES>): Sql => withCheckedResults(postgres(options));

/** A client with the login in the address; for the launcher, which is neither owner nor reader. */
export function openAt(
  url: string,
  settings: { max: number; schema?: string; patienceSeconds?: number },
): Sql {
  const options = connectionOptions(url, settings.schema ?? DEFAULT_SCHEMA);
  return openClient({ ...options, max: settings.max, connect_timeout: settings.patienceSeconds ?? 10 });
}

/**
 * Connects as the owner (`DATABASE_URL`) or as the reader. The reader is, in this order: the login in
 * `DATABASE_URL_READER`; the owner's login with the role `cotejo_reader`, if it may use that role; the
 * owner's login in read-only transactions, with a warning.
 *
 * @throws {Error} one clear line, without the password, when the server cannot be reached or is too old
 * @example const { sql } = await connect({ as: 'owner' });
 */
export async function connect(options: {
  as: 'owner' | 'reader';
  max?: number;
  env?: NodeJS.ProcessEnv;
}): Promise<Connection> {
  const env = options.env ?? process.env;
  const schema = readSchema(env);
  if (options.as === 'reader') return connectReader(env, schema, options.max ?? 10);
  const url = requireUrl(env);
  return explained(url, async () => {
    const sql = openClient({ ...connectionOptions(url, schema), max: options.max ?? 4 });
    try {
      await assertServer(sql);
    } catch (error) {
      await sql.end({ timeout: 0 });
      throw error;
    }
    return { sql, schema };
  });
}

async function connectReader(env: NodeJS.ProcessEnv, schema: string, max: number): Promise<Connection> {
  const own = env['DATABASE_URL_READER']?.trim();
  if (own) {
    try {
      return { sql: openReader(own, schema, max), schema, readOnly: 'reader-url' };
    } catch (error) {
      throw new Error(`DATABASE_URL_READER: ${describeConnectionError(error, own)}`, { cause: error });
    }
  }
  const url = requireUrl(env);
  return explained(url, async () => {
    if (await mayTakeReaderRole(url, schema)) {
      return { sql: openReader(url, schema, max, READER_ROLE), schema, readOnly: 'reader-role' };
    }
    return {
      sql: openReader(url, schema, max),
      schema,
      readOnly: 'read-only-transactions',
      warning:
        `the site reads with the owner's login, held back only by read-only transactions: ` +
        `set DATABASE_URL_READER, or let the owner take on the role ${READER_ROLE}`,
    };
  });
}

function openReader(url: string, schema: string, max: number, role?: string): Sql {
  const options = connectionOptions(url, schema, role);
  const connection = {
    ...options.connection,
    statement_timeout: READER_TIMEOUT_MS,
    // In all three cases, because a separate reader login may turn out to be able to write.
    default_transaction_read_only: true,
    // Planning a question costs as much as answering it, and its plan does not depend on the areas in it.
    plan_cache_mode: 'force_generic_plan',
    ...(process.platform === 'linux' && isSocketDirectory(parseConnectionUrl(url).host)
      ? { client_connection_check_interval: LOOK_FOR_CLIENT_MS }
      : {}),
  };
  return openClient({ ...options, connection, max, max_lifetime: READER_LIFETIME_SECONDS });
}

async function mayTakeReaderRole(url: string, schema: string): Promise<boolean> {
  const sql = openClient({ ...connectionOptions(url, schema), max: 1 });
  try {
    const right = (await serverVersion(sql)) >= 16 ? 'SET' : 'MEMBER';
    const rows = await sql`
      select pg_has_role(current_user, oid, ${right}) as allowed from pg_roles where rolname = ${READER_ROLE}`;
    return rows[0]?.['allowed'] === true;
  } finally {
    await sql.end({ timeout: 0 });
  }
}

/**
 * Refuses a server older than PostgreSQL 15.
 *
 * @throws {UnfitServerError} naming the server's version
 */
async function assertServer(sql: Sql): Promise<void> {
  const version = await serverVersion(sql);
  if (version < OLDEST_SERVER) {
    throw new UnfitServerError(`the server is PostgreSQL ${version}; Cotejo needs ${OLDEST_SERVER} or newer`);
  }
}

/** The first query to any server. */
async function serverVersion(sql: Sql): Promise<number> {
  const question = sql`select current_setting('server_version_num')::int / 10000 as major`;
  // The driver retries for ever if a host accepts and closes connections, such as a tunnel or a load balancer
  // without a server behind it.
  let clock: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error('no answer'), { code: 'CONNECT_TIMEOUT' });
    clock = setTimeout(() => reject(error), GREETING_MS);
  });
  try {
    const rows = await Promise.race([question, silence]);
    return Number(rows[0]?.['major']);
  } finally {
    clearTimeout(clock);
  }
}

function requireUrl(env: NodeJS.ProcessEnv): string {
  const url = env['DATABASE_URL']?.trim();
  if (url) return url;
  throw new Error(
    'DATABASE_URL is not set: npm start sets it for what it runs; elsewhere give postgres://...',
  );
}

async function explained<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Error(describeConnectionError(error, url), { cause: error });
  }
}
