// `npm run serve`: a web process alone. It has the reader's address and nothing else, so it can neither migrate nor
// publish: another machine does that with `npm start`.

import { buildIfStale, describeBuild } from './build.ts';
import { defineCommand } from '../terminal/command.ts';
import { showProgress } from '../terminal/progress.ts';
import { listenHere } from '../server/listen.ts';
import { assertPortFree } from '../server/port.ts';
import { greetReader, readWebSettings, setProduction } from '../server/reader-alone.ts';
import { formatAddress } from '../server/settings.ts';
import { closeServer } from '../server/wait-until-up.ts';

const USAGE = `npm run serve [-- --help]

Serves the data of a database that another machine fills, with the reader's address alone:

  DATABASE_URL_READER  postgres://web@db1,db2/cotejo: one host or several, primary or standbys
  DATABASE_POOLER      transaction, if the address is that of a pooler in transaction mode
  DATABASE_POOL_MAX    the most connections of this process (15)
  HOST, PORT, PUBLIC_ORIGIN, TRUST_PROXY, STOP_SECONDS  as for npm start

Until a release is published there, every address but /livez is 503. docs/many-machines.md says more.`;

async function run(_line: unknown, stop: AbortSignal): Promise<number> {
  setProduction();
  const root = process.cwd();
  const where = readWebSettings();
  const progress = showProgress();
  await assertPortFree(where);
  await progress.step('reader', greetReader, (said) => said);
  const build = await progress.step('build', (report) => buildIfStale({ root, report, stop }), describeBuild);
  stop.throwIfAborted();
  const server = await progress.step(
    'serve',
    () => listenHere(root, where, build),
    () => 'ready',
  );
  progress.say(`\n${formatAddress(where)}`);
  await new Promise<void>((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => resolve());
  });
  await closeServer(server);
  return 0;
}

export const main = defineCommand({ name: 'serve', usage: USAGE, options: {}, run });
