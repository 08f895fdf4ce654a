/** Whether the site can answer: the database is reached, and a release is published. */
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

/** How long the database may take to say that it is there, before it is hung up on. */
const SILENT_MS = 5_000;
/** How long an asker of health waits before the database is called silent. */
const PATIENCE_MS = 2_000;

/**
 * Looks for the database on a connection of its own, so that an answer means that it is there now, however much else
 * is asked. Those who ask at one moment ask together.
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

/** The outcome; a database that is away where there is none in time. */
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
