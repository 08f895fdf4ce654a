// A reader of the real database that says which statements pass through it, for `createData(watchedReader(...))`.
import { reader, type Reader } from '#app/_data/pool.ts';

/**
 * The site's reader with every statement handed to `watch` before it is sent: its text where the driver is given
 * one, else nothing. A `watch` that throws breaks the statement.
 */
export function watchedReader(watch: (text: string) => void): Reader {
  const watched = <F extends (...args: never[]) => unknown>(run: F): F =>
    new Proxy(run, {
      apply: (target, self, args) => {
        watch(typeof args[0] === 'string' ? args[0] : '');
        return Reflect.apply(target, self, args) as unknown;
      },
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        return name === 'unsafe' ? watched(value as F) : value;
      },
    });
  return async (lane) => {
    const connection = await reader(lane);
    return { ...connection, sql: watched(connection.sql) };
  };
}

/** Whether a statement reads figures; the list of releases is read again every few seconds, whoever asks. */
export const readsFigures = (text: string): boolean => /\bseries\b/.test(text);
