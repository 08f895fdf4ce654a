/** A cache with a limit on the total size of its values. */
import { LRUCache } from 'lru-cache';

/** A single value may not evict everything else. */
const LARGEST_SHARE = 1 / 8;

/** Keeps values by their sizes; the least recently used goes first. */
export class LruCache<Value extends object | string> {
  private readonly entries: LRUCache<string, Value>;

  constructor(bound: number) {
    this.entries = new LRUCache({
      maxSize: bound,
      maxEntrySize: Math.max(1, Math.floor(bound * LARGEST_SHARE)),
    });
  }

  get size(): number {
    return this.entries.calculatedSize;
  }

  get(key: string): Value | undefined {
    return this.entries.get(key);
  }

  set(key: string, value: Value, size: number): void {
    // An empty value also has a size, because its key takes space.
    this.entries.set(key, value, { size: Math.max(1, size) });
  }

  delete(key: string): void {
    this.entries.delete(key);
  }
}
