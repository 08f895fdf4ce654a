/**
 * Long files that are sent while they are made. Each holds some pieces in memory, and more of them at a time would
 * only slow each other down; a single client cannot take all places.
 */
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { currentAsking, NotNow } from '#app/_data/asking.ts';

const MOST = 32;
const MOST_OF_ONE_CLIENT = 16;

export class LongDownloads {
  private readonly running = new Map<string, number>();

  /**
   * Sends a file, once its head is written by `begin`. Ends reading it as soon as the client has left.
   * @throws NotNow, before anything is written, if there is no place
   */
  async send(body: AsyncIterable<Uint8Array>, res: ServerResponse, begin: () => void): Promise<void> {
    const client = currentAsking()?.asker ?? '';
    const own = this.running.get(client) ?? 0;
    const all = [...this.running.values()].reduce((sum, count) => sum + count, 0);
    if (own >= MOST_OF_ONE_CLIENT || all >= MOST) {
      await body[Symbol.asyncIterator]().return?.();
      throw new NotNow('COTEJO_BUSY');
    }
    this.running.set(client, own + 1);
    begin();
    res.flushHeaders();
    try {
      await pipeline(body, res);
    } catch (error) {
      // The client disconnected, which is not an error of the server.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    } finally {
      const left = (this.running.get(client) ?? 1) - 1;
      if (left > 0) this.running.set(client, left);
      else this.running.delete(client);
    }
  }
}
