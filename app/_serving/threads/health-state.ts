/** What the server tells the thread that answers for its health, in memory that both see. */

/** Where the thread listens, and the memory. */
export interface HealthTask {
  readonly host: string;
  readonly port: number;
  readonly shared: SharedArrayBuffer;
}

/** Places in the shared memory. */
const BEATS = 0;
const CLOSING = 1;

/** The state of the server: it beats while its own thread runs, and says when it is closing. */
export class HealthState {
  private readonly numbers: Int32Array;
  private seen = { beats: -1, at: Date.now() };

  constructor(readonly shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.numbers = new Int32Array(shared);
  }

  beat(): void {
    Atomics.add(this.numbers, BEATS, 1);
  }

  close(): void {
    Atomics.store(this.numbers, CLOSING, 1);
  }

  get isClosing(): boolean {
    return Atomics.load(this.numbers, CLOSING) === 1;
  }

  /** Milliseconds since the last beat, for one reader that looks often. */
  silentFor(): number {
    const beats = Atomics.load(this.numbers, BEATS);
    if (beats !== this.seen.beats) this.seen = { beats, at: Date.now() };
    return Date.now() - this.seen.at;
  }
}
