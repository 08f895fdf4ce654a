import { UserError } from '../terminal/user-error.ts';

/** Where to serve, from the environment. */
export interface ServerAddress {
  host: string;
  port: number;
}

/** Reads `HOST` (default 127.0.0.1) and `PORT` (default 3000), and says what is wrong with a bad one. */
export function readAddress(env: Record<string, string | undefined>): ServerAddress {
  const text = env['PORT']?.trim() || '3000';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw new UserError(
      `PORT=${text} is not a port: give a whole number from 1 to 65535, or leave it unset for 3000.`,
    );
  }
  return { host: env['HOST']?.trim() || '127.0.0.1', port };
}

/** The address as a browser takes it: `http://127.0.0.1:3000`; all interfaces are reached by the local one. */
export function formatAddress({ host, port }: ServerAddress): string {
  const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}
