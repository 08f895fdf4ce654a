/** A doubt about a figure: that it is wrong at its source, or that it cannot be compared as it seems to be. */
import type { Text } from '../language.ts';

export const DOUBT_STATUSES = ['open', 'confirmed', 'settled'] as const;
export type DoubtStatus = (typeof DOUBT_STATUSES)[number];

export interface Doubt {
  readonly id: string;
  /** The permanent ids of the figures in doubt. */
  readonly figures: readonly string[];
  readonly title: Text;
  readonly reason: Text;
  readonly status: DoubtStatus;
  readonly reporter: Text;
  /** The day on which it was entered. */
  readonly date: string;
}
