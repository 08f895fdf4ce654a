/**
 * The comparison of several sources of the same subject. It is part of an answer, which may show fewer
 * sources.
 */
import type { Text } from '../language.ts';
import type { Comparison } from '../model/comparison.ts';
import type { Period } from '../time/period.ts';
import type { Dependence, ReversalKind } from './dependence.ts';
import type { Envelope } from './range.ts';

/** A conclusion checked against another source. */
export interface DisagreementQuestion extends Dependence {
  /** For a ranking: the period. For a change: its last period. */
  readonly period: Period;
  /** For a change: its first period. */
  readonly from: Period | null;
  /** The number of questions: pairs in a ranking, members in a change. */
  readonly asked: number;
}

export interface OtherSource {
  readonly source: string;
  /** Null if the two sources do not have two members in one period, or have too many. */
  readonly ranking: DisagreementQuestion | null;
  /** Null if the two sources have no member in two periods. */
  readonly change: DisagreementQuestion | null;
}

/** `spread`: the conclusions are the same but the figures differ. */
export type SourcesVerdict = ReversalKind | 'spread' | 'unchecked';

export interface SeveralSources {
  readonly chosen: string;
  /** The worst verdict of all the questions. */
  readonly verdict: SourcesVerdict;
  readonly others: readonly OtherSource[];
  /** Areas and periods for which more than one source has a figure. */
  readonly envelopes: readonly Envelope[];
  /** All sources that were compared, shown or not, the chosen one first. */
  readonly sources: readonly { readonly id: string; readonly shortTitle: Text }[];
}

/** A comparison with the verdict over its sources. */
export interface JudgedComparison extends Comparison {
  /**
   * The verdict over every source on file for the same areas and periods, shown or not; null if there is only one.
   * If absent, it was not asked for, and only the sources shown can be judged.
   */
  readonly dependence?: SeveralSources | null;
}
