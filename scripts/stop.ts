// `npm run stop`: ends what this checkout runs, the site first and then the embedded databases.

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopEmbedded } from '#db/embedded/lease.ts';

const DATABASES = ['pg18', 'pg18-test'] as const;

/** Stops the commands that use an embedded database, then the database; says what was running. */
export async function main(_argv: string[]): Promise<number> {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const report = (step: string) => console.log(step);
  for (const name of DATABASES) {
    const result = await stopEmbedded({ root, name, report });
    console.log(`the embedded database ${name}: ${result}`);
  }
  return 0;
}
