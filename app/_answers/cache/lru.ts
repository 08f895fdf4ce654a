/** A memory with a bound on the sum of the sizes in it. */
import { LRUCache } from 'lru-cache';

/** One value may not push out everything else. */
const LARGEST_SHARE = 1 / 8;

/** Keeps values by their sizes; the one that was used least recently goes first. */
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
    // An empty value has a size too, because its key takes room.
    this.entries.set(key, value, { size: Math.max(1, size) });
  }

  delete(key: string): void {
    this.entries.delete(key);
  }
}
