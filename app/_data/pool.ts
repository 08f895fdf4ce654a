/**
 * The reader's connections. One set of pools for both copies of this code: Next bundles its own beside `server.ts`,
 * and both find the same on `globalThis`. Nothing here can write. Heavy questions and long files have connections
 * of their own, and so has health: none of them waits in the queue of another.
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
 * @throws NotNow where nobody waits any more for what would be read
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
 * Hangs up on a database that no longer answers. What waits for it fails at once, as when it is away, and the next
 * question connects anew.
 */
export const dropReader = (lane: ReaderLane): Promise<void> => end(lane, 0).catch(() => undefined);

/** Closes the pools; for the end of a process. */
export async function closeReader(): Promise<void> {
  await Promise.all((['light', 'heavy', 'health'] as const).map((lane) => end(lane, 2)));
}
