/** The step of the branch of months that sums each target and span. `f` is a row of `figures`. */
import type { PartOfYear } from '../../../stats/time/period.ts';
import { hasParts } from '../../schema/tables.ts';
import type { AxisPlan } from '../plan/plan.ts';
import { distinctKeys, notesOfGroup } from './aggregate.ts';
import { isCombined, memberColumns, sharesDenominator } from './axis.ts';
import type { MonthsBranch } from './branch.ts';
import type { CommonTable } from './fragment.ts';
import { isMadeOfMonths } from './month-rows.ts';

/** One row per complete member. */
const MEMBER = 'f.complete and f.row_no = 1';
/** Rows of incomplete members: the months that they have, and whether with a figure. */
const LACKING = 'f.month is not null and not f.complete';
/** The rows that a cell cites: every row of a single series, but only the members that have a figure. */
const CITED = 'f.month is not null and (f.has_figure or not f.combined)';

/**
 * Always added in the same order, because the last bit of a float sum depends on it, and pinned answers must
 * not change.
 */
const add = (term: string, where = 'f.complete'): string =>
  `coalesce(sum(${term} order by f.series_id, f.month) filter (where ${where}), 0)`;
const isInAll = (column: string): string =>
  `count(f.${column}) filter (where f.complete) = count(f.low) filter (where f.complete)`;
const isInAny = (column: string): string => `count(f.${column}) filter (where f.complete) > 0`;
/** A list over the rows of incomplete members. */
const listOfLacking = (term: string): string =>
  `array_agg(${term} order by f.series_id, f.month) filter (where ${LACKING})`;

/** The name of the month, quarter or half year of a row. */
const STEP_NAMES: Readonly<Record<PartOfYear, string>> = {
  month: `to_char(f.month, 'YYYY-MM')`,
  quarter: `to_char(f.month, 'YYYY-"Q"Q')`,
  'half-year': `to_char(f.month, 'YYYY-"S"') || case when extract(month from f.month) > 6 then 2 else 1 end`,
};

/** `rows` is the name of the step with the rows. */
export function monthTotals(branch: MonthsBranch, rows: string): CommonTable {
  const { plan, isSparse } = branch;
  const [numerator, denominator] = partsOfTotals(branch);
  // A share counts as often as it has cases.
  const end = (column: string): string =>
    plan.indicator.measure === 'share' ? `${column} * f.denominator` : column;
  const zeros = isSparse
    ? `coalesce(sum(f.needed) filter (where ${MEMBER} and f.monthly), 0) - count(f.low) filter (where f.complete and f.monthly)`
    : '0';
  const named = (axis: AxisPlan, column: string): string => namedMembers(branch, axis, column);
  const partial = (axis: AxisPlan, column: string): string =>
    isCombined(axis) ? listOfLacking(`f.${column}`) : 'null::int[]';
  const query = `select f.group_no, f.span_start, f.span_end, bool_or(${isMadeOfMonths('f')}) as summed,
  max(f.period_status) filter (where ${CITED}) as period_status,
  coalesce(bit_or(f.word_bit) filter (where f.complete), 0) as words,
  case when ${isInAll('value')} then ${add(end('f.value'))} end as value, ${add(end('f.low'))} as low, ${add(end('f.high'))} as high,
  coalesce(bit_or(f.kind_bit) filter (where f.complete), 0) as kinds,
  ${numerator} as numerator,
  ${denominator} as denominator,
  coalesce(${distinctKeys('f.edition_id', ` filter (where ${CITED})`)}, '{}') as editions,
  ${notesOfGroup(memberColumns(plan), CITED)} as notes,
  ${zeros} as zero_months,
  count(*) filter (where ${MEMBER})::int as count,
  ${named(plan.areas, 'area_id')} as areas,
  ${named(plan.origins, 'counterpart_id')} as origins,
  ${named(plan.breakdowns, 'breakdown_id')} as breakdowns,
  ${partial(plan.areas, 'area_id')} as partial_areas,
  ${partial(plan.origins, 'counterpart_id')} as partial_origins,
  ${partial(plan.breakdowns, 'breakdown_id')} as partial_breakdowns,
  ${listOfLacking(STEP_NAMES[branch.step])} as partial_months,
  ${listOfLacking('f.has_figure')} as partial_figures
from ${rows} f
group by f.group_no, f.span_start, f.span_end
having not bool_and(f.combined) or bool_or(f.has_figure or f.has_zeros)`;
  // Added up once, as the totals of members are.
  return { name: 'totals', query, materialized: true };
}

/**
 * Numerator and denominator. Parts of a whole count its denominator once, and only if all rows agree on it.
 */
function partsOfTotals({ plan }: MonthsBranch): readonly [numerator: string, denominator: string] {
  if (!hasParts(plan.indicator.measure)) return ['null::float8', 'null::float8'];
  const numerator = `case when ${isInAll('numerator')} and ${isInAny('numerator')} then ${add('f.numerator')} end`;
  const denominator = sharesDenominator(plan)
    ? `case when ${isInAll('numerator')} and ${isInAny('numerator')} and bool_and(f.agreed) filter (where f.complete)
    then ${add('f.denominator', 'f.complete and f.part_no = 1')} end`
    : `case when ${isInAll('denominator')} and ${isInAny('denominator')} then ${add('f.denominator')} end`;
  return [numerator, denominator];
}

/** Members are listed only if some are missing: those of a complete target are known. */
function namedMembers({ axes }: MonthsBranch, axis: AxisPlan, column: string): string {
  if (!isCombined(axis)) return 'null::int[]';
  const isNamed = axes.areLasting ? `count(*) filter (where ${MEMBER}) < min(f.size)` : 'true';
  return `case when ${isNamed} then array_agg(f.${column} order by f.series_id) filter (where ${MEMBER}) end`;
}
