// The embedded database as the scripts use it: a lease on the one server of the checkout. The first lease
// starts it, the last one out stops it; a lease whose process was killed is swept by the next start, by
// `npm run stop`, or by the watchdog, whichever comes first.

import { mkdirSync } from 'node:fs';
import type { Addresses } from './address.ts';
import { findBinaries } from './binaries.ts';
import { isMade, makeCluster } from './cluster.ts';
import { EmbeddedError, inOneLine } from './embedded-error.ts';
import { keepServer, type KeeperOptions } from './keeper.ts';
import { removeLease, sweepLeases, writeLease } from './lease-file.ts';
import { choosePlace, type DatabaseName, type DataDirectories } from './place.ts';
import { joinServer, startServer } from './server.ts';
import type { ServerUser } from './server-user.ts';
import { stopServer } from './shutdown.ts';
import { withLock } from './start-lock.ts';

export { removeEmbedded, stopEmbedded } from './stop.ts';

/** The right to a running server, until released. */
export interface EmbeddedLease {
  /** The address of the owner, as `DATABASE_URL` takes it. */
  owner: string;
  /** The address of the reader, as `DATABASE_URL_READER` takes it. */
  reader: string;
  /** Where the database is. */
  directory: string;
  /** Keeps the server running until the lease is given back: for who serves, and so holds it for long. */
  keep(keeping: KeeperOptions): void;
  /** Gives the lease back, and stops the server when it was the last one. A second call does nothing. */
  release(): Promise<void>;
}

/** Which database of which checkout. */
export interface LeaseOptions {
  /** The checkout. */
  root: string;
  name: DatabaseName;
  /** Told of each step that takes a moment: "making an empty database". */
  report: (step: string) => void;
  /** Whose node_modules hold PostgreSQL, where that is not the checkout. */
  packageRoot?: string;
}

/**
 * Takes a lease on the embedded server, making the database and starting the server where needed.
 *
 * @throws {EmbeddedError} one line that names the way out
 * @example
 * const lease = await leaseEmbedded({ root, name: 'pg18', report: console.log });
 * try { await work(lease.owner); } finally { await lease.release(); }
 */
export async function leaseEmbedded(options: LeaseOptions): Promise<EmbeddedLease> {
  return inOneLine('the embedded database cannot be had', () => takeLease(options));
}

async function takeLease(options: LeaseOptions): Promise<EmbeddedLease> {
  const { place, user } = await choosePlace(options.root, options.name);
  mkdirSync(place.leases, { recursive: true });
  const [addresses, file] = await withLock(
    place.lock,
    async () => {
      sweepLeases(place.leases);
      // Written first, so that at no moment a server runs that nobody holds.
      const lease = writeLease(place.leases);
      try {
        return [await runServer(place, user, options), lease] as const;
      } catch (error) {
        removeLease(lease);
        throw error;
      }
    },
    (pid) => options.report(`waiting for process ${pid}, which is starting or stopping the database`),
  );
  const release = releaseOnce(place, file);
  let unkeep: (() => Promise<void>) | undefined;
  return {
    owner: addresses.owner,
    reader: addresses.reader,
    directory: place.directory,
    keep: (keeping) => (unkeep ??= keepServer(place, () => revive(place, user, options, addresses), keeping)),
    release: async () => {
      await unkeep?.();
      await release();
    },
  };
}

/** Starts a server that ended, where nobody else has. It must be where it was: its address is in use. */
async function revive(
  place: DataDirectories,
  user: ServerUser,
  options: LeaseOptions,
  before: Addresses,
): Promise<void> {
  const { owner } = await withLock(place.lock, () => runServer(place, user, options));
  if (owner !== before.owner) throw new EmbeddedError('PostgreSQL runs again, but at another port');
}

async function runServer(
  place: DataDirectories,
  user: ServerUser,
  { report, root, packageRoot }: LeaseOptions,
): Promise<Addresses> {
  if (isMade(place)) {
    const running = await joinServer(place);
    if (running) return running;
  }
  const binaries = await findBinaries(packageRoot ?? root, place, user, report);
  if (!isMade(place)) {
    report('making an empty database');
    await makeCluster(place, binaries, user);
  }
  report('starting PostgreSQL');
  return startServer(place, binaries, user);
}

function releaseOnce(place: DataDirectories, file: string): () => Promise<void> {
  let released: Promise<void> | undefined;
  return () =>
    (released ??= withLock(place.lock, async () => {
      removeLease(file);
      if (sweepLeases(place.leases).length === 0) await stopServer(place);
    }));
}
