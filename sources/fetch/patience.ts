/**
 * Asking again: what passes is tried again after a pause that doubles each time, half of it by chance, so
 * that many askers do not come back at one moment. A publisher who says how long to wait is obeyed.
 *
 * Our own because the pause depends on the answer (Retry-After), is told to the person, and can be
 * interrupted; with a package for retries these three would still be ours.
 */
import type { Clock } from './clock.ts';
import { FetchFault } from './fault.ts';

const TRIES = 5;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Longer than this nobody waits before a terminal. */
const LONGEST_ASKED_MS = 5 * 60_000;

/** Told before each pause. */
export type TellWait = (fault: FetchFault, waitMs: number, failed: number) => void;

/** The pause after so many failures. @example pauseAfter(3, () => 1) === 4000; with 0 for chance, 2000 */
function pauseAfter(failed: number, random: () => number): number {
  const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failed - 1));
  return Math.round(whole / 2 + (whole / 2) * random());
}

/** Runs an attempt until it succeeds, meets a fault that stays, or has failed {@link TRIES} times. */
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
