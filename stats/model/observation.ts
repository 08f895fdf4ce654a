/**
 * An observation is what one source says about one indicator for one area and period: a number with its
 * hedge, its locator in the source, and the edition it came from. A cell is one figure or gap of an answer:
 * an observation as published, one computed from several, or a gap with its reason.
 */
import type { Gap, StoredGap } from './gap.ts';
import type { Stated } from '../uncertainty/hedge.ts';
import type { Note } from './catalogue.ts';
import type { Basis, Period, PeriodStatus } from '../time/period.ts';
import type { TransformId } from './query.ts';

/** Codes for "all" and "none" on the counterpart axis, and for the total of a breakdown. */
export const ALL = '_T';
export const NONE = '_Z';

/** Why a figure is an interval. Different kinds are not combined. */
export const INTERVAL_KINDS = [
  'none',
  'stated',
  'confidence-95',
  'suppression',
  'rounding',
  'disclosure',
] as const;
export type IntervalKind = (typeof INTERVAL_KINDS)[number];

/** What one source publishes about one indicator for one area: a line on a chart. */
export interface SeriesKey {
  readonly indicator: string;
  readonly source: string;
  readonly area: string;
  readonly counterpart: string;
  readonly breakdown: string;
  /** A change of definition starts a new series. `main` if an indicator has only one definition. */
  readonly definition: string;
  readonly basis: Basis;
}

/** One row of a source's table, before it is stored. Shares are 0 to 1. */
export interface Observation extends SeriesKey {
  readonly period: Period;
  readonly periodStatus: PeriodStatus;
  /** For an interval that is part of a year: the basis of that year. */
  readonly ofBasis: Basis | null;
  readonly edition: string;
  /** Null if and only if `gap` is not. */
  readonly stated: Stated | null;
  readonly intervalKind: IntervalKind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly gap: StoredGap | null;
  readonly attributedTo: string | null;
  readonly locator: string | null;
  /** As printed, only if the source's own text is known; never composed. */
  readonly printed: string | null;
  readonly note: Note | null;
}

/** The rule by which a cell was computed. */
export const COMPUTATIONS = ['sum', 'weighted-mean', 'ratio-of-sums'] as const;
export type Computation = (typeof COMPUTATIONS)[number];

/** How many of the expected members or months a computed cell contains. */
export interface Coverage {
  readonly present: number;
  readonly expected: number;
  /** Share of the weight (population) that is present, 0 to 1; null without weights. */
  readonly weight: number | null;
  /**
   * If the population of a member is not on file, `weight` is a bound: an upper bound if such members are
   * missing from the figure, a lower bound if they are in it. If absent, `weight` is exact.
   */
  readonly weightBound?: WeightBound;
  /** The members missing from a figure; absent if there are none. */
  readonly missing?: readonly string[];
}

export const WEIGHT_BOUNDS = ['at-least', 'at-most'] as const;
export type WeightBound = (typeof WEIGHT_BOUNDS)[number];

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
  /** Null if and only if `stated` is not. */
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
  /** The transform that was applied to the figure, if any. */
  readonly transform?: TransformId;
  /**
   * For a gap of a code without figures in the time of the query: the last period on file, if there is one.
   */
  readonly lastOnFile?: string;
  /** For a rank: the range of ranks that the hedges allow. */
  readonly rank?: RankRange;
  /** The ends are a band that a chart draws around the figure; the source does not state them. */
  readonly isBand?: true;
}

/** The fields of a cell without a figure. The reason is in its gap. */
export const WITHOUT_FIGURE = {
  stated: null,
  lowInclusive: null,
  highInclusive: null,
  intervalKind: 'none',
  numerator: null,
  denominator: null,
} as const satisfies Partial<Cell>;

/**
 * The best and the worst rank that hedges allow, and the number of ranked figures. The greatest figure is
 * first.
 */
export interface RankRange {
  readonly best: number;
  readonly worst: number;
  readonly of: number;
}

/** The text that identifies a series in keys and hashes. */
export const seriesKey = (s: SeriesKey): string =>
  [s.indicator, s.source, s.area, s.counterpart, s.breakdown, s.definition, s.basis].join(' | ');
