/**
 * What a login needs to be the reader: the rights of `cotejo_reader`, and the settings of its sessions. A pooler in
 * transaction mode passes no settings on, so the login itself must bring them.
 */
import type { Sql } from '../client.ts';
import { READER_ROLE } from '../client.ts';
import { READER_TIMEOUT_MS } from './reader.ts';

const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The statements, in order; each may be run again. */
export function grantStatements(login: string, database: string, schema: string): readonly string[] {
  const settings = {
    search_path: schema,
    statement_timeout: String(READER_TIMEOUT_MS),
    default_transaction_read_only: 'on',
  };
  return [
    `grant ${READER_ROLE} to ${name(login)}`,
    ...Object.entries(settings).map(
      ([setting, value]) =>
        `alter role ${name(login)} in database ${name(database)} set ${setting} = '${value}'`,
    ),
  ];
}

/** Whether there is a role of this name that may log in. */
export async function mayLogIn(sql: Sql, login: string): Promise<boolean> {
  const rows = await sql`select from pg_roles where rolname = ${login} and rolcanlogin`;
  return rows.length > 0;
}

/** Runs the statements, all or none. @throws whatever the server refuses */
export async function grantReader(sql: Sql, statements: readonly string[]): Promise<void> {
  await sql.begin(async (transaction) => {
    for (const statement of statements) await transaction.unsafe(statement);
  });
}
