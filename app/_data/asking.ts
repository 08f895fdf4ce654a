/**
 * The clients that work is done for, and the deadline. AsyncLocalStorage carries it along with the work, also
 * through Next, whose bundle has a second copy of this file: both copies find the same store on `globalThis`.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

const REASONS = {
  COTEJO_BUSY: 'too much at once',
  COTEJO_LATE: 'out of time',
  COTEJO_LEFT: 'nobody waits',
  COTEJO_BEHIND: 'the database may not have this release yet',
  COTEJO_EMPTY: 'no release is published yet',
};

/** Thrown if work was not begun or not waited for. `code` is read where errors become answers. */
export class NotNow extends Error {
  constructor(readonly code: keyof typeof REASONS) {
    super(REASONS[code]);
  }
}

/** One request, as the work for it knows it. */
export class AskingScope {
  /** Whether the question was weighed as a heavy one: its statements then have connections of their own. */
  heavy = false;
  /** The error that kept Next from making a page: Next itself reports only that there was an error. */
  trouble: unknown = null;
  /** The release that a page shows, for the server in front of Next. */
  release: string | null = null;
  /** HTML of the page that is made: its place in this list is sent to the browser, which has the HTML in the page. */
  readonly markup: string[] = [];
  private readonly others: AskingScope[] = [];

  /**
   * @param asker the network address of the client
   * @param until deadline in milliseconds of the clock; waiting counts
   */
  constructor(
    readonly asker: string,
    private readonly until: number,
    private readonly hasLeft: () => boolean,
    /** Names the request in the log. */
    readonly id: string | null = null,
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

  /**
   * @throws NotNow if no client waits for the work any more
   */
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

/** Runs work whose result is kept for later clients: it continues when the first client disconnects. */
export const forEverybody = <T>(work: () => T): T => store.run(undefined, work);

/** Waits for work, but not past the deadline of the waiting request. @throws NotNow */
export async function inTime<T>(work: Promise<T>, asking = currentAsking()): Promise<T> {
  if (!asking) return work;
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new NotNow('COTEJO_LATE')), asking.deadline - Date.now());
  });
  // The client has already received an error, so a later failure is ignored.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(clock);
  }
}

/** Records why a page could not be made, for the server in front of Next. */
export async function noting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const asking = currentAsking();
    if (asking) asking.trouble = error;
    throw error;
  }
}
