/**
 * Who a question is worked for, and until when. It goes with the work wherever that goes, also through Next, whose
 * bundle has a copy of this file: both find the one store on `globalThis`.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** Why work was not begun or not waited for. `code` is read where errors become answers. */
export class NotNow extends Error {
  constructor(readonly code: 'COTEJO_BUSY' | 'COTEJO_LATE' | 'COTEJO_LEFT') {
    super({ COTEJO_BUSY: 'too much at once', COTEJO_LATE: 'out of time', COTEJO_LEFT: 'nobody waits' }[code]);
  }
}

/** One request, as the work for it knows it. */
export class AskingScope {
  /** Whether the question was weighed as a heavy one: its statements then have connections of their own. */
  heavy = false;
  /** The error that kept a page from being made: Next tells only that there was one. */
  trouble: unknown = null;
  private readonly others: AskingScope[] = [];

  /**
   * @param asker what is known of who asks: an address of the network
   * @param until milliseconds of the clock; waiting counts
   */
  constructor(
    readonly asker: string,
    private readonly until: number,
    private readonly hasLeft: () => boolean,
  ) {}

  /** Another request that gets the same answer: the work is for both. */
  join(other: AskingScope): void {
    if (other !== this) this.others.push(other);
  }

  get deadline(): number {
    return Math.max(this.until, ...this.others.map(({ deadline }) => deadline));
  }

  isGone(): boolean {
    return this.hasLeft() && this.others.every((other) => other.isGone());
  }

  /** @throws NotNow where nobody waits for the work any more */
  assertWanted(): void {
    if (this.isGone()) throw new NotNow('COTEJO_LEFT');
    if (Date.now() > this.deadline) throw new NotNow('COTEJO_LATE');
  }
}

const STORE = Symbol.for('cotejo.asking');
const shared = globalThis as { [STORE]?: AsyncLocalStorage<AskingScope | undefined> };
const store = (shared[STORE] ??= new AsyncLocalStorage());

/** The request that is worked for; none where the work is for everybody, or a script's. */
export const currentAsking = (): AskingScope | undefined => store.getStore();

/** Works for a request. */
export const workFor = <T>(asking: AskingScope, work: () => T): T => store.run(asking, work);

/** Work whose outcome is kept for all who ask later: it goes on when its first asker leaves. */
export const forEverybody = <T>(work: () => T): T => store.run(undefined, work);

/** Waits for work, but not beyond the time of the request that waits. @throws NotNow */
export async function inTime<T>(work: Promise<T>, asking = currentAsking()): Promise<T> {
  if (!asking) return work;
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new NotNow('COTEJO_LATE')), asking.deadline - Date.now());
  });
  // Who has been told so does not hear of its end.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(clock);
  }
}

/** Notes why a page could not be made, for the server in front of Next. */
export async function noting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const asking = currentAsking();
    if (asking) asking.trouble = error;
    throw error;
  }
}
