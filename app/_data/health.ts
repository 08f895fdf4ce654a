/** Whether the site can answer: the database responds, and a release is published. */
import { releaseInTheMaking } from '#db/publishing.ts';
import { forEverybody } from './asking.ts';
import type { CatalogueData } from './catalogue.ts';
import { dropReader, type Reader } from './pool.ts';

export interface Health {
  readonly ready: boolean;
  readonly release: string | null;
  readonly readOnly: string | null;
  readonly warning?: string;
  readonly replica?: boolean;
  /** Of a standby alone: how far it is behind its primary; null if it cannot know. */
  readonly lagSeconds?: number | null;
  /** The newest of the releases that are being published while the ones before are served. */
  readonly publishing?: string;
}

const AWAY: Health = {
  ready: false,
  release: null,
  readOnly: null,
  warning: 'the database does not answer',
};

/** Whether the database does not answer at all. */
export const isDatabaseAway = ({ warning }: Health): boolean => warning === AWAY.warning;

const EMPTY = 'no release is published yet';

/**
 * Seconds between the primary and a standby. A standby that has replayed all it received is not behind, however
 * long ago that was; one that receives nothing is as old as the last thing that it replayed.
 */
const LAG = `case when not pg_is_in_recovery() then null
  when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() and exists (select from pg_stat_wal_receiver) then 0
  else ceil(extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()))::float8 end`;

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
    const [state] = await sql<{ replica: boolean; lag: number | null }[]>`
      select pg_is_in_recovery() as replica, ${sql.unsafe(LAG)} as lag`;
    const release = (await loadReleases()).at(-1)?.version ?? null;
    const said = release === null ? EMPTY : warning;
    const publishing = releaseInTheMaking();
    return {
      ready: release !== null,
      release,
      readOnly: readOnly ?? null,
      ...(said && { warning: said }),
      ...(publishing !== null && { publishing }),
      ...(state?.replica && { replica: true, lagSeconds: state.lag }),
    };
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
