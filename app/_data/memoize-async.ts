/** Memoised loads: one rule for everything that is kept after it was read from the database. */
import { LRUCache } from 'lru-cache';
import { forEverybody } from './asking.ts';

export interface Keeping<Value> {
  /** How many values are kept; the one that was used least recently goes first. */
  readonly max: number;
  /** For how many milliseconds a value is kept; without it for as long as there is room. */
  readonly ttl?: number;
  /** Whether a value is worth keeping. */
  readonly keeps?: (value: Value) => boolean;
  /** The time in milliseconds. */
  readonly clock?: () => number;
}

/**
 * A load whose values are kept by its arguments. Callers that come while it runs share one run. A load that fails is
 * not kept, so the next call tries again. It goes on when the request that began it is over: its value is for all.
 */
export function memoizeAsync<Keys extends readonly (string | null)[], Value>(
  load: (...keys: Keys) => Promise<Value>,
  { max, ttl, keeps = () => true, clock }: Keeping<Value>,
): (...keys: Keys) => Promise<Value> {
  const cache = new LRUCache<string, Promise<Value>>({
    max,
    ...(ttl !== undefined && { ttl, ttlResolution: 0 }),
    ...(clock && { perf: { now: clock } }),
  });
  return (...keys) => {
    const key = JSON.stringify(keys);
    const known = cache.get(key);
    if (known) return known;
    const value = forEverybody(() => load(...keys));
    cache.set(key, value);
    const forget = (): void => {
      if (cache.peek(key) === value) cache.delete(key);
    };
    value.then((loaded) => {
      if (!keeps(loaded)) forget();
    }, forget);
    return value;
  };
}
