/** What is said of several sources of one thing. It travels with an answer, which may show fewer of them. */
import type { Text } from '../language.ts';
import type { Period } from '../time/period.ts';
import type { Dependence, ReversalKind } from './dependence.ts';
import type { Envelope } from './range.ts';

/** A conclusion read again under another source. */
export interface DisagreementQuestion extends Dependence {
  /** Of a ranking: the period. Of a change: its end. */
  readonly period: Period;
  /** Of a change: its beginning. */
  readonly from: Period | null;
  /** How many questions there were: pairs of a ranking, members of a change. */
  readonly asked: number;
}

export interface OtherSource {
  readonly source: string;
  /** Null where the two have not two members in one period, or too many. */
  readonly ranking: DisagreementQuestion | null;
  /** Null where the two have no member in two periods. */
  readonly change: DisagreementQuestion | null;
}

/** `spread`: the conclusions are the same, the figures are not. */
export type SourcesVerdict = ReversalKind | 'spread' | 'unchecked';

export interface SeveralSources {
  readonly chosen: string;
  /** The worst of all that could be asked. */
  readonly verdict: SourcesVerdict;
  readonly others: readonly OtherSource[];
  /** Areas and periods of which more than one source has a figure. */
  readonly envelopes: readonly Envelope[];
  /** All that were asked, shown or not, the chosen one first. */
  readonly sources: readonly { readonly id: string; readonly shortTitle: Text }[];
}
