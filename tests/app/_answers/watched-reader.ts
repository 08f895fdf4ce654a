// A reader of the real database that reports the statements passing through it, for
// `createData(watchedReader(...))`.
import { reader, type Reader } from '#app/_data/pool.ts';

/**
 * The site's reader, but every statement is passed to `watch` before it is sent: its text if the driver gets
 * one, otherwise nothing. If `watch` throws, the statement fails.
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

/**
 * Whether a statement reads figures. The list of releases is read every few seconds regardless of requests.
 */
export const readsFigures = (text: string): boolean => /\bseries\b/.test(text);
