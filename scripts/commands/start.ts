// `npm start`: from a checkout to a running site. Fast checks come first, so that the user does not wait a
// minute to learn that the port is taken.

import { buildIfStale, describeBuild } from './build.ts';
import { UserError } from '../terminal/user-error.ts';
import { openDatabase } from '../database/database.ts';
import { claimCheckout } from '../server/claim.ts';
import { listenHere, loadServer } from '../server/listen.ts';
import { assertPortFree } from '../server/port.ts';
import { publishMeanwhile } from '../server/publish-meanwhile.ts';
import { showProgress, type ReportStep } from '../terminal/progress.ts';
import { closeServer, closingTime } from '../server/wait-until-up.ts';
import {
  assertRoom,
  formatAddress,
  readAddress,
  readPublicOrigin,
  readProxies,
  readRoom,
} from '../server/settings.ts';
import { hashBuildInputs, isFresh } from '../build/stale.ts';

/**
 * Waits until the process is told to stop, the database cannot be kept running, or the releases that were left for
 * now cannot be published: then returns the reason.
 */
async function untilOver(
  root: string,
  database: Awaited<ReturnType<typeof openDatabase>>,
  stop: AbortSignal,
): Promise<Error | undefined> {
  const report = (line: string): void => console.error(`${new Date().toISOString()} ${line}`);
  const over = new AbortController();
  const ended = AbortSignal.any([stop, over.signal]);
  let publishing: Promise<void> = Promise.resolve();
  const reason = await new Promise<Error | undefined>((resolve) => {
    if (stop.aborted) return resolve(undefined);
    stop.addEventListener('abort', () => resolve(undefined));
    database.keep({ report, giveUp: resolve });
    const releases = database.postponed;
    if (releases.length > 0)
      publishing = publishMeanwhile({ root, releases, report, stop: ended }).catch(resolve);
  });
  over.abort();
  await publishing;
  return reason;
}

/**
 * Builds, if the build is stale, while the database starts and loads its releases: on a new machine both take
 * about as long. Progress is shown once `finish` is called.
 */
function startBuilding(root: string, stop: AbortSignal) {
  const given = new AbortController();
  let report: ReportStep = () => undefined;
  const build = buildIfStale({
    root,
    report: (line) => report(line),
    stop: AbortSignal.any([stop, given.signal]),
  });
  // `finish` reports this error; if it is never called, the error no longer matters.
  build.catch(() => undefined);
  return {
    finish: (show: ReportStep): Promise<'fresh' | 'built'> => {
      report = show;
      return build;
    },
    abandon: async (): Promise<void> => {
      given.abort();
      await build.catch(() => undefined);
    },
  };
}

/** `npm start`. */
export async function main(_argv: string[], stop: AbortSignal): Promise<number> {
  // React chooses its build when it is first loaded; nothing may load it before this line.
  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', COTEJO_SERVER: '1' });
  // The loader of our own files enabled them; reading the maps of everything that Next loads takes a sixth of
  // a start.
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
    // Loaded while the database starts; if that fails, it is loaded again where the error is reported.
    if (isFresh(root, hashBuildInputs(root))) loadServer(root, 'fresh').catch(() => undefined);
    const building = startBuilding(root, stop);
    const database = await openDatabase({ root, progress, stop, mayPostpone: true }).catch(
      async (error: unknown) => {
        await building.abandon();
        throw error;
      },
    );
    try {
      const build = await progress.step('build', (report) => building.finish(report), describeBuild);
      stop.throwIfAborted();
      const server = await progress.step(
        'serve',
        () => listenHere(root, where, build),
        () => 'ready',
      );
      claim.write({ address, ready: true, closingMs: closingTime() });
      progress.say(`\n${address}`);
      const lost = await untilOver(root, database, stop);
      await closeServer(server);
      // For a supervisor, which restarts a process that ends with an error.
      if (lost) throw new UserError(lost.message);
    } finally {
      await database.release();
    }
  } finally {
    claim.release();
  }
  return 0;
}
