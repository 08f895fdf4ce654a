/**
 * The servers that a reader may use, one at a time. The one in use is left when it goes away or does not have a
 * release that this process has read already: its rows would be those of an older release.
 */
import { onlyRow } from '../checked-results.ts';
import type { Connection } from '../client.ts';
import { isLost, retryReads } from './retried-reads.ts';

/** How long a server that failed is passed over. */
const REST_MS = 500;
/** How long a read waits for the only server before it asks it again. */
const PAUSE_MS = 150;

/** The highest id of a release that any part of this process has read; shared by its pools. */
export interface Newest {
  id: number;
}

/** No server has what this process knows to be published. */
class BehindError extends Error {
  readonly code = 'COTEJO_BEHIND';
}

interface Host {
  readonly address: string | undefined;
  opened?: Promise<Connection> | undefined;
  /** The highest id of a release that it was seen to have. */
  has: number;
  /** Whether it was asked since it was last lost. */
  isAsked: boolean;
  /** When it may be tried again, and why it is passed over. */
  restsUntil: number;
  why: unknown;
}

/** The highest id of a published release; 0 where there are no tables yet. */
async function newestAt({ sql }: Connection): Promise<number> {
  try {
    const rows = await sql<{ id: number }[]>`
      select coalesce(max(id), 0)::int as id from releases where published_at is not null`;
    return onlyRow(rows).id;
  } catch (error) {
    if ((error as { code?: string }).code === '42P01') return 0;
    throw error;
  }
}

/** Connections of one lane. */
export class ReaderHosts {
  private readonly hosts: readonly Host[];
  private isEnded = false;

  /** @param at where to begin: processes that begin at different servers share the load */
  constructor(
    addresses: readonly (string | undefined)[],
    private readonly connectTo: (address: string | undefined) => Promise<Connection>,
    private readonly newest: Newest,
    private at: number,
  ) {
    this.hosts = addresses.map((address) => ({
      address,
      has: 0,
      isAsked: false,
      restsUntil: 0,
      why: null,
    }));
  }

  /** A connection to a server that has everything that is known. @throws what the last server said */
  async take(): Promise<Connection> {
    const { hosts } = this;
    const [only] = hosts;
    if (hosts.length === 1 && only) return this.open(only);
    let why: unknown;
    for (let tries = 0; tries < hosts.length; tries += 1) {
      const index = (this.at + tries) % hosts.length;
      const host = hosts[index] as Host;
      if (host.restsUntil > Date.now()) {
        why = host.why;
        continue;
      }
      try {
        const connection = await this.open(host);
        await this.assertCurrent(host, connection);
        this.at = index;
        return connection;
      } catch (error) {
        this.rest(host, error);
        why = error;
      }
    }
    throw why;
  }

  async end(patienceSeconds: number): Promise<void> {
    this.isEnded = true;
    await Promise.all(
      this.hosts.map(async ({ opened }) => {
        const connection = await opened?.catch(() => undefined);
        await connection?.sql.end({ timeout: patienceSeconds });
      }),
    );
  }

  private open(host: Host): Promise<Connection> {
    if (host.opened) return host.opened;
    const opened = this.connectTo(host.address).then((connection) => {
      retryReads(connection.sql, (error) => this.elsewhere(host, error));
      return connection;
    });
    host.opened = opened;
    opened.catch(() => {
      if (host.opened === opened) host.opened = undefined;
    });
    return opened;
  }

  private async assertCurrent(host: Host, connection: Connection): Promise<void> {
    if (host.isAsked && host.has >= this.newest.id) return;
    host.has = await newestAt(connection);
    host.isAsked = true;
    this.newest.id = Math.max(this.newest.id, host.has);
    if (host.has < this.newest.id) throw new BehindError('the server does not have the newest release yet');
  }

  private rest(host: Host, error: unknown): void {
    host.restsUntil = Date.now() + REST_MS;
    host.why = error;
    host.isAsked = false;
  }

  private async elsewhere(host: Host, error: unknown): Promise<Connection['sql']> {
    if (this.isEnded || !isLost(error)) throw error;
    if (this.hosts.length > 1) this.rest(host, error);
    else await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return (await this.take()).sql;
  }
}
