/**
 * A plan as one SQL statement. The (few) series are found first, then index ranges of one indicator table are
 * read, and members are combined inside Postgres. Published and combined rows come in one result with the
 * same columns. `stats/aggregate/combine.ts` decides what combined sums mean.
 */
import { onlyEnd } from '../../../stats/time/time-range.ts';
import { YEAR_BASES, type Basis } from '../../../stats/time/period.ts';
import type { ReleaseIndex } from '../../releases.ts';
import { bindPoint } from '../../schema/validity.ts';
import { summedBases, type SummedBasis } from '../plan/periods.ts';
import { combines, type Plan } from '../plan/plan.ts';
import { rollupOfMonths, rollupsOfTargets, type RollupChoice } from '../plan/rollup-choice.ts';
import type { BoundConditions, BranchContext } from './branch.ts';
import { binder } from './fragment.ts';
import { membersBranch } from './members.ts';
import { monthsBranch } from './months.ts';
import { publishedBranch } from './published.ts';
import { rollupBranch } from './rollup.ts';
import { lastOnFileBranch } from './last-on-file.ts';
import { ENCODED_COLUMNS, encodeRows } from './row-encoding.ts';
import { seriesFilter, timeFilter } from './where.ts';

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** The statement if there are no branches. */
const NOTHING = 'select null::text as group_key where false';

/**
 * `before` are the parameters of the larger statement that this one becomes part of; its own are added after
 * them.
 */
export function statementOf(plan: Plan, index: ReleaseIndex, before: unknown[] = []): Statement {
  const { bind, parameters } = binder(before);
  const context: BranchContext = { plan, index, bind, release: bindPoint(bind, index.point) };
  const branches = branchesOf(context);
  const rows = branches.length > 0 ? encodeRows(branches.join('\nunion all\n')) : NOTHING;
  const only = onlyEnd(plan.query.time);
  // The latest common period of all series can only be found once all cells are known.
  const text = only && only !== 'latest-common' ? onlyRowsAt(only, rows) : rows;
  if (plan.mostRows === undefined || text === NOTHING) return { text, parameters };
  return { text: `select * from (${text}) first_rows limit ${plan.mostRows}`, parameters };
}

function branchesOf(context: BranchContext): string[] {
  const { plan, index, bind } = context;
  const summed = summedBases(plan, index.catalogue);
  // Bound only if a branch uses them: Postgres cannot infer the type of a parameter that no branch uses.
  const bound = (bases: readonly Basis[]): BoundConditions => ({
    series: seriesFilter(plan, index, bind, bases),
    time: timeFilter(plan, bind),
  });
  // Members of periods that may be made from months are combined in the branch of months.
  const rest = plan.query.basis.filter((basis) => !summed.some((ofMonths) => ofMonths.basis === basis));
  const isCombined = rest.length > 0 && combines(plan);
  const conditions = hasSinglesOnEveryAxis(plan) ? bound(plan.query.basis) : null;
  const rollups = rollupsOfTargets(plan, index);
  return [
    conditions ? publishedBranch(context, conditions) : '',
    isCombined && rollups ? rollupBranch(context, rollups, rest, false) : '',
    isCombined && !rollups
      ? membersBranch(context, conditions && summed.length === 0 ? conditions : bound(rest))
      : '',
    ...branchesOfMonths(context, summed, rollups),
    // Rows read for a verdict do not need gaps to be filled.
    plan.mostRows === undefined
      ? lastOnFileBranch(
          context,
          summed.map(({ basis }) => basis),
        )
      : '',
  ].filter(Boolean);
}

/** Periods made from months: read from a rollup, or added up now. */
function branchesOfMonths(
  context: BranchContext,
  summed: readonly SummedBasis[],
  rollups: RollupChoice | null,
): string[] {
  if (summed.length === 0) return [];
  const { plan, index } = context;
  const bases = summed.map(({ basis }) => basis);
  const isCombining = combines(plan);
  const months = rollupOfMonths(plan, index);
  const hasSingles = hasSinglesOnEveryAxis(plan);
  // Intervals are never rolled up: there are too many of them. For years, all bases are rolled up or none is.
  const isRolledUp =
    bases.every((basis) => YEAR_BASES.includes(basis)) &&
    (!isCombining || rollups) &&
    (!hasSingles || months);
  if (!isRolledUp) return [monthsBranch(context, summed)];
  return [
    isCombining && rollups ? rollupBranch(context, rollups, bases, true) : '',
    hasSingles && months ? rollupBranch(context, months, bases, true) : '',
  ];
}

/** The rows of the last (or first) period of each series. An open period counts as the last. */
const onlyRowsAt = (end: 'latest' | 'earliest', rows: string): string =>
  `select ${ENCODED_COLUMNS.join(', ')} from (
  select answer_rows.*, coalesce(${end === 'latest' ? 'max' : 'min'}(period_end) filter (where isfinite(period_end)) over (partition by group_key), 'infinity') as only_end
  from (${rows}) answer_rows) answer_rows
where period_end = only_end`;

/**
 * Several plans as one statement. If there is more than one, `query_no` is the plan that a row belongs to.
 */
export function joinedStatement(plans: readonly Plan[], index: ReleaseIndex): Statement {
  const parameters: unknown[] = [];
  const texts = plans.map((plan) => statementOf(plan, index, parameters).text);
  const answers = texts.flatMap((text, i) =>
    text === NOTHING ? [] : [`select answer.*, ${i} as query_no from (${text}) answer`],
  );
  const text = texts.length === 1 ? texts[0] : answers.join('\nunion all\n');
  return { text: text || NOTHING, parameters };
}

const hasSinglesOnEveryAxis = (plan: Plan): boolean =>
  [plan.areas, plan.origins, plan.breakdowns].every(
    (axis) => axis === null || axis.some((target) => !target.combined),
  );
