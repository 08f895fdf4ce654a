/**
 * The read-only connections. There is one set of pools for both copies of this code: Next bundles a copy
 * beside `server.ts`, and both find the set on `globalThis`. Heavy questions, long files and health checks
 * have their own connections, so that none of them waits in another's queue.
 */
import type { Connection } from '#db/connect.ts';
import { connect } from '#db/connect.ts';
import { poolSizes, type ReaderLane } from '#db/reader/pool-sizes.ts';
import { ReaderHosts, type Newest } from '#db/reader/reader-hosts.ts';
import { readerAddresses } from '#db/reader/reader.ts';
import { currentAsking } from './asking.ts';

export type { ReaderLane };
export { poolSizes };

/** Reads of this process: begun, asked once more, and under way at this moment. */
export { readCounts } from '#db/reader/retried-reads.ts';

interface Shared {
  readonly pools: Map<ReaderLane, ReaderHosts>;
  readonly newest: Newest;
  /** Where this process begins in a list of hosts. */
  readonly first: number;
}

const POOLS = Symbol.for('cotejo.readers');
const holder = globalThis as { [POOLS]?: Shared };
const shared = (holder[POOLS] ??= {
  pools: new Map(),
  newest: { id: 0 },
  first: Math.floor(Math.random() * 1024),
});

/** How loads reach the database: by the lane of the request, or a named one. */
export type Reader = (lane?: ReaderLane) => Promise<Connection>;

function openLane(lane: ReaderLane): ReaderHosts {
  const addresses = readerAddresses(process.env);
  const max = poolSizes()[lane];
  const connectTo = (address: string | undefined): Promise<Connection> =>
    connect({
      as: 'reader',
      max,
      ...(address !== undefined && { env: { ...process.env, DATABASE_URL_READER: address } }),
    });
  return new ReaderHosts(addresses, connectTo, shared.newest, shared.first % addresses.length);
}

/**
 * A pool, opened on first use; a failure to open is not kept.
 * @throws NotNow if no client waits for the data any more
 */
export async function reader(lane?: ReaderLane): Promise<Connection> {
  const asking = currentAsking();
  asking?.assertWanted();
  const chosen = lane ?? (asking?.heavy ? 'heavy' : 'light');
  const pool = shared.pools.get(chosen) ?? openLane(chosen);
  shared.pools.set(chosen, pool);
  return pool.take();
}

/** Remembers a release that was read: from now on a server without it is not asked. */
export function noteRelease(id: number): void {
  shared.newest.id = Math.max(shared.newest.id, id);
}

async function end(lane: ReaderLane, patienceSeconds: number): Promise<void> {
  const open = shared.pools.get(lane);
  shared.pools.delete(lane);
  await open?.end(patienceSeconds);
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
