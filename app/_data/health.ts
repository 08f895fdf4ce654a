/** Whether the site can answer: the database responds, and a release is published. */
import { forEverybody } from './asking.ts';
import type { CatalogueData } from './catalogue.ts';
import { dropReader, type Reader } from './pool.ts';

export interface Health {
  readonly ready: boolean;
  readonly release: string | null;
  readonly readOnly: string | null;
  readonly warning?: string;
}

const AWAY: Health = {
  ready: false,
  release: null,
  readOnly: null,
  warning: 'the database does not answer',
};

/** How long the database may take to respond before the connection is closed. */
const SILENT_MS = 5_000;
/** How long a health request waits before the database is reported as silent. */
const PATIENCE_MS = 2_000;

/**
 * Checks the database on a separate connection, so that the answer is about this moment, however busy the
 * site is. Requests that arrive at the same moment share a check.
 */
export function healthCheck(
  reader: Reader,
  { loadReleases }: Pick<CatalogueData, 'loadReleases'>,
): () => Promise<Health> {
  let looking: Promise<Health> | undefined;

  async function ask(): Promise<Health> {
    const { sql, readOnly, warning } = await reader('health');
    await sql`select 1`;
    const release = (await loadReleases()).at(-1)?.version ?? null;
    return { ready: release !== null, release, readOnly: readOnly ?? null, ...(warning ? { warning } : {}) };
  }

  async function look(): Promise<Health> {
    const health = await orAway(ask(), SILENT_MS);
    if (health === AWAY) await dropReader('health');
    return health;
  }

  return () => {
    looking ??= forEverybody(look).finally(() => (looking = undefined));
    return orAway(looking, PATIENCE_MS);
  };
}

/** The result; if there is none in time, the database counts as away. */
async function orAway(work: Promise<Health>, ms: number): Promise<Health> {
  let clock: NodeJS.Timeout | undefined;
  const silence = new Promise<Health>((resolve) => {
    clock = setTimeout(() => resolve(AWAY), ms);
  });
  try {
    return await Promise.race([work.catch(() => AWAY), silence]);
  } finally {
    clearTimeout(clock);
  }
}
