import type { ServerAddress } from './settings.ts';

/** A server that answers. */
export interface Served {
  address: string;
  close(): Promise<void>;
}

/** What the server's bundle exports. */
export type Serve = (where: ServerAddress) => Promise<Served>;

const CLOSING_MS = 5_000;

/** Lets a server finish what it is answering, but does not wait for ever. */
export async function closeServer(server: Served): Promise<void> {
  let patience: NodeJS.Timeout | undefined;
  await Promise.race([
    server.close(),
    new Promise<void>((resolve) => {
      patience = setTimeout(resolve, CLOSING_MS);
    }),
  ]);
  clearTimeout(patience);
}
