/** Time and randomness as parameters, so that tests need not wait and are deterministic. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Clock {
  now(): Date;
  /** Waits; if it is interrupted, throws the reason. */
  pause(ms: number, stop?: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

/** The system clock. */
export const wallClock: Clock = {
  now: () => new Date(),
  async pause(ms, stop) {
    try {
      await sleep(ms, undefined, stop ? { signal: stop } : {});
    } catch (error) {
      throw stop?.aborted ? stop.reason : error;
    }
  },
  random: () => Math.random(),
};
