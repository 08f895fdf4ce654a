/**
 * Checks every result of the driver before the caller receives it.
 *
 * postgres.js 3.4.9 numbers the rows of a result with a counter that belongs to the connection, and resets it
 * only when a statement completes. A statement that fails after its first rows (a timeout, a cancel, a
 * division by zero, a full disk) leaves the counter where it was. The next result on that connection then
 * begins with that many holes, and its `[0]` is undefined. The driver's issues 1119 and 1181 describe it.
 */

/** A result whose rows do not agree with the server's own count. It must not be used. */
export class UnsoundResultError extends Error {
  override readonly name = 'UnsoundResultError';
  readonly code = 'UNSOUND_RESULT';
}

/** The parts of a driver result that this file uses. */
type DriverResult = unknown[] & {
  count: number | null;
  command: string | null;
  columns: readonly unknown[] | null;
};

/**
 * The parts of a driver query that this file uses. They are internal to the driver, so a test guards each.
 */
interface DriverQuery {
  executed: boolean;
  resolve: (result: DriverResult | DriverResult[]) => void;
  reject: (error: Error) => void;
  cursorFn?: (result: DriverResult) => unknown;
  forEachFn?: unknown;
  streaming?: boolean;
}

/**
 * Whether the count is the number of rows sent. An `insert` counts changed rows and may send none, and so
 * does `create table as`, which reports itself as SELECT but describes no columns.
 */
const countsRowsSent = ({ command, columns }: DriverResult): boolean =>
  (command === 'SELECT' || command === 'FETCH') && (columns?.length ?? 0) > 0;

/**
 * Removes the holes that an earlier failure left before the rows, and checks that what remains is what was
 * sent. The rows themselves are right; only their indexes are too high.
 * @throws UnsoundResultError when rows are missing or there are holes between them
 * @example closeHoles(result) // [ <2001 empty items>, row ] becomes [row]
 */
export function closeHoles(result: DriverResult, counted: boolean): void {
  let holes = 0;
  while (holes < result.length && !(holes in result)) holes += 1;
  if (holes > 0) result.splice(0, holes);
  const short = counted && result.count !== null && result.length !== result.count;
  if (short || result.includes(undefined)) {
    throw new UnsoundResultError(
      `${result.command ?? 'a statement'} sent ${result.count ?? 'some'} rows, of which ${result.filter(() => true).length} arrived`,
    );
  }
}

/** The results of one statement or of several; none for a COPY, which resolves to a stream. */
function resultsIn(results: DriverResult | DriverResult[]): DriverResult[] {
  if (!Array.isArray(results)) return [];
  return 'count' in results ? [results] : results;
}

function checkResults(query: DriverQuery): void {
  const { resolve, cursorFn } = query;
  const isStreamed = Boolean(query.forEachFn ?? query.cursorFn ?? query.streaming);
  query.resolve = (results) => {
    try {
      for (const result of resultsIn(results)) {
        closeHoles(result, !isStreamed && countsRowsSent(result));
      }
      resolve(results);
    } catch (error) {
      query.reject(error as Error);
    }
  };
  if (cursorFn) {
    query.cursorFn = (batch) => {
      try {
        closeHoles(batch, false);
      } catch (error) {
        query.reject(error as Error);
        return undefined;
      }
      return cursorFn(batch);
    };
  }
}

const CHECKED = Symbol.for('cotejo.checked-results');

/**
 * Makes every query of the driver check its result, including queries in transactions, cursors and Drizzle.
 * @example const sql = withCheckedResults(postgres(url));
 */
export function withCheckedResults<Client extends { unsafe(text: string): object }>(sql: Client): Client {
  const query = Object.getPrototypeOf(sql.unsafe('')) as { handle: () => unknown; [CHECKED]?: true };
  if (query[CHECKED]) return sql;
  const { handle } = query;
  if (typeof handle !== 'function')
    throw new Error('the PostgreSQL driver is not the one this file was written for');
  query.handle = function (this: DriverQuery) {
    if (!this.executed) checkResults(this);
    return handle.call(this);
  };
  query[CHECKED] = true;
  return sql;
}

/**
 * The only row of a statement that always has one, such as a `count(*)`. Its absence never means zero.
 * @throws UnsoundResultError when there is no row
 * @example onlyRow(await sql`select count(*)::int as rows from series`).rows
 */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [first] = rows;
  if (first !== undefined) return first;
  throw new UnsoundResultError('a statement that always has a row sent none');
}
