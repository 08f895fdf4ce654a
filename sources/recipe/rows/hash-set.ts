/** A table from 64-bit hashes to the line that had them first: 12 bytes per slot, at most half full. */
export class Seen {
  count = 0;

  constructor(
    private size: number,
    private high = new Uint32Array(size),
    private low = new Uint32Array(size),
    private lines = new Uint32Array(size),
  ) {}

  /** The line that had this hash before; null if it is new, and then it is stored. */
  put(a: number, b: number, line: number): number | null {
    if (this.count * 2 >= this.size) this.grow();
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

  forEach(visit: (a: number, b: number, line: number) => void): void {
    const { high, low, lines } = this;
    for (let i = 0; i < this.size; i++) {
      const line = lines[i] ?? 0;
      if (line !== 0) visit(high[i] ?? 0, low[i] ?? 0, line);
    }
  }

  private grow(): void {
    const bigger = new Seen(this.size * 2);
    this.forEach((a, b, line) => bigger.put(a, b, line));
    this.size *= 2;
    [this.high, this.low, this.lines] = [bigger.high, bigger.low, bigger.lines];
  }
}
