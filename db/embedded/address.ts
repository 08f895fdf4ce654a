// The addresses of the embedded server, for the three logins.

import { formatConnectionUrl } from '../connection-url.ts';
import { READER_ROLE } from '../connect.ts';
import { SUPERUSER, type Passwords } from './cluster.ts';
import { DATABASE, OWNER_ROLE } from './roles.ts';
import type { Listening } from './settings.ts';

/** The connection addresses of one server. */
export interface Addresses {
  superuser: string;
  owner: string;
  reader: string;
}

/** Writes the addresses as `DATABASE_URL` takes them. */
export function addressesOf(listening: Listening, passwords: Passwords): Addresses {
  const server =
    'socket' in listening
      ? { host: listening.socket, port: 5432 }
      : { host: '127.0.0.1', port: listening.port };
  const address = (user: string, password: string, database: string) =>
    formatConnectionUrl({ ...server, user, password, database });
  return {
    superuser: address(SUPERUSER, passwords.superuser, 'postgres'),
    owner: address(OWNER_ROLE, passwords.owner, DATABASE),
    reader: address(READER_ROLE, passwords.reader, DATABASE),
  };
}
