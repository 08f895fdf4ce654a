// A site whose database has releases serves them while the newer ones of the checkout are published, in a process of
// their own: a new release, or one whose publication was killed, keeps no site down.

import { setTimeout as sleep } from 'node:timers/promises';
import { PUBLISHING } from '#db/publishing.ts';
import { UserError } from '../terminal/user-error.ts';
import { runNode } from './child-process.ts';

/** After so many failures the site ends, for a supervisor and whoever reads its log. */
const MOST_ATTEMPTS = 3;
const PAUSE_MS = 1_000;
/** A transaction that is told to stop is rolled back within moments. */
const PATIENCE_MS = 8_000;

export interface PublishMeanwhile {
  readonly root: string;
  /** The releases that the database lacks, oldest first. */
  readonly releases: readonly string[];
  readonly report: (line: string) => void;
  readonly stop: AbortSignal;
}

/**
 * Publishes releases beside the site that serves. Until it returns, the site answers their addresses with 503.
 * @throws UserError with the last words of the publication, when it has failed three times
 */
export async function publishMeanwhile({ root, releases, report, stop }: PublishMeanwhile): Promise<void> {
  const names = releases.join(', ');
  process.env[PUBLISHING] = releases.at(-1);
  try {
    for (let attempt = 1; !stop.aborted; attempt += 1) {
      const { code, output } = await runNode({
        args: ['scripts/run.mjs', 'replay'],
        cwd: root,
        print: 'pipe',
        patienceMs: PATIENCE_MS,
        stop,
      });
      if (stop.aborted) return;
      if (code === 0) return report(`published ${names}`);
      const reason = output.trim().split('\n').at(-1) ?? '';
      if (attempt === MOST_ATTEMPTS)
        throw new UserError(`${names} could not be published in ${attempt} attempts: ${reason}`);
      report(`${names} could not be published, and is tried again: ${reason}`);
      await sleep(PAUSE_MS, undefined, { signal: stop }).catch(() => undefined);
    }
  } finally {
    delete process.env[PUBLISHING];
  }
}
