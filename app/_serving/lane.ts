/**
 * So much at a time, so much waiting, so much of that for one asker. What would wait for longer than it may is
 * refused at once, and who has left is not worked for.
 */
import { NotNow, type AskingScope } from '#app/_data/asking.ts';

interface Bounds {
  /** Work at a time. */
  readonly running: number;
  /** How many may wait. */
  readonly waiting: number;
  /** How many of both may be of one asker. */
  readonly perAsker: number;
  /** How long one piece of work takes, until it is known; milliseconds. */
  readonly usually: number;
  /** For what part of the time of one piece nothing is begun after it where others wait: the loop is free for the rest. */
  readonly rest?: number;
}

interface Waiting {
  readonly asking: AskingScope;
  readonly begin: () => void;
  readonly refuse: (error: NotNow) => void;
}

/** How much of the mean the newest time is. */
const NEWEST = 0.2;
/** Of the time that is left the wait may take so much; the rest is for the work. */
const SHARE = 0.7;
const MOST_REST_MS = 500;

/** A bound on work of one kind. */
export class Lane {
  private running = 0;
  private made = 0;
  private readonly queue: Waiting[] = [];
  private readonly askers = new Map<string, number>();
  private mean: number;

  constructor(private readonly bounds: Bounds) {
    this.mean = bounds.usually;
  }

  /** For who looks after us: how much is under way and waits. */
  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.running, waiting: this.queue.length };
  }

  /** How much was made since the start. */
  get total(): number {
    return this.made;
  }

  /**
   * Does work for a request when there is room.
   * @throws NotNow COTEJO_BUSY at once; COTEJO_LATE, COTEJO_LEFT when its turn has come and is no use
   */
  async through<T>(asking: AskingScope, work: () => Promise<T>): Promise<T> {
    asking.assertWanted();
    this.assertRoom(asking);
    this.count(asking.asker, 1);
    try {
      await this.turn(asking);
      const since = Date.now();
      try {
        return await work();
      } finally {
        const took = Date.now() - since;
        this.made += 1;
        this.mean += NEWEST * (took - this.mean);
        this.running -= 1;
        this.next(Math.min(MOST_REST_MS, took * (this.bounds.rest ?? 0)));
      }
    } finally {
      this.count(asking.asker, -1);
    }
  }

  private assertRoom({ asker, deadline }: AskingScope): void {
    const { running, waiting, perAsker } = this.bounds;
    const isFree = this.running < running && this.queue.length === 0;
    if ((this.askers.get(asker) ?? 0) >= perAsker) throw new NotNow('COTEJO_BUSY');
    if (isFree) return;
    const wait = ((this.queue.length + 1) / running) * this.mean;
    if (this.queue.length >= waiting || wait > (deadline - Date.now()) * SHARE)
      throw new NotNow('COTEJO_BUSY');
  }

  private turn(asking: AskingScope): Promise<void> {
    if (this.running < this.bounds.running && this.queue.length === 0) {
      this.running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const begin = (): void => {
        this.running += 1;
        resolve();
      };
      this.queue.push({ asking, begin, refuse: reject });
    });
  }

  /** Begins what waits and is still wanted, a turn of the loop or a rest later: others are heard in between. */
  private next(restMs: number): void {
    const later = (begin: () => void): unknown =>
      restMs > 0 && this.queue.length > 0 ? setTimeout(begin, restMs) : setImmediate(begin);
    later(() => {
      while (this.running < this.bounds.running) {
        const first = this.queue.shift();
        if (!first) return;
        try {
          first.asking.assertWanted();
          first.begin();
        } catch (error) {
          first.refuse(error as NotNow);
        }
      }
    });
  }

  private count(asker: string, by: 1 | -1): void {
    const now = (this.askers.get(asker) ?? 0) + by;
    if (now > 0) this.askers.set(asker, now);
    else this.askers.delete(asker);
  }
}
