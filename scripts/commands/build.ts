// `npm run build`: the site (Next, into `.next`) and the server (esbuild, into `.cotejo/build`). An
// unfinished or failed build has no stamp, so it is never taken for a finished one.

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isUsable } from '#db/embedded/place.ts';
import { bundleServer } from '../build/bundle.ts';
import { runNode } from '../server/child-process.ts';
import { findServing } from '../server/claim.ts';
import { UserError, messageOf } from '../terminal/user-error.ts';
import { waitForLock } from '../lock.mjs';
import { showProgress, type ReportStep } from '../terminal/progress.ts';
import {
  buildFolder,
  buildStamp,
  hashBuildInputs,
  isFresh,
  readBuildId,
  serverBundle,
} from '../build/stale.ts';

interface Build {
  root: string;
  report: ReportStep;
  stop: AbortSignal;
  /** Build even if the last build is fresh. */
  force?: boolean;
}

/** The result, for the step's line. */
export function describeBuild(result: 'fresh' | 'built'): string {
  return result === 'fresh' ? 'up to date' : 'built';
}

/**
 * Builds unless the build is fresh; if two builds start at once, the second waits and finds a fresh build.
 */
export async function buildIfStale({ root, report, stop, force = false }: Build): Promise<'fresh' | 'built'> {
  if (!force && isFresh(root, hashBuildInputs(root))) return 'fresh';
  if (!isUsable(join(root, '.cotejo'))) {
    throw new UserError(
      `There is no up-to-date build, and ${root} is not writable. Run npm run build as a user who can write there.`,
    );
  }
  const lock = await waitForLock(join(root, '.cotejo/build.lock'), {
    stop,
    waiting: (pid) => report(`waiting for process ${pid}, which is building`),
  });
  try {
    const inputs = hashBuildInputs(root);
    if (!force && isFresh(root, inputs)) return 'fresh';
    mkdirSync(buildFolder(root), { recursive: true });
    rmSync(buildStamp(root), { force: true });
    await buildSite(root, report, stop);
    report('bundling the server');
    await bundleServer(root, serverBundle(root)).catch((error: unknown) => {
      throw new UserError(`The server could not be bundled.\n${messageOf(error)}`);
    });
    const stamp = { inputs, build: readBuildId(root) };
    writeFileSync(`${buildStamp(root)}.draft`, JSON.stringify(stamp));
    renameSync(`${buildStamp(root)}.draft`, buildStamp(root));
    return 'built';
  } finally {
    lock.release();
  }
}

async function buildSite(root: string, report: ReportStep, stop: AbortSignal): Promise<void> {
  report('next build');
  const { code, output } = await runNode({
    args: [join(root, 'node_modules/next/dist/bin/next'), 'build'],
    cwd: root,
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    print: 'pipe',
    stop,
    onLine: (line) => report(`next build: ${line}`),
  });
  stop.throwIfAborted();
  if (code !== 0)
    throw new UserError(
      `${output.trimEnd()}\n\nThe site could not be built; the error message of Next.js is above.`,
    );
}

/** `npm run build`. */
export async function main(_argv: string[], stop: AbortSignal): Promise<number> {
  const root = process.cwd();
  const progress = showProgress();
  const serving = findServing(root)?.serving;
  if (serving)
    progress.say(`A server runs from this checkout (process ${serving.pid}): restart it after the build.`);
  await progress.step('build', (report) => buildIfStale({ root, report, stop, force: true }), describeBuild);
  return 0;
}
