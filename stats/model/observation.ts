/**
 * An observation is what one source says about one indicator for one area and period: a number with its
 * hedge, its place in the source, and the release it came in. A cell is the same thing in an answer: an
 * observation as published, or one combined from several, or a gap with its reason.
 */
import type { Gap, StoredGap } from './gap.ts';
import type { Stated } from '../uncertainty/hedge.ts';
import type { Note } from './catalogue.ts';
import type { Basis, Period, PeriodStatus } from '../time/period.ts';
import type { TransformId } from './query.ts';

/** Codes for "all" and "none" on the counterpart axis, and for the total of a breakdown. */
export const ALL = '_T';
export const NONE = '_Z';

/** How an interval came about. Different kinds are not combined. */
export const INTERVAL_KINDS = ['none', 'stated', 'confidence-95', 'suppression', 'rounding'] as const;
export type IntervalKind = (typeof INTERVAL_KINDS)[number];

/** What one source says about one indicator for one area: a line on a chart. */
export interface SeriesKey {
  readonly indicator: string;
  readonly source: string;
  readonly area: string;
  readonly counterpart: string;
  readonly breakdown: string;
  /** A definition break starts a new series. `main` where an indicator has one definition. */
  readonly definition: string;
  readonly basis: Basis;
}

/** One row of a source's own table, before it is stored. Shares are 0 to 1. */
export interface Observation extends SeriesKey {
  readonly period: Period;
  readonly periodStatus: PeriodStatus;
  /** For an interval that is part of a year: the basis of that year. */
  readonly ofBasis: Basis | null;
  readonly edition: string;
  /** Null exactly where `gap` is not. */
  readonly stated: Stated | null;
  readonly intervalKind: IntervalKind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly gap: StoredGap | null;
  readonly attributedTo: string | null;
  readonly locator: string | null;
  /** As printed, only where the source's own print is known; never composed. */
  readonly printed: string | null;
  readonly note: Note | null;
}

/** The rule that made a computed cell. */
export const COMPUTATIONS = ['sum', 'weighted-mean', 'ratio-of-sums'] as const;
export type Computation = (typeof COMPUTATIONS)[number];

/** How much of what was asked for went into a computed cell. */
export interface Coverage {
  readonly present: number;
  readonly expected: number;
  /** Share of the weight (population) that is present, 0 to 1; null without weights. */
  readonly weight: number | null;
}

/** One cell of an answer. */
export interface Cell extends SeriesKey {
  readonly period: Period;
  readonly periodStatus: PeriodStatus;
  readonly stated: Stated | null;
  readonly lowInclusive: boolean | null;
  readonly highInclusive: boolean | null;
  readonly intervalKind: IntervalKind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Null exactly where `stated` is not. */
  readonly gap: Gap | null;
  readonly coverage: Coverage | null;
  /** Null for a cell as its source published it. */
  readonly computed: Computation | null;
  /** Edition ids; several for a computed cell. */
  readonly editions: readonly string[];
  readonly attributedTo: string | null;
  readonly locator: string | null;
  readonly printed: string | null;
  readonly notes: readonly Note[];
  /** What was made of the figure before it was shown; absent: nothing. */
  readonly transform?: TransformId;
  /** For what is not on file in the time that was asked for: the last period that is; absent: none is. */
  readonly lastOnFile?: string;
  /** For a rank: its place, as far as it is known. */
  readonly rank?: RankRange;
}

/** What a cell without a figure says where the figure would be; why there is none is its gap. */
export const WITHOUT_FIGURE = {
  stated: null,
  lowInclusive: null,
  highInclusive: null,
  intervalKind: 'none',
  numerator: null,
  denominator: null,
} as const satisfies Partial<Cell>;

/** Places in an order, the greatest figure first: the best and the worst that hedges allow, of so many. */
export interface RankRange {
  readonly best: number;
  readonly worst: number;
  readonly of: number;
}

/** The text that names a series in keys and hashes. */
export const seriesKey = (s: SeriesKey): string =>
  [s.indicator, s.source, s.area, s.counterpart, s.breakdown, s.definition, s.basis].join(' | ');
