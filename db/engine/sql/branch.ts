/** The context of every branch of a statement: the plan, the release as a parameter, and the binder. */
import type { PartOfYear } from '../../../stats/time/period.ts';
import { hasParts } from '../../schema/tables.ts';
import type { ReleasePoint } from '../../schema/validity.ts';
import type { ReleaseIndex } from '../../releases.ts';
import type { SummedBasis, ZeroMonth } from '../plan/periods.ts';
import type { Plan } from '../plan/plan.ts';
import type { JoinedAxes } from './axis.ts';
import type { Bind } from './fragment.ts';

export interface BranchContext {
  readonly plan: Plan;
  readonly index: ReleaseIndex;
  readonly bind: Bind;
  /** The release of the query, as parameters. */
  readonly release: ReleasePoint<string>;
}

/** The conditions of a query, bound once for the branches that share them. */
export interface BoundConditions {
  /** On the series `s`, without the three axes. */
  readonly series: string;
  /** On the period of a row, given the alias of its table. */
  readonly time: (alias: string) => string;
}

/** What the steps of the branch of months share. */
export interface MonthsBranch extends BranchContext {
  readonly bases: readonly SummedBasis[];
  readonly axes: JoinedAxes;
  /** The indicator's table. */
  readonly table: string;
  /** The bounds of the query's time, as parameters; null if open. */
  readonly from: string | null;
  readonly to: string | null;
  /** The last day for fiscal years, if it differs. */
  readonly toFiscal: string | null;
  /** Months that a sparse table omits because they are zero. */
  readonly zeros: readonly ZeroMonth[];
  /** Whether there are any; a branch without them has fewer steps. */
  readonly isSparse: boolean;
  /** The bases as a table `spans(span, steps)`. */
  readonly spans: string;
  /** What the spans are added up from. */
  readonly step: PartOfYear;
}

/** Numerator and denominator of a row `f`; null if its table has none. */
export const partsOfRow = ({ indicator }: Plan): readonly [numerator: string, denominator: string] =>
  hasParts(indicator.measure) ? ['f.numerator', 'f.denominator'] : ['null::float8', 'null::float8'];
