// What a trial is, and how it is told.

import type { Site } from './site.ts';

/** How one trial came out. */
export interface TrialOutcome {
  readonly trial: string;
  readonly figures: string;
  readonly isWell: boolean;
}

/** How much of each: a short drill for every change, a long one before a version. */
export interface Extent {
  readonly kills: number;
  readonly overloadSeconds: number;
  readonly fuzzed: number;
  readonly slowClients: number;
}

export type Trial = (site: Site, extent: Extent) => Promise<TrialOutcome>;

export const quantile = (numbers: readonly number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? 0;
export const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
