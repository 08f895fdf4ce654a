// Stopping the embedded server by hand. Who uses it is asked to end first, so that nobody loses a server
// while writing; then the server is stopped whether or not they did.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inOneLine } from './embedded-error.ts';
import { readHolders, sweepLeases } from './lease-file.ts';
import { homesOf, isUsable, placeAt, type DatabaseName, type DataDirectories } from './place.ts';
import { stopServer } from './shutdown.ts';
import { withLock } from './start-lock.ts';

/** A little more than a command gives itself to clean up. */
const PATIENCE_MS = 22_000;

interface StopOptions {
  root: string;
  name: DatabaseName;
  report: (step: string) => void;
}

/**
 * Ends the processes that hold a lease, then the server, in whichever of its homes the database is.
 *
 * @throws {EmbeddedError} when the server does not end
 */
export async function stopEmbedded(options: StopOptions): Promise<'stopped' | 'not running'> {
  return inOneLine('the embedded database cannot be stopped', async () => {
    let stopped = false;
    for (const place of placesOf(options)) {
      stopped = (await dismissHolders(place, options.report)) || stopped;
      const ended = await withLock(place.lock, async () => {
        sweepLeases(place.leases);
        return stopServer(place);
      });
      stopped = ended || stopped;
    }
    return stopped ? 'stopped' : 'not running';
  });
}

/** Stops the server and removes the database with all that is in it; with the last one goes the twin. */
export async function removeEmbedded(options: StopOptions): Promise<'removed' | 'nothing there'> {
  await stopEmbedded(options);
  return inOneLine('the embedded database cannot be removed', async () => {
    let removed = false;
    for (const place of placesOf(options)) {
      await withLock(place.lock, async () => {
        await stopServer(place);
        removed ||= existsSync(place.directory);
        rmSync(place.directory, { recursive: true, force: true });
        rmSync(join(place.twin, `socket-${place.name}`), { recursive: true, force: true });
      });
      if (place.home === place.twin) removeUnused(place.twin);
    }
    return removed ? 'removed' : 'nothing there';
  });
}

/** A twin without a database holds nothing but a copy of the programs, unless a start is on its way. */
function removeUnused(twin: string): void {
  if (!readdirSync(twin).some((name) => /^(pg18|socket-)/.test(name))) rmSync(twin, { recursive: true });
}

function placesOf({ root, name }: StopOptions): DataDirectories[] {
  const { inside, twin } = homesOf(root);
  // Nothing runs from a home that cannot be written to, and no lock could be taken there.
  return [placeAt(inside, name, twin), placeAt(twin, name, twin)].filter(
    ({ home }) => existsSync(home) && isUsable(home),
  );
}

/** Asks the holders to end and waits for them; they give their leases back on the way. */
async function dismissHolders(place: DataDirectories, report: (step: string) => void): Promise<boolean> {
  const others = () => readHolders(place.leases).filter((pid) => pid !== process.pid);
  const asked = others();
  for (const pid of asked) {
    report(`asking process ${pid} to end`);
    try {
      process.kill(pid, 'SIGTERM');
    } catch (error) {
      report(`process ${pid} cannot be asked: ${(error as Error).message}`);
    }
  }
  for (const until = Date.now() + PATIENCE_MS; others().length > 0; await sleep(50)) {
    if (Date.now() < until) continue;
    report(`process ${others().join(', ')} does not end; stopping the database all the same`);
    break;
  }
  return asked.length > 0;
}
