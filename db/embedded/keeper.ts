// Watches the server for as long as somebody serves from it: what ends is started again, and so is the watchdog
// that would stop it after us. It gives up after a few tries, so that whoever supervises us takes over.

import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError } from './embedded-error.ts';
import type { DataDirectories } from './place.ts';
import { readPostmaster } from './postmaster-file.ts';
import { ensureWatchdog } from './watch.ts';

const LOOK_EVERY_MS = 250;
/** A server that ran for so long after its restart is well again. */
const STEADY_MS = 5_000;
/** A server that ends again so often, or cannot be started so often, is left to the supervisor. */
const MOST_FAILURES = 3;

/** What a keeper tells. */
export interface KeeperOptions {
  /** One line, for the log. */
  report(line: string): void;
  /** Called once, when the server cannot be kept running; the keeper has stopped by then. */
  giveUp(error: Error): void;
}

/**
 * Keeps a server running until the returned function is called, which waits for a restart that is under way.
 *
 * @param revive starts the server where it does not run, under the lock
 */
export function keepServer(
  place: DataDirectories,
  revive: () => Promise<void>,
  { report, giveUp }: KeeperOptions,
): () => Promise<void> {
  const over = new AbortController();
  const watching = watch(place, revive, report, over.signal).catch((error: unknown) => {
    if (!over.signal.aborted) giveUp(error instanceof Error ? error : new Error(String(error)));
  });
  return async () => {
    over.abort();
    await watching;
  };
}

async function watch(
  place: DataDirectories,
  revive: () => Promise<void>,
  report: (line: string) => void,
  over: AbortSignal,
): Promise<void> {
  let failures = 0;
  for (let revived = -Infinity; await pause(over);) {
    const running = readPostmaster(place);
    if (running) {
      if (ensureWatchdog(place, running.pid)) report('the watchdog of PostgreSQL had ended: set again');
      if (Date.now() - revived > STEADY_MS) failures = 0;
      continue;
    }
    if (failures >= MOST_FAILURES) {
      throw new EmbeddedError(`PostgreSQL ended and was started again ${failures} times; see ${place.log}`);
    }
    report('PostgreSQL has ended: starting it again');
    const since = Date.now();
    failures += 1;
    try {
      await revive();
      revived = Date.now();
      report(`PostgreSQL runs again, ${((revived - since) / 1000).toFixed(1)} s`);
    } catch (error) {
      if (failures >= MOST_FAILURES) throw error;
      report(
        `PostgreSQL could not be started again: ${error instanceof Error ? error.message : 'no reason'}`,
      );
    }
  }
}

/** A moment; false once the watch is over. */
async function pause(over: AbortSignal): Promise<boolean> {
  await sleep(LOOK_EVERY_MS, undefined, { signal: over }).catch(() => undefined);
  return !over.aborted;
}
