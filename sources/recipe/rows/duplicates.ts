/**
 * Finds rows with the same key without keeping the keys: a key is 64 bits of hash. The probability that two
 * different keys among a million rows share a hash is 3 in 100 million, and the database's own key is the
 * final check. Up to a million hashes are in memory and a duplicate is reported at once; further hashes go to
 * files and are compared at the end, so that memory does not grow with the file.
 */
import type { Observation } from '#stats/model/observation.ts';
import { Seen } from './hash-set.ts';
import { Spill } from './hash-spill.ts';

function partOf(o: Observation, part: number): string {
  switch (part) {
    case 0:
      return o.indicator;
    case 1:
      return o.area;
    case 2:
      return o.counterpart;
    case 3:
      return o.breakdown;
    case 4:
      return o.definition;
    case 5:
      return o.basis;
    case 6:
      return o.period.start ?? '..';
    default:
      return o.period.end ?? '..';
  }
}

export class Duplicates {
  private seen: Seen | null = new Seen(1 << 14);
  private spill: Spill | null = null;

  constructor(private readonly mostInMemory = 1_000_000) {}

  /** The earlier line with the same key; null if the key is new. */
  firstLine(o: Observation, line: number): number | null {
    let a = 0x811c9dc5;
    let b = 0x9e3779b9;
    // The parts are hashed separately: joining them into one text would cost more than reading the file.
    for (let part = 0; part < 8; part++) {
      const text = partOf(o, part);
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        a = Math.imul(a ^ code, 0x01000193);
        b = Math.imul(b ^ code, 0x85ebca6b);
        b ^= b >>> 13;
      }
      a = Math.imul(a ^ 0x1f, 0x01000193);
      b = Math.imul(b ^ 0x1f, 0x85ebca6b);
    }
    return this.put(Math.imul(a ^ (a >>> 16), 0xc2b2ae35) >>> 0, b >>> 0, line);
  }

  private put(a: number, b: number, line: number): number | null {
    if (this.seen && this.seen.count < this.mostInMemory) return this.seen.put(a, b, line);
    const spill = (this.spill ??= new Spill());
    this.seen?.forEach((x, y, first) => spill.put(x, y, first));
    this.seen = null;
    spill.put(a, b, line);
    return null;
  }

  /** Reports the duplicates that could not be found at once. */
  finish(tell: (line: number, first: number) => void): void {
    this.spill?.finish(tell);
    this.spill = null;
  }

  /** Deletes temporary files, however the reading ended. */
  drop(): void {
    this.spill?.drop();
  }
}
