import { afterAll, inject } from 'vitest';
import { closeReader } from '#app/_data/pool.ts';
import { openAt, type Sql } from '#db/connect.ts';
import { createTestDatabase } from '#scripts/database/test-server.ts';

/** The database of a test file. */
export interface TestDatabase {
  /** A client of the owner; closed automatically. */
  sql: Sql;
  /** The owner's address; also in `DATABASE_URL` from now on. */
  url: string;
  /** The reader's address, on the embedded server; also in `DATABASE_URL_READER`. */
  reader?: string;
}

let made = 0;

/**
 * A fresh copy of the migrated database with every release in it (or, with `empty`, an empty database), for
 * this file alone. Call it at the top of a test file or in a `beforeAll`; its connections are closed at the
 * end.
 *
 * @example
 * const { sql } = await testDatabase();
 * test('there is a release', async () => expect(await sql`select 1 from releases`).not.toHaveLength(0));
 */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const server = inject('testServer');
  if ('unavailable' in server) throw new Error(`no database to test on: ${server.unavailable}`);
  made += 1;
  const { url, reader } = await createTestDatabase(server, `${process.pid}_${made}`, options);
  process.env['DATABASE_URL'] = url;
  if (reader) process.env['DATABASE_URL_READER'] = reader;
  else delete process.env['DATABASE_URL_READER'];
  const sql = openAt(url, { max: 4 });
  // The site's pool too, if the file used it: a database with open sessions cannot be dropped.
  afterAll(() => Promise.all([sql.end({ timeout: 2 }), closeReader()]));
  return { sql, url, ...(reader ? { reader } : {}) };
}
