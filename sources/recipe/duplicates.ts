/** Which observation was said before. */
import type { Observation } from '#stats/observation.ts';

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

/**
 * Keeps the first line of every key, so that a second one is found, without keeping the keys: a key is 64
 * bits of hash in flat arrays, 24 bytes a row. Two different keys fall on one hash in a million rows with a
 * probability of 3 in 100 million; the database's own key is the last judge.
 */
export class Duplicates {
  private size = 1 << 14;
  private count = 0;
  private high = new Uint32Array(this.size);
  private low = new Uint32Array(this.size);
  private lines = new Uint32Array(this.size);

  /** The line that said the same before; null where it is new. */
  firstLine(o: Observation, line: number): number | null {
    let a = 0x811c9dc5;
    let b = 0x9e3779b9;
    // The parts are hashed as they are: joining them to one text would cost more than reading the file.
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
    a = Math.imul(a ^ (a >>> 16), 0xc2b2ae35) >>> 0;
    if (this.count * 2 >= this.size) this.grow();
    return this.put(a, b >>> 0, line);
  }

  private put(a: number, b: number, line: number): number | null {
    const { high, low, lines } = this;
    const mask = this.size - 1;
    let at = (a ^ b) & mask;
    while (lines[at] !== 0) {
      if (high[at] === a && low[at] === b) return lines[at] ?? null;
      at = (at + 1) & mask;
    }
    [high[at], low[at], lines[at]] = [a, b, Math.max(1, line)];
    this.count++;
    return null;
  }

  private grow(): void {
    const { high, low, lines } = this;
    this.size *= 2;
    this.count = 0;
    this.high = new Uint32Array(this.size);
    this.low = new Uint32Array(this.size);
    this.lines = new Uint32Array(this.size);
    lines.forEach((line, i) => line !== 0 && this.put(high[i] ?? 0, low[i] ?? 0, line));
  }
}
