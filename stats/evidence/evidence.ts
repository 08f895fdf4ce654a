/** The evidence of a figure as data: of a published one its states and sources, of a computed one its inputs. */
import type { Edition, Note, Release, Source } from '../model/catalogue.ts';
import type { Comparison } from '../model/comparison.ts';
import type { StoredGap } from '../model/gap.ts';
import type { Cell, IntervalKind, SeriesKey } from '../model/observation.ts';
import type { ObservationKey } from '../model/observation-id.ts';
import type { Query } from '../model/query.ts';
import type { Basis, Period, PeriodStatus } from '../time/period.ts';
import type { Stated } from '../uncertainty/hedge.ts';
import type { Input } from './inputs.ts';

/** A row as it was from one release up to, but not including, another. */
export interface ObservationState {
  readonly since: string;
  /** The first release without it; null if it is still in force. */
  readonly until: string | null;
  readonly period: Period;
  readonly periodStatus: PeriodStatus;
  /** For an interval that is part of a year: the basis of that year. */
  readonly ofBasis: Basis | null;
  readonly stated: Stated | null;
  readonly lowInclusive: boolean | null;
  readonly highInclusive: boolean | null;
  readonly intervalKind: IntervalKind;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly gap: StoredGap | null;
  readonly edition: string;
  readonly attributedTo: string | null;
  readonly locator: string | null;
  readonly printed: string | null;
  readonly note: Note | null;
}

/** A state with the file that it was read from. */
export interface DatedState extends ObservationState {
  readonly file: Edition | null;
}

export interface ObservationEvidence {
  readonly key: ObservationKey;
  /** The release that is shown: the one asked for, or the newest that has the figure. */
  readonly release: Release;
  /** Whether the release asked for has the figure. */
  readonly isInRelease: boolean;
  /** The oldest first. */
  readonly states: readonly DatedState[];
  readonly current: DatedState;
  readonly source: Source;
  /** What all sources say about the same series in that release, computed figures included. */
  readonly comparison: Comparison;
}

/** Most inputs that are listed; a sum of more is told by its number and its address. */
export const MOST_INPUTS = 500;

export interface CellEvidence {
  /** The answer that has the cell. */
  readonly comparison: Comparison;
  readonly cell: Cell;
  /** The question that the inputs answer. */
  readonly inputsQuery: Query;
  /** The answers that name the inputs' codes: theirs, and that of their weights or divisors. */
  readonly inputsAnswer: Comparison;
  readonly weightsAnswer: Comparison | null;
  /** At most `MOST_INPUTS`. */
  readonly inputs: readonly Input[];
  readonly count: number;
  /** The figure computed again from the inputs; null where that is not done here. */
  readonly again: { readonly stated: Stated | null; readonly agrees: boolean } | null;
}

/** What one computed figure of an answer was made from. */
export interface CellParts {
  readonly cell: Cell;
  readonly inputs: readonly Input[];
  readonly inputsAnswer: Comparison;
  readonly weightsAnswer: Comparison | null;
}

/** A figure that was found by its number, with the series that it belongs to. */
export interface FoundFigure extends SeriesKey {
  readonly state: ObservationState;
}
