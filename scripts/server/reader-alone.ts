// What a web process without an owner checks before it serves: its settings, and that its login can only read.

import { connect } from '#db/connect.ts';
import { poolSizes } from '#db/reader/pool-sizes.ts';
import { messageOf, UserError } from '../terminal/user-error.ts';
import {
  assertRoom,
  readAddress,
  readProxies,
  readPublicOrigin,
  readRoom,
  type ServerAddress,
} from './settings.ts';

/** Before React is loaded: it chooses its build then. */
export function setProduction(): void {
  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', COTEJO_SERVER: '1' });
  process.setSourceMapsEnabled(false);
}

/** Reads the settings, and forgets the owner's address. @throws UserError one line */
export function readWebSettings(): ServerAddress {
  const where = readAddress(process.env);
  if (!process.env['DATABASE_URL_READER']?.trim()) {
    throw new UserError(
      'DATABASE_URL_READER is not set: give the address of a login that only reads, or use npm start, which has a database of its own.',
    );
  }
  // Whatever else is set: this process has no way to write.
  delete process.env['DATABASE_URL'];
  process.env['PUBLIC_ORIGIN'] = readPublicOrigin(process.env, where);
  readProxies(process.env);
  poolSizes();
  assertRoom(readRoom());
  return where;
}

/** Reads once as the site will, and says where. @throws UserError one line */
export async function greetReader(): Promise<string> {
  const { sql, replica } = await connect({ as: 'reader', max: 1 }).catch((error: unknown) => {
    throw new UserError(messageOf(error));
  });
  await sql.end({ timeout: 1 });
  return `cannot write, at a ${replica ? 'standby' : 'primary'}`;
}
