// The peer of a CSV file: psql, which copies the rows of a statement out of Postgres as `\copy` does. Where there
// is no psql, the driver does it.

import { execFile } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { isSocketDirectory, parseConnectionUrl } from '#db/connection-url.ts';
import { connect, readSchema } from '#db/connect.ts';

/** Who copies. */
export type Copier = 'psql' | 'driver';

const psql = (args: readonly string[], env: Record<string, string>, input: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = execFile('psql', args, { env: { ...process.env, ...env } }, (error, said) =>
      error ? reject(error) : resolve(said),
    );
    child.stdin?.on('error', reject);
    child.stdin?.end(input);
  });

/** Whether there is a psql to measure against. */
export const findCopier = (): Promise<Copier> =>
  psql(['--version'], {}, '').then(
    () => 'psql',
    () => 'driver',
  );

/** Milliseconds that it takes to copy the rows of a query out and throw them away. */
export async function copyOut(
  copier: Copier,
  query: string,
  options: string,
  env: Record<string, string>,
): Promise<number> {
  const statement = `copy (${query}) to stdout ${options}`;
  if (copier === 'driver') return copyByDriver(statement, env);
  const place = parseConnectionUrl(env['DATABASE_URL_READER'] ?? env['DATABASE_URL'] ?? '');
  const input = `set search_path = ${readSchema()};\n\\timing on\n${statement} \\g /dev/null\n`;
  const said = await psql(
    ['--no-psqlrc', '--quiet', '--set', 'ON_ERROR_STOP=1'],
    {
      PGHOST: place.host,
      PGPORT: String(place.port),
      PGDATABASE: place.database,
      PGUSER: place.user,
      PGPASSWORD: place.password,
      ...(isSocketDirectory(place.host) ? {} : { PGSSLMODE: place.sslMode ?? 'prefer' }),
    },
    input,
  );
  const [, ms] = /Time: ([\d.]+) ms/.exec(said) ?? [];
  if (ms === undefined) throw new Error(`psql said no time: ${said.slice(0, 200)}`);
  return Number(ms);
}

async function copyByDriver(statement: string, env: Record<string, string>): Promise<number> {
  const { sql } = await connect({ as: 'reader', max: 1, env: { ...process.env, ...env } });
  try {
    await sql`select 1`;
    const since = performance.now();
    const rows = await sql.unsafe(statement).readable();
    for await (const _ of rows);
    return performance.now() - since;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A value as it stands in the text of a statement: COPY takes no parameters. */
function literal(value: unknown): string {
  if (Array.isArray(value)) {
    const items = value.map((item) =>
      typeof item === 'number' ? String(item) : `"${String(item).replace(/["\\]/g, '\\$&')}"`,
    );
    return literal(`{${items.join(',')}}`);
  }
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
}

/** A statement with its parameters written into it. @example inlined({ text: 'select $1::int', parameters: [1] }) === 'select 1::int' */
export const inlined = ({
  text,
  parameters,
}: {
  readonly text: string;
  readonly parameters: readonly unknown[];
}): string => text.replace(/\$(\d+)/g, (_, n: string) => literal(parameters[Number(n) - 1]));
