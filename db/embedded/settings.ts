// The settings of the server: for one machine and one checkout, not reachable by others. The file is written
// at each start, because the checkout may have moved.

import type { DatabaseName } from './place.ts';

/** Where the server listens: the directory of a Unix socket, or a local port if there are no sockets. */
export type Listening = { socket: string } | { port: number };

/** The text of the settings file. */
export function formatSettings(name: DatabaseName, listening: Listening): string {
  const settings: Record<string, string | number> = {
    ...('socket' in listening
      ? {
          listen_addresses: '',
          port: 5432,
          unix_socket_directories: `"${listening.socket.replaceAll('"', '""')}"`,
          unix_socket_permissions: '0700',
        }
      : { listen_addresses: '127.0.0.1', port: listening.port, unix_socket_directories: '' }),
    // Names the processes in ps.
    cluster_name: `cotejo-${name}`,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: 60,
    shared_buffers: '128MB',
    // There is no replication, and COPY into a table of the same transaction then skips the log.
    wal_level: 'minimal',
    max_wal_senders: 0,
    jit: 'off',
    // Test data are made again if lost, but data that users loaded are not, so fsync stays on for them.
    ...(name === 'pg18-test' ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const lines = Object.entries(settings).map(
    ([key, value]) => `${key} = '${String(value).replaceAll("'", "''")}'`,
  );
  // First what initdb found out about this machine, then ours.
  return `# Written by Cotejo at every start; a change here does not last.\ninclude 'data/postgresql.conf'\n${lines.join('\n')}\n`;
}
