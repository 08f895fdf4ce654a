import type { ServerAddress } from './settings.ts';

/** A server that answers. */
export interface Served {
  address: string;
  close(): Promise<void>;
}

/** What the server's bundle exports. */
export type Serve = (where: ServerAddress) => Promise<Served>;

/** What a server needs beside the time that it gives its askers (`STOP_SECONDS`). */
const CLOSING_MS = 2_000;
const USUAL_STOP_SECONDS = 10;

/** How long a command that serves may take to end, in milliseconds. A bad setting is told by the server itself. */
export const closingTime = (env: Record<string, string | undefined> = process.env): number =>
  (Number(env['STOP_SECONDS']?.trim() || USUAL_STOP_SECONDS) || 0) * 1000 + CLOSING_MS;

/** Lets a server finish what it is answering, but does not wait for ever. */
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
