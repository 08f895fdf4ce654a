// `npm start`: from a checkout to a site that answers. Cheap refusals come first, so that nobody waits a
// minute to hear that the port is taken.

import { pathToFileURL } from 'node:url';
import { buildIfStale, describeBuild } from './build.ts';
import { UserError } from '../terminal/user-error.ts';
import { openDatabase } from '../database/database.ts';
import { claimCheckout } from '../server/claim.ts';
import { assertPortFree, describeListenError } from '../server/port.ts';
import { showProgress } from '../terminal/progress.ts';
import { closeServer, closingTime, type Serve } from '../server/wait-until-up.ts';
import {
  assertRoom,
  formatAddress,
  readAddress,
  readPublicOrigin,
  readProxies,
  readRoom,
  type ServerAddress,
} from '../server/settings.ts';
import { hashBuildInputs, isFresh, serverBundle } from '../build/stale.ts';

/** Loads the bundle; after a build in this process not the one that was loaded before it. */
function loadServer(root: string, build: 'fresh' | 'built'): Promise<{ serve: Serve }> {
  return import(`${pathToFileURL(serverBundle(root)).href}?${build}`) as Promise<{ serve: Serve }>;
}

async function listen(root: string, where: ServerAddress, build: 'fresh' | 'built') {
  const { serve } = await loadServer(root, build);
  try {
    return await serve(where);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // The system's codes are one word (EADDRINUSE); those of Node and of libraries have more.
    if (!/^E[A-Z]+$/.test(code)) throw error;
    throw new UserError(describeListenError(error as NodeJS.ErrnoException, where));
  }
}

/** Waits until we are told to stop, or the database cannot be kept running: then it is the reason. */
function untilOver(
  database: Awaited<ReturnType<typeof openDatabase>>,
  stop: AbortSignal,
): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const report = (line: string): void => console.error(`${new Date().toISOString()} ${line}`);
    if (stop.aborted) return resolve(undefined);
    stop.addEventListener('abort', () => resolve(undefined));
    database.keep({ report, giveUp: resolve });
  });
}

/** `npm start`. */
export async function main(_argv: string[], stop: AbortSignal): Promise<number> {
  // React chooses its build when it is first loaded; nothing may load it before this line.
  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', COTEJO_SERVER: '1' });
  // The loader of our own files turned them on; reading those of all that Next loads takes a sixth of a start.
  process.setSourceMapsEnabled(false);
  const root = process.cwd();
  const where = readAddress(process.env);
  const address = formatAddress(where);
  process.env['PUBLIC_ORIGIN'] = readPublicOrigin(process.env, where);
  readProxies(process.env);
  assertRoom(readRoom());
  const progress = showProgress();
  const claim = await claimCheckout(root, address);
  try {
    await assertPortFree(where);
    // Loaded while the database starts; if that fails, it is loaded again where the failure is told.
    if (isFresh(root, hashBuildInputs(root))) loadServer(root, 'fresh').catch(() => undefined);
    const database = await openDatabase({ root, progress, stop });
    try {
      const build = await progress.step(
        'build',
        (report) => buildIfStale({ root, report, stop }),
        describeBuild,
      );
      stop.throwIfAborted();
      const server = await progress.step(
        'serve',
        () => listen(root, where, build),
        () => 'ready',
      );
      claim.write({ address, ready: true, closingMs: closingTime() });
      progress.say(`\n${address}`);
      const lost = await untilOver(database, stop);
      await closeServer(server);
      // For a supervisor, which starts what ends badly.
      if (lost) throw new UserError(lost.message);
    } finally {
      await database.release();
    }
  } finally {
    claim.release();
  }
  return 0;
}
