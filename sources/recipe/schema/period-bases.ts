/** The bases that a recipe may name for the format of a period. */
import type { Basis } from '#stats/time/period.ts';

/** `interval` is for formats with two years, which then name the first and the last of several. */
export const FORMAT_BASES = [
  'calendar-year',
  'us-fiscal-year',
  'half-year',
  'quarter',
  'month',
  'day',
  'interval',
] as const satisfies Basis[];
export type FormatBasis = (typeof FORMAT_BASES)[number];
