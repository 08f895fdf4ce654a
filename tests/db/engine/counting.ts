import type { Sql } from '#db/connect.ts';

/** A connection that counts its statements. Any way to query other than the engine's is an error. */
export function countingStatements(sql: Sql): { readonly sql: Sql; readonly sent: () => number } {
  let sent = 0;
  const counted = new Proxy(sql, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (name !== 'unsafe' || typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        sent += 1;
        return Reflect.apply(value, target, given) as unknown;
      };
    },
    apply: () => {
      throw new Error('a second way to ask');
    },
  });
  return { sql: counted, sent: () => sent };
}
