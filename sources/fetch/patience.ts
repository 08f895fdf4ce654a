/**
 * Retries: after a temporary fault the request is repeated after a pause that doubles each time, half of it
 * random, so that many clients do not return at the same moment. A publisher's own waiting time is respected.
 * Written here because the pause depends on the answer (Retry-After), is shown to the user, and can be
 * interrupted; with a package for retries these three would still be our code.
 */
import type { Clock } from './clock.ts';
import { FetchFault } from './fault.ts';

const TRIES = 5;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** A user at a terminal does not wait longer than this. */
const LONGEST_ASKED_MS = 5 * 60_000;

/** Called before each pause. */
export type TellWait = (fault: FetchFault, waitMs: number, failed: number) => void;

/** The pause after so many failures. @example pauseAfter(3, () => 1) === 4000; with 0 for chance, 2000 */
function pauseAfter(failed: number, random: () => number): number {
  const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failed - 1));
  return Math.round(whole / 2 + (whole / 2) * random());
}

/** Runs an attempt until it succeeds, meets a permanent fault, or has failed {@link TRIES} times. */
export async function withPatience<T>(
  attempt: () => Promise<T>,
  clock: Clock,
  tell: TellWait,
  stop?: AbortSignal,
): Promise<T> {
  for (let failed = 1; ; failed++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof FetchFault) || error.nature.passing !== true) throw error;
      const { rule, advice, nature } = error;
      if (failed >= TRIES) throw new FetchFault(`${rule} (${TRIES} tries)`, advice);
      const asked = nature.waitMs ?? 0;
      if (asked > LONGEST_ASKED_MS) {
        const until = new Date(clock.now().getTime() + asked).toISOString().slice(0, 16).replace('T', ' ');
        throw new FetchFault(
          `${rule}, and asks to wait ${Math.ceil(asked / 1000)} s`,
          `come back after ${until} UTC`,
        );
      }
      const wait = Math.max(asked, pauseAfter(failed, clock.random));
      tell(error, wait, failed);
      await clock.pause(wait, stop);
    }
  }
}
