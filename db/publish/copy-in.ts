/**
 * COPY into a table, which ends also when the server refuses what it was sent.
 *
 * postgres.js 3.4.9 forgets the stream of a COPY as soon as its last line is written. An error that arrives
 * after that (a full disk, a malformed line near the end) reaches nobody, and whoever waits for the stream to
 * finish waits for ever.
 */
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Statements } from './catalogue.ts';

/** The part of a driver query that this file uses; it is internal to the driver, so a test guards it. */
interface DriverQuery {
  reject: (error: Error) => void;
}

/**
 * Sends text to a `copy ... from stdin` statement.
 * @throws the server's own error, whenever it arrives
 */
export async function copyIn(sql: Statements, statement: string, text: Readable): Promise<void> {
  const query = sql.unsafe(statement);
  const refused = new Promise<never>((_, reject) => {
    const driver = query as unknown as DriverQuery;
    const settle = driver.reject;
    driver.reject = (error) => {
      settle(error);
      reject(error);
    };
  });
  // Where the stream itself fails first, this one has nobody who waits for it; and the other way round.
  refused.catch(() => undefined);
  const sent = pipeline(text, await query.writable());
  sent.catch(() => undefined);
  await Promise.race([sent, refused]);
}
