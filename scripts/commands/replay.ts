// `npm run replay`: publishes the releases of this checkout that its database lacks.

import { openDatabase } from '../database/database.ts';
import { defineCommand } from '../terminal/command.ts';
import { showProgress } from '../terminal/progress.ts';

const USAGE = `npm run replay [-- --help]

Publishes the releases of this checkout, and of your own data, that the database does not have yet (DATABASE_URL, or
the embedded one). npm start does the same; a site that is running shows each release as soon as it is published.`;

async function run(_line: unknown, stop: AbortSignal): Promise<number> {
  const database = await openDatabase({ root: process.cwd(), progress: showProgress(), stop });
  await database.release();
  return 0;
}

export const main = defineCommand({ name: 'replay', usage: USAGE, options: {}, run });
