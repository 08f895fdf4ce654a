/**
 * Asks a read once more when the server went away under it, on another server if there is one. A read changes
 * nothing, so it may run twice; the client gets an answer in place of an error.
 *
 * The fields of a query are internal to postgres.js 3.4.9; `tests/many-machines` shows that they are what this file
 * takes them for.
 */
import type { Sql } from '../client.ts';

type Handler = (query: DriverQuery) => unknown;

interface DriverQuery {
  handler: Handler;
  executed: boolean;
  active: boolean;
  parameters?: unknown;
  state?: unknown;
  statement?: unknown;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
  handle: () => unknown;
  cursorFn?: unknown;
  forEachFn?: unknown;
  streaming?: boolean;
}

/** Where a read is asked again. @throws what is wrong there */
type Elsewhere = (error: unknown) => Promise<Sql>;

/**
 * The connection was lost, the server is ending or starting, or a standby needed rows that the primary has removed.
 * Not a client of ours that was ended on purpose.
 */
const LOST =
  /^(?:ECONN(?:RESET|REFUSED|ABORTED)|EPIPE|CONNECTION_CLOSED|CONNECT_TIMEOUT|57P0[123]|08\w{3}|40001)$/;

/** Whether the same read may succeed elsewhere or in a moment. */
export const isLost = (error: unknown): boolean =>
  LOST.test(String((error as { code?: unknown } | null)?.code ?? ''));

interface Counts {
  begun: number;
  repeated: number;
  running: number;
}

// One for both copies of this code, as the pools are.
const COUNTS = Symbol.for('cotejo.read-counts');
const holder = globalThis as { [COUNTS]?: Counts };
const counts = (holder[COUNTS] ??= { begun: 0, repeated: 0, running: 0 });

/** Reads of this process: begun, asked once more, and under way at this moment. */
export const readCounts = (): Readonly<Counts> => counts;

const places = new WeakMap<Handler, Elsewhere>();
const RETRIED = Symbol.for('cotejo.retried-reads');

const queryOf = (sql: Sql): DriverQuery => sql.unsafe('') as unknown as DriverQuery;

/** Counts a read from now until it ends. */
function countRead(query: DriverQuery): void {
  const { resolve, reject } = query;
  counts.begun += 1;
  counts.running += 1;
  let isOver = false;
  const end = (): void => {
    if (!isOver) counts.running -= 1;
    isOver = true;
  };
  query.resolve = (result) => {
    end();
    resolve(result);
  };
  query.reject = (error) => {
    end();
    reject(error);
  };
}

function retryOnce(query: DriverQuery, elsewhere: Elsewhere): void {
  const { reject } = query;
  query.reject = (error) => {
    query.reject = reject;
    if (!isLost(error)) return reject(error);
    counts.repeated += 1;
    elsewhere(error)
      .then((sql) => {
        const { handler } = queryOf(sql);
        Object.assign(query, { handler, active: false, parameters: undefined, state: null, statement: null });
        handler(query);
      })
      .catch(() => reject(error));
  };
}

/**
 * Makes the reads of a client be asked once more. Statements in a transaction, cursors and copies are not: some of
 * their rows may have been used already.
 */
export function retryReads(sql: Sql, elsewhere: Elsewhere): void {
  const first = queryOf(sql);
  places.set(first.handler, elsewhere);
  const prototype = Object.getPrototypeOf(first) as { handle: () => unknown; [RETRIED]?: true };
  if (prototype[RETRIED]) return;
  const { handle } = prototype;
  prototype.handle = function (this: DriverQuery) {
    const place = places.get(this.handler);
    const isStreamed = Boolean(this.cursorFn ?? this.forEachFn ?? this.streaming);
    if (place && !this.executed && !isStreamed) {
      countRead(this);
      retryOnce(this, place);
    }
    return handle.call(this);
  };
  prototype[RETRIED] = true;
}
