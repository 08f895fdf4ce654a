// `npm run reset`: back to an empty database. The embedded database is removed with its directory; on the
// user's own server only our schemas are dropped, and only with `--yes`.

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, readSchema } from '#db/connect.ts';
import { parseConnectionUrl } from '#db/connection-url.ts';
import { removeEmbedded } from '#db/embedded/lease.ts';
import { viewSchema } from '#db/publish/views.ts';

const DATABASES = ['pg18', 'pg18-test'] as const;

/** All our schemas: the tables, and the readable views made from them. */
const ourSchemas = (schema: string): string[] => [schema, viewSchema(schema)];

/** Empties the database; exit code 1 if `--yes` is needed and was not given. */
export async function main(argv: string[]): Promise<number> {
  const url = process.env['DATABASE_URL']?.trim();
  return url ? resetServer(url, argv.includes('--yes')) : resetEmbedded();
}

async function resetEmbedded(): Promise<number> {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  for (const name of DATABASES) {
    const result = await removeEmbedded({ root, name, report: (step) => console.log(step) });
    console.log(`the embedded database ${name}: ${result}`);
  }
  return 0;
}

async function resetServer(url: string, agreed: boolean): Promise<number> {
  const { host, port, database } = parseConnectionUrl(url);
  const schemas = ourSchemas(readSchema(process.env));
  console.log(`DATABASE_URL is host ${host}, port ${port}, database ${database}`);
  if (!agreed) {
    console.error(
      `This drops the schemas ${schemas.join(' and ')} there, with all they hold. If you mean it: npm run reset -- --yes`,
    );
    return 1;
  }
  const { sql } = await connect({ as: 'owner', max: 1 });
  try {
    await sql.begin(async (tx) => {
      for (const schema of schemas) await tx`drop schema if exists ${tx(schema)} cascade`;
    });
  } finally {
    await sql.end();
  }
  console.log(`dropped the schemas ${schemas.join(' and ')}`);
  return 0;
}
