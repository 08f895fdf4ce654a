/** Time and chance, handed in, so that tests neither wait nor guess. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Clock {
  now(): Date;
  /** Waits, unless interrupted: then it throws what interrupted it. */
  pause(ms: number, stop?: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

/** The clock on the wall. */
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
