/** What every branch of a statement is given: the plan, the release as a parameter, and the way to bind more. */
import { hasParts } from '../../schema/tables.ts';
import type { ReleaseIndex } from '../../releases.ts';
import type { SummedBasis, ZeroMonth } from '../plan/periods.ts';
import type { Plan } from '../plan/plan.ts';
import type { JoinedAxes } from './axis.ts';
import type { Bind } from './fragment.ts';

export interface BranchContext {
  readonly plan: Plan;
  readonly index: ReleaseIndex;
  readonly bind: Bind;
  /** The release that is asked for, as a parameter. */
  readonly release: string;
}

/** The conditions of a question, bound once for the branches that share them. */
export interface BoundConditions {
  /** On the series `s`, leaving out the three axes. */
  readonly series: string;
  /** On the period of a row, by the alias of its table. */
  readonly time: (alias: string) => string;
}

/** What the steps of the branch that adds up months have in common. */
export interface MonthsBranch extends BranchContext {
  readonly bases: readonly SummedBasis[];
  readonly axes: JoinedAxes;
  /** The indicator's table. */
  readonly table: string;
  /** The bounds of the time that is asked for, as parameters; null where it is open. */
  readonly from: string | null;
  readonly to: string | null;
  /** The last day of fiscal years where it is another one. */
  readonly toFiscal: string | null;
  /** Months that a sparse table leaves out because they are zero. */
  readonly zeros: readonly ZeroMonth[];
  /** Whether there are any: a branch without them has fewer steps. */
  readonly isSparse: boolean;
  /** The bases as a table `spans(span, months)`. */
  readonly spans: string;
}

/** Numerator and denominator of a row `f`; null where its table has none. */
export const partsOfRow = ({ indicator }: Plan): readonly [numerator: string, denominator: string] =>
  hasParts(indicator.measure) ? ['f.numerator', 'f.denominator'] : ['null::float8', 'null::float8'];
