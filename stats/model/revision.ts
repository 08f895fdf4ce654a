/**
 * What changed between two releases, row by row. A row is *added* or *removed*; it is *revised* when its figure is
 * another one (number, hedge, gap, parts, the days of its period, what these rest on), and *confirmed* when the figure is the same
 * and only its edition, place or note is not: a newer file says it again.
 */
import type { StoredGap } from './gap.ts';
import type { Stated } from '../uncertainty/hedge.ts';
import type { SeriesKey } from './observation.ts';
import type { Period } from '../time/period.ts';

export const REVISION_KINDS = ['added', 'removed', 'revised', 'confirmed'] as const;
export type RevisionKind = (typeof REVISION_KINDS)[number];

/** How many rows changed, by how. */
export type RevisionCounts = Readonly<Record<RevisionKind, number>>;

export const NO_REVISION: RevisionCounts = { added: 0, removed: 0, revised: 0, confirmed: 0 };

/** A figure as it stood in one of the two releases. */
export interface RevisedFigure {
  /** Null where it was a gap. */
  readonly stated: Stated | null;
  readonly gap: StoredGap | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly edition: string;
  /** The days of its period: those of a fiscal year may have been corrected. */
  readonly period: Period;
}

/** Whether two statements are one figure: the same qualifier and the same numbers, or no statement in either. */
export const sameFigure = (a: Stated | null, b: Stated | null): boolean =>
  a === null || b === null
    ? a === b
    : a.qualifier === b.qualifier && a.value === b.value && a.low === b.low && a.high === b.high;

/** A row that changed. */
export interface Revision extends SeriesKey {
  readonly kind: RevisionKind;
  /** As it is now, or was where it was removed. */
  readonly period: Period;
  /** Null where it was added. */
  readonly was: RevisedFigure | null;
  /** Null where it was removed. */
  readonly is: RevisedFigure | null;
}
