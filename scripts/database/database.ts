import { connect } from '#db/connect.ts';
import { describeConnectionError } from '#db/connection-error.ts';
import { describeEmbedded } from '#db/embedded/minor.ts';
import { leaseEmbedded, type EmbeddedLease } from '#db/embedded/lease.ts';
import { UserError, messageOf } from '../terminal/user-error.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Replayed } from './replay.ts';

interface Wanted {
  root: string;
  progress: Progress;
  stop: AbortSignal;
  /** Leaves releases that the database lacks for later, if it has others that can be served meanwhile. */
  mayPostpone?: boolean;
}

/** A database that is ready until it is released. */
interface Opened {
  /** The releases that were left for later. */
  readonly postponed: readonly string[];
  /**
   * Keeps an embedded server running, and calls `giveUp` if that fails; does nothing for the user's own
   * server.
   */
  keep(keeping: { report(line: string): void; giveUp(error: Error): void }): void;
  release(): Promise<void>;
}

/**
 * A database with its tables and releases in place, named by `DATABASE_URL` (and `DATABASE_URL_READER`) in
 * our environment: the user's own if it is set there, else this checkout's embedded one.
 */
export async function openDatabase(wanted: Wanted): Promise<Opened> {
  const { root, progress, stop, mayPostpone = false } = wanted;
  // Read while the server starts, because this is half the time of a start with nothing to do.
  const loading = Promise.all([import('#db/migrate.ts'), import('./replay.ts')]);
  loading.catch(() => undefined);
  const lease = process.env['DATABASE_URL']?.trim() ? await greetOwn(progress) : await takeEmbedded(wanted);
  const release = async () => lease?.release();
  try {
    const [{ migrate }, { replay }] = await loading;
    stop.throwIfAborted();
    await progress.step('migrations', async (report) => {
      report('in place');
      await migrate({ report });
    });
    stop.throwIfAborted();
    const { postponed } = await progress.step(
      'releases',
      (report) => replay({ root, report, mayPostpone }),
      describeReplayed,
    );
    if (!lease) await greetReader(progress);
    return { postponed, release, keep: (keeping) => lease?.keep(keeping) };
  } catch (error) {
    await release();
    throw error;
  }
}

function describeReplayed({ version, replayed, postponed }: Replayed): string {
  if (postponed.length > 0) return `${postponed.join(', ')} to be published once the site is up`;
  return replayed ? `${version}, ${replayed} replayed` : `${version}, in place`;
}

/** Sends the user's own server a query, so that a wrong address is reported at once and in one line. */
async function greetOwn(progress: Progress): Promise<undefined> {
  await progress.step(
    'database',
    async () => {
      const { sql } = await connect({ as: 'owner', max: 1 }).catch((error: unknown) => {
        const words = messageOf(error);
        throw new UserError(words.startsWith('DATABASE_') ? words : `DATABASE_URL: ${words}`);
      });
      await sql.end();
    },
    () => 'yours, from DATABASE_URL',
  );
  return undefined;
}

/** Reads once as the site will, and warns if only our own code keeps it from writing. */
async function greetReader(progress: Progress): Promise<void> {
  await progress.step(
    'reader',
    async () => {
      const { sql, warning } = await connect({ as: 'reader', max: 1 }).catch((error: unknown) => {
        throw new UserError(messageOf(error));
      });
      try {
        await sql`select from releases limit 1`;
      } catch (error) {
        const own = process.env['DATABASE_URL_READER']?.trim();
        const words = describeConnectionError(error, own || process.env['DATABASE_URL'] || '');
        const hidden = ['42501', '42P01'].includes((error as { code?: string }).code ?? '');
        const hint = hidden ? ' (grant cotejo_reader to its user)' : '';
        throw new UserError(`${own ? 'DATABASE_URL_READER: ' : ''}${words}${hint}`);
      } finally {
        await sql.end({ timeout: 1 });
      }
      return warning;
    },
    (warning) => (warning ? `WARNING: ${warning}` : 'cannot write'),
  );
}

async function takeEmbedded({ root, progress, stop }: Wanted): Promise<EmbeddedLease> {
  const lease = await progress.step(
    'database',
    (report) =>
      leaseEmbedded({ root, name: 'pg18', report }).catch((error: unknown) => {
        // Ctrl-C also reaches initdb, which then reports that it was interrupted.
        stop.throwIfAborted();
        throw new UserError(messageOf(error));
      }),
    () => describeEmbedded(new Date().toISOString().slice(0, 10)),
  );
  process.env['DATABASE_URL'] = lease.owner;
  process.env['DATABASE_URL_READER'] = lease.reader;
  return lease;
}
