/**
 * The branch that reads sums computed at publication, in place of the branch that would compute them again.
 * The answer is the same.
 */
import type { Basis } from '../../../stats/time/period.ts';
import type { RollupAxis } from '../../releases.ts';
import { inForce } from '../../schema/validity.ts';
import type { AxisPlan } from '../plan/plan.ts';
import type { RollupChoice } from '../plan/rollup-choice.ts';
import type { BranchContext } from './branch.ts';
import { columnsOf, NOT_PUBLISHED, selectList, SUM_COLUMNS } from './result-columns.ts';
import { rollupGroupKeySql } from './row-encoding.ts';
import { narrowingFilter, singlesFilter, timeFilter } from './where.ts';

/** The rows of rollups. With `ofMonths`, those that were added up from months. */
export function rollupBranch(
  { plan, index, bind, release }: BranchContext,
  { axis, targets }: RollupChoice,
  bases: readonly Basis[],
  ofMonths: boolean,
): string {
  // On the other axes only the listed codes, if there is a list.
  const among = (name: RollupAxis, list: AxisPlan, column: string): string =>
    name === axis ? '' : singlesFilter(list, column, bind);
  const listed = [
    among('area', plan.areas, 'area_id'),
    among('origin', plan.origins, 'counterpart_id'),
    among('breakdown', plan.breakdowns, 'breakdown_id'),
  ].join('');
  const numbers = bind(
    targets.map(({ target }) => target),
    'int[]',
  );
  const ids = bind(
    targets.map(({ id }) => id),
    'int[]',
  );
  const columns = selectList({
    group_key: rollupGroupKeySql(ofMonths ? 'summed' : 'combined', axis === 'months' ? null : 't.target'),
    area: 's.area_id',
    origin: 's.counterpart_id',
    breakdown: 's.breakdown_id',
    ...columnsOf('s', ['source_id', 'basis', 'definition', 'period_start', 'period_end', ...SUM_COLUMNS]),
    ...NOT_PUBLISHED,
  });
  return `(select ${columns}
from unnest(${numbers}, ${ids}) as t(target, id)
cross join lateral (select * from rollup_rows s where s.rollup_id = t.id and s.of_months = ${ofMonths} and ${inForce('s', release)}
  and ${narrowingFilter(plan, index, bind, bases)}${listed}${timeFilter(plan, bind)('s')} offset 0) s)`;
}
