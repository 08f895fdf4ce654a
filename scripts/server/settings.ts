import { readFileSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';
import { UserError } from '../terminal/user-error.ts';

/** Where to serve, from the environment. */
export interface ServerAddress {
  host: string;
  port: number;
  /** Another port at which a thread answers for the health of the site alone. */
  healthPort?: number;
}

function readPort(name: string, text: string, otherwise: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new UserError(
    `${name}=${text} is not a port: give a whole number from 1 to 65535, or leave it unset ${otherwise}.`,
  );
}

/**
 * Reads `HOST` (default 127.0.0.1), `PORT` (default 3000) and `HEALTH_PORT` (none by default), and explains invalid
 * values.
 */
export function readAddress(env: Record<string, string | undefined>): ServerAddress {
  const host = env['HOST']?.trim() || '127.0.0.1';
  const port = readPort('PORT', env['PORT']?.trim() || '3000', 'for 3000');
  const text = env['HEALTH_PORT']?.trim();
  if (!text) return { host, port };
  const healthPort = readPort('HEALTH_PORT', text, 'to ask for health at PORT alone');
  if (healthPort !== port) return { host, port, healthPort };
  throw new UserError(`HEALTH_PORT=${text} is PORT too: give the watcher another port, or leave it unset.`);
}

/**
 * The address for a browser: `http://127.0.0.1:3000`; a server on all interfaces is reached through the local
 * one.
 */
export function formatAddress({ host, port }: ServerAddress): string {
  const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);

/**
 * Scheme and host that readers see in their address bar, from `PUBLIC_ORIGIN`. They are part of pages and of
 * the code of embeds, so a public site must set them; a local site uses its own address.
 */
export function readPublicOrigin(env: Record<string, string | undefined>, address: ServerAddress): string {
  const text = env['PUBLIC_ORIGIN']?.trim();
  if (!text) {
    if (isLoopback(address.host)) return formatAddress(address);
    throw new UserError(
      `HOST=${address.host} can be reached by others. Set the address of the site, such as PUBLIC_ORIGIN=https://example.org.`,
    );
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (isOrigin) return url.origin;
  throw new UserError(
    `PUBLIC_ORIGIN=${text} must be a scheme and a host without a path, such as https://example.org.`,
  );
}

/** Reads `TRUST_PROXY`: the number of our own proxies in front, whose `X-Forwarded-For` is trusted. */
export function readProxies(env: Record<string, string | undefined>): number {
  const text = env['TRUST_PROXY']?.trim() || '0';
  if (/^\d$/.test(text)) return Number(text);
  throw new UserError(
    `TRUST_PROXY=${text} is not a number of proxies. Set it to 1 if there is one proxy in front of the site, to 0 if there is none.`,
  );
}

/** Files and sockets that a site needs before any request, with room for a few clients. */
const FEWEST_FILES = 256;
/** With less, a few large pages at a time end the process. */
const FEWEST_MEGABYTES = 256;

/** Refuses system limits with which a site would run for a while and then fail. @throws UserError */
export function assertRoom(limits: { readonly files: number | null; readonly heapMegabytes: number }): void {
  if (limits.files !== null && limits.files < FEWEST_FILES) {
    throw new UserError(
      `Only ${limits.files} files and sockets may be open at a time; a site needs ${FEWEST_FILES} and one more for each reader. Raise the limit with ulimit -n 4096, or LimitNOFILE=4096 in a systemd unit.`,
    );
  }
  if (limits.heapMegabytes < FEWEST_MEGABYTES) {
    throw new UserError(
      `Node may use only ${Math.round(limits.heapMegabytes)} MB here; a site needs ${FEWEST_MEGABYTES} or more. Set NODE_OPTIONS=--max-old-space-size=512.`,
    );
  }
}

/** What the system allows this process. */
export function readRoom(): { files: number | null; heapMegabytes: number } {
  const heapMegabytes = getHeapStatistics().heap_size_limit / 2 ** 20;
  try {
    const [, files] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return { files: files === undefined ? null : Number(files), heapMegabytes };
  } catch {
    return { files: null, heapMegabytes };
  }
}
