// `npm run stop`: ends what this checkout runs, the site first and then the embedded databases.

import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stopEmbedded } from '#db/embedded/lease.ts';
import { messageOf } from '../terminal/user-error.ts';
import { findServing } from '../server/claim.ts';
import { readLock } from '../lock.mjs';

const DATABASES = ['pg18', 'pg18-test'] as const;
/** What a command gives itself to clean up, beside the time that its site gives its askers. */
const PATIENCE_MS = 12_000;

/** Asks the site to end and waits for it; with a `DATABASE_URL` no lease on an embedded database names it. */
async function stopSite(root: string): Promise<void> {
  const found = findServing(root);
  if (!found) return;
  const { note, serving } = found;
  const { pid } = serving;
  console.log(`asking process ${pid} to end, which serves ${String(serving['address'])}`);
  try {
    process.kill(pid, 'SIGTERM');
  } catch (error) {
    console.log(`process ${pid} cannot be asked: ${messageOf(error)}`);
    return;
  }
  const patience = PATIENCE_MS + (Number(serving['closingMs']) || 0);
  for (const until = Date.now() + patience; readLock(note)?.pid === pid; await sleep(50)) {
    if (Date.now() > until) {
      console.log(`process ${pid} does not end`);
      return;
    }
  }
  console.log('the site: stopped');
}

/** Stops the site and the other commands that use an embedded database, then the database; says what ran. */
export async function main(_argv: string[]): Promise<number> {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  await stopSite(root);
  const report = (step: string) => console.log(step);
  for (const name of DATABASES) {
    const result = await stopEmbedded({ root, name, report });
    console.log(`the embedded database ${name}: ${result}`);
  }
  return 0;
}
