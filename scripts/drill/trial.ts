// A trial and its result.

import type { Site } from './site.ts';

/** How one trial came out. */
export interface TrialOutcome {
  readonly trial: string;
  readonly figures: string;
  readonly isWell: boolean;
}

/** The extent of a drill: short for every change, long before a version. */
export interface Extent {
  readonly kills: number;
  readonly overloadSeconds: number;
  readonly soakSeconds: number;
  readonly fuzzed: number;
  readonly slowClients: number;
  /** Mutated workbooks; of the other formats a fifth of that. */
  readonly files: number;
}

export type Trial = (site: Site, extent: Extent) => Promise<TrialOutcome>;

export const quantile = (numbers: readonly number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? 0;
export const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
