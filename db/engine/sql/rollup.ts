/**
 * Sums that were made when the release was published, as a branch of the one statement in place of the one that
 * would make them again. The asker does not know; the rows are those that the other branch sends.
 */
import type { Basis } from '../../../stats/time/period.ts';
import { rollupKey, type ReleaseIndex, type RollupAxis } from '../../releases.ts';
import { inForce, type Shared } from './result-columns.ts';
import { seriesFilter, singlesFilter, timeFilter } from './where.ts';
import type { AxisPlan, Plan } from '../plan/plan.ts';
import { rollupGroupKeySql } from '../decode/row-encoding.ts';

/** A place of an answer and the rollup that holds it; the place is null where no axis is combined. */
export interface Rolled {
  readonly axis: RollupAxis;
  readonly targets: readonly { readonly at: number; readonly id: number }[];
}

/**
 * The rollups of a plan's combined targets: on one axis, and for all of them; else null. They hold what is asked by
 * default: other members or another population are added up when they are asked for.
 */
export function rolledTargets(plan: Plan, index: ReleaseIndex): Rolled | null {
  if (plan.query.members === 'today' || plan.query.weight !== undefined) return null;
  const axes = (
    [
      ['area', plan.areas],
      ['origin', plan.origins],
      ['breakdown', plan.breakdowns],
    ] as const
  ).filter(([, targets]) => targets?.some((one) => one.combined));
  const [first, more] = axes;
  if (!first || more) return null;
  const [axis, all] = first;
  // Rates of named areas come with the populations of those areas, which a sum over origins or parts knows not of.
  if (axis !== 'area' && plan.areas !== null && plan.indicator.measure === 'rate') return null;
  const targets = (all ?? []).flatMap((target, at) => {
    const id = index.rollups.get(rollupKey(plan.indicator.id, axis, target.code));
    return target.combined ? [{ at, id: id ?? 0 }] : [];
  });
  return targets.some(({ id }) => id === 0) ? null : { axis, targets };
}

/** The rollup of an indicator's years of months, series by series; null where there is none. */
export function rolledMonths(plan: Plan, index: ReleaseIndex): Rolled | null {
  const id = index.rollups.get(rollupKey(plan.indicator.id, 'months', ''));
  return id === undefined ? null : { axis: 'months', targets: [{ at: 0, id }] };
}

/** The rows of rollups, with the columns of every branch. `ofMonths`: those for which months were looked at. */
export function rolledRows(
  { plan, index, bind, release }: Omit<Shared, 'filter' | 'time'>,
  { axis, targets }: Rolled,
  bases: readonly Basis[],
  ofMonths: boolean,
): string {
  // On the other axes the single codes that are listed, if any are.
  const among = (name: RollupAxis, list: AxisPlan, column: string): string =>
    name === axis ? '' : singlesFilter(list, column, bind);
  const listed = [
    among('area', plan.areas, 'area_id'),
    among('origin', plan.origins, 'counterpart_id'),
    among('breakdown', plan.breakdowns, 'breakdown_id'),
  ].join('');
  const ids = `unnest(${bind(
    targets.map((one) => one.at),
    'int[]',
  )}, ${bind(
    targets.map((one) => one.id),
    'int[]',
  )}) as t(target, id)`;
  const place = rollupGroupKeySql(ofMonths ? 'summed' : 'combined', axis === 'months' ? null : 't.target');
  return `(select ${place} as place, s.area_id as area, s.counterpart_id as origin, s.breakdown_id as breakdown, s.source_id, s.basis, s.definition,
  s.period_start, s.period_end, s.period_status, s.words, s.value, s.low, s.high, s.kinds, s.numerator, s.denominator, null::text as gap, s.editions,
  null::text as attributed_to, null::text as locator, null::text as printed, s.notes, s.count, s.areas, s.origins, s.breakdowns,
  s.unweighted, s.weight, s.weight_expected, s.span
from ${ids} cross join lateral (select * from rollup_rows s where s.rollup_id = t.id and s.of_months = ${ofMonths} and ${inForce('s', release)}
  and ${seriesFilter(plan, index, bind, bases, false)}${listed}${timeFilter(plan, bind).replaceAll('f.', 's.')} offset 0) s)`;
}
