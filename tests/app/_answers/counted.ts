// Counts the statements that answers send, for `vi.mock('#app/_data/pool.ts', ...)`.
import type * as Pool from '#app/_data/pool.ts';

/** The pool with every statement told to `tell`: its text where the driver is given one, else nothing. */
export function countingPool(pool: typeof Pool, tell: (text: string) => void): typeof Pool {
  const counted = <F extends (...args: never[]) => unknown>(run: F): F =>
    new Proxy(run, {
      apply: (target, self, args) => {
        tell(typeof args[0] === 'string' ? args[0] : '');
        return Reflect.apply(target, self, args) as unknown;
      },
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        return name === 'unsafe' ? counted(value as F) : value;
      },
    });
  const reader: typeof Pool.reader = async () => {
    const connection = await pool.reader();
    return { ...connection, sql: counted(connection.sql) };
  };
  return { ...pool, reader };
}
