/**
 * The reader's connections. One pool for both copies of this code: Next bundles its own beside `server.ts`,
 * and both find the same pool on `globalThis`. Nothing here can write.
 */
import type { Connection } from '#db/connect.ts';
import { connect } from '#db/connect.ts';

const POOL = Symbol.for('cotejo.reader');
const shared = globalThis as { [POOL]?: Promise<Connection> | undefined };

/** How loads reach the database. */
export type Reader = () => Promise<Connection>;

/** The pool, opened on first use; a failure to open is not kept. */
export function reader(): Promise<Connection> {
  shared[POOL] ??= connect({ as: 'reader', max: 10 }).catch((error: unknown) => {
    shared[POOL] = undefined;
    throw error;
  });
  return shared[POOL];
}

/** Closes the pool; for the end of a process. */
export async function closeReader(): Promise<void> {
  const open = shared[POOL];
  shared[POOL] = undefined;
  await (await open?.catch(() => undefined))?.sql.end({ timeout: 2 });
}
