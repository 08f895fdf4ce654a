/** Connections as the owner, which writes, or as the reader, which cannot. */

import {
  connectionOptions,
  DEFAULT_SCHEMA,
  greet,
  MARK,
  openClient,
  readMark,
  requireUrl,
  type Connection,
  type Sql,
} from './client.ts';
import { describeConnectionError, UnfitServerError, withCode } from './connection-error.ts';
import { connectReader } from './reader/reader.ts';

export { connectionOptions, DEFAULT_SCHEMA, openAt, READER_ROLE } from './client.ts';
export type { Connection, Sql } from './client.ts';

const OLDEST_SERVER = 15;

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
    const settings = connectionOptions(url, schema);
    const sql = openClient({ ...settings, max: options.max ?? 4 });
    try {
      await assertServer(sql, readMark(settings.connection));
    } catch (error) {
      await sql.end({ timeout: 0 });
      throw error;
    }
    return { sql, schema };
  });
}

/**
 * Refuses a server older than PostgreSQL 15, and a pooler: locks and temporary tables of the owner belong to a
 * session, and a pooler gives each transaction another one.
 *
 * @throws {UnfitServerError} naming the server's version, or the pooler
 */
async function assertServer(sql: Sql, mark: string | undefined): Promise<void> {
  const question = sql<{ major: number; mark: string | null }[]>`
    select current_setting('server_version_num')::int / 10000 as major, current_setting(${MARK}, true) as mark`;
  const [server] = await greet(question);
  const version = Number(server?.major);
  if (version < OLDEST_SERVER) {
    throw new UnfitServerError(`the server is PostgreSQL ${version}; Cotejo needs ${OLDEST_SERVER} or newer`);
  }
  if (server?.mark !== mark) {
    throw new UnfitServerError(
      'a pooler stands in between, and the owner needs a session of its own: give the address of the server itself',
    );
  }
}

async function explained<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withCode(new Error(describeConnectionError(error, url), { cause: error }), error);
  }
}
