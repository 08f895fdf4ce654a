import { createServer } from 'node:net';
import { UserError } from '../terminal/user-error.ts';
import type { ServerAddress } from './settings.ts';

/** Why an address cannot be served, with advice. */
export function describeListenError(error: NodeJS.ErrnoException, { host, port }: ServerAddress): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another program. Choose another: PORT=${port === 65_535 ? port - 1 : port + 1} npm start`;
    case 'EACCES':
      return `Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST=${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all interfaces.`;
    default:
      return `Cannot serve on ${host}:${port}: ${error.message}`;
  }
}

/** Checks that a port is free by opening it for a moment: better now than after a minute of building. */
export async function assertPortFree(address: ServerAddress): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(new UserError(describeListenError(error, address))));
    probe.listen({ host: address.host, port: address.port, exclusive: true }, () =>
      probe.close(() => resolve()),
    );
  });
}

/** A port that is currently free. */
export async function findFreePort(host = '127.0.0.1'): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen({ host, port: 0 }, () => {
      const bound = probe.address();
      probe.close(() =>
        typeof bound === 'object' && bound ? resolve(bound.port) : reject(new Error('no port')),
      );
    });
  });
}
