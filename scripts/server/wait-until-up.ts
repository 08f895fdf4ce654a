import type { ServerAddress } from './settings.ts';

/** A server that answers. */
export interface Served {
  address: string;
  close(): Promise<void>;
}

/** What the server's bundle exports. */
export type Serve = (where: ServerAddress) => Promise<Served>;

/** Time that a server needs in addition to the time for open requests (`STOP_SECONDS`). */
const CLOSING_MS = 2_000;
const USUAL_STOP_SECONDS = 10;

/**
 * How long a serving command may take to end, in milliseconds. The server itself reports an invalid setting.
 */
export const closingTime = (env: Record<string, string | undefined> = process.env): number =>
  (Number(env['STOP_SECONDS']?.trim() || USUAL_STOP_SECONDS) || 0) * 1000 + CLOSING_MS;

/** Lets a server finish its open requests, within a limit. */
export async function closeServer(server: Served): Promise<void> {
  let patience: NodeJS.Timeout | undefined;
  await Promise.race([
    server.close(),
    new Promise<void>((resolve) => {
      patience = setTimeout(resolve, closingTime());
    }),
  ]);
  clearTimeout(patience);
}
