// The only file that makes PostgreSQL clients. There are two kinds: the owner writes, the reader cannot. On
// any server (embedded or from `DATABASE_URL`), every session has our schema as its search path.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { withCheckedResults } from './checked-results.ts';
import { isSocketDirectory, parseConnectionUrl, type ConnectionUrl } from './connection-url.ts';

/** The read-only role, on servers where we may create a role. */
export const READER_ROLE = 'cotejo_reader';
/** The schema when `DATABASE_SCHEMA` is not set. */
export const DEFAULT_SCHEMA = 'cotejo';

const GREETING_MS = 9_000;
const CONNECT_SECONDS = 8;
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
  /** Whether the server is a standby; of a reader only. */
  replica?: boolean;
  /** A warning for the health page and the log. */
  warning?: string;
}

function parseCount(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(`${text} is too large to be held exactly as a number; cast it to text in the query`);
}

/** A setting of ours that means nothing to the server. A session that does not have it lost its settings on the way. */
export const MARK = 'cotejo.session';

/** The mark among the settings of a session. */
export const readMark = (settings: Readonly<Record<string, string>>): string | undefined => settings[MARK];

/** The driver's options for an address: host, login, and the settings of every session. */
export function connectionOptions(url: string, schema: string) {
  const place = parseConnectionUrl(url);
  return {
    ...(isSocketDirectory(place.host)
      ? { host: place.host, port: place.port, path: `${place.host}/.s.PGSQL.${place.port}` }
      : { host: place.host, port: place.port }),
    database: place.database,
    username: place.user,
    password: place.password,
    ssl: chooseTls(place),
    connect_timeout: CONNECT_SECONDS,
    backoff: () => RECONNECT_SECONDS,
    types: TYPES,
    onnotice: () => undefined,
    connection: { search_path: schema, application_name: 'cotejo', [MARK]: randomBytes(6).toString('hex') },
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
export const openClient = (options: postgres.Options<typeof TYPES>): Sql =>
  withCheckedResults(postgres(options));

/** A client with the login in the address; for the launcher, which is neither owner nor reader. */
export function openAt(
  url: string,
  settings: { max: number; schema?: string; patienceSeconds?: number },
): Sql {
  const options = connectionOptions(url, settings.schema ?? DEFAULT_SCHEMA);
  return openClient({
    ...options,
    max: settings.max,
    connect_timeout: settings.patienceSeconds ?? CONNECT_SECONDS,
  });
}

/**
 * The first question to a server. The driver retries for ever if a host accepts and closes connections, such as a
 * tunnel or a load balancer without a server behind it.
 */
export async function greet<Row>(question: Promise<readonly Row[]>): Promise<readonly Row[]> {
  let clock: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error('no answer'), { code: 'CONNECT_TIMEOUT' });
    clock = setTimeout(() => reject(error), GREETING_MS);
  });
  try {
    return await Promise.race([question, silence]);
  } finally {
    clearTimeout(clock);
  }
}

/** The owner's address. @throws Error where it is not set */
export function requireUrl(env: NodeJS.ProcessEnv): string {
  const url = env['DATABASE_URL']?.trim();
  if (url) return url;
  throw new Error(
    'DATABASE_URL is not set: npm start sets it for what it runs; elsewhere give postgres://...',
  );
}
