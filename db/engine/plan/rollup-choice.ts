/** Which sums computed at publication answer a plan. */
import { MEASURE_RULES } from '../../../stats/model/measure.ts';
import { rollupKey, type ReleaseIndex, type RollupAxis } from '../../releases.ts';
import type { Plan } from './plan.ts';

/** The rollups of an axis: the number of each target in the plan, and the key of its rollup. */
export interface RollupChoice {
  readonly axis: RollupAxis;
  readonly targets: readonly { readonly target: number; readonly id: number }[];
}

/**
 * The rollups of a plan's combined targets. They must all be on one axis and all have a rollup; otherwise
 * null. Rollups hold the default: sums of other members, or with other weights, are computed for each query.
 */
export function rollupsOfTargets(plan: Plan, index: ReleaseIndex): RollupChoice | null {
  if (plan.query.members === 'today' || plan.query.weight !== undefined) return null;
  const axes = (
    [
      ['area', plan.areas],
      ['origin', plan.origins],
      ['breakdown', plan.breakdowns],
    ] as const
  ).filter(([, targets]) => targets?.some((target) => target.combined));
  const [first, more] = axes;
  if (!first || more) return null;
  const [axis, all] = first;
  const isWeighted = MEASURE_RULES[plan.indicator.measure].combinedBy === 'weighted-mean';
  // Rates and levels of named areas carry the populations of those areas; rollups over origins or parts have none.
  if (axis !== 'area' && plan.areas !== null && isWeighted) return null;
  const targets = (all ?? []).flatMap(({ code, combined }, target) =>
    combined ? [{ target, id: index.rollups.get(rollupKey(plan.indicator.id, axis, code)) ?? 0 }] : [],
  );
  return targets.some(({ id }) => id === 0) ? null : { axis, targets };
}

/** The rollup of an indicator's years added up from months, series by series; null if there is none. */
export function rollupOfMonths(plan: Plan, index: ReleaseIndex): RollupChoice | null {
  const id = index.rollups.get(rollupKey(plan.indicator.id, 'months', ''));
  return id === undefined ? null : { axis: 'months', targets: [{ target: 0, id }] };
}
