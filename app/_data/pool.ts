/**
 * The read-only connections. There is one set of pools for both copies of this code: Next bundles a copy
 * beside `server.ts`, and both find the set on `globalThis`. Heavy questions, long files and health checks
 * have their own connections, so that none of them waits in another's queue.
 */
import type { Connection } from '#db/connect.ts';
import { connect } from '#db/connect.ts';
import { currentAsking } from './asking.ts';

export type ReaderLane = 'light' | 'heavy' | 'health';

/** Connections of each; together below what a small server of the user's own allows. */
const MOST: Readonly<Record<ReaderLane, number>> = { light: 7, heavy: 3, health: 1 };

const POOLS = Symbol.for('cotejo.readers');
const shared = globalThis as { [POOLS]?: Map<ReaderLane, Promise<Connection>> };
const pools = (shared[POOLS] ??= new Map());

/** How loads reach the database: by the lane of the request, or a named one. */
export type Reader = (lane?: ReaderLane) => Promise<Connection>;

/**
 * A pool, opened on first use; a failure to open is not kept.
 * @throws NotNow if no client waits for the data any more
 */
export async function reader(lane?: ReaderLane): Promise<Connection> {
  const asking = currentAsking();
  asking?.assertWanted();
  const chosen = lane ?? (asking?.heavy ? 'heavy' : 'light');
  const known = pools.get(chosen);
  if (known) return known;
  const opened = connect({ as: 'reader', max: MOST[chosen] });
  pools.set(chosen, opened);
  opened.catch(() => pools.get(chosen) === opened && pools.delete(chosen));
  return opened;
}

async function end(lane: ReaderLane, patienceSeconds: number): Promise<void> {
  const open = pools.get(lane);
  pools.delete(lane);
  await (await open?.catch(() => undefined))?.sql.end({ timeout: patienceSeconds });
}

/**
 * Closes the connections to a database that no longer responds. Statements that wait for it fail at once, and
 * the next question connects again.
 */
export const dropReader = (lane: ReaderLane): Promise<void> => end(lane, 0).catch(() => undefined);

/** Closes the pools when the process ends. */
export async function closeReader(): Promise<void> {
  await Promise.all((['light', 'heavy', 'health'] as const).map((lane) => end(lane, 2)));
}
