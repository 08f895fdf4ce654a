/**
 * The branch that combines members into their targets: groups of areas or origins, and the parts of a part
 * scheme. `stats/aggregate/combine.ts` decides what the sums mean.
 */
import { MEASURE_RULES } from '../../../stats/model/measure.ts';
import { hasParts, TABLE_OF } from '../../schema/tables.ts';
import type { AxisPlan, Plan } from '../plan/plan.ts';
import { distinctKeys, kindBit, notesOfGroup } from './aggregate.ts';
import { isCombined, joinAxes, memberColumns, sharesDenominator, type JoinedAxes } from './axis.ts';
import { partsOfRow, type BoundConditions, type BranchContext } from './branch.ts';
import { withCtes, type CommonTable } from './fragment.ts';
import { absent, columnsOf, NOT_PUBLISHED, selectList } from './result-columns.ts';
import { groupKeySql } from './row-encoding.ts';
import { weightSteps, yearOfEnd, type WeightSteps } from './weights.ts';
import { rowsInForceSql } from './where.ts';

/** What the steps of this branch share. */
interface MemberBranch extends BranchContext {
  readonly axes: JoinedAxes;
  readonly conditions: BoundConditions;
  /** The populations by which rates are weighted; null without weights. */
  readonly weights: WeightSteps | null;
}

const isWeighted = ({ indicator }: Plan): boolean =>
  MEASURE_RULES[indicator.measure].combinedBy === 'weighted-mean';

/** One row per target, source, basis, definition and period. */
export function membersBranch(context: BranchContext, conditions: BoundConditions): string {
  const { plan, bind } = context;
  const axes = joinAxes(plan, bind);
  const isShared = sharesDenominator(plan);
  const rows = isShared ? 'shared_wholes' : 'member_rows';
  const weights = isWeighted(plan) ? weightSteps(context, rows) : null;
  const branch: MemberBranch = { ...context, axes, conditions, weights };
  return withCtes(
    [
      members(branch),
      memberRows(branch),
      isShared ? sharedWholes : null,
      ...(weights?.steps ?? []),
      totals(branch, rows),
    ],
    selectTotals,
  );
}

/**
 * Each series with the targets that it belongs to, and a number for them that sorts faster than the six
 * columns.
 */
function members({ axes, conditions, weights }: MemberBranch): CommonTable {
  const target = 's.area_target, s.origin_target, s.breakdown_target, s.source_id, s.basis, s.definition';
  const query = `select s.*, dense_rank() over (order by ${target}) as group_no from (
  select s.id, s.area_id, s.counterpart_id, s.breakdown_id, s.source_id, s.basis, s.definition,
    ${axes.area.target} as area_target, ${axes.origin.target} as origin_target, ${axes.breakdown.target} as breakdown_target,
    ${axes.breakdown.shared} as shared, ${axes.size} as size${weights ? `, ${isOfAreasAlone(axes)} as weighable` : ''}${axes.all.map((axis) => axis.validity).join('')}
  from series s${axes.all.map((axis) => axis.join).join('')}
  where ${conditions.series} and ${axes.combined}) s
order by group_no`;
  return { name: 'members', query, materialized: true };
}

/** Whether a sum is over areas only. Only such sums are weighted by population. */
const isOfAreasAlone = ({ area, origin, breakdown }: JoinedAxes): string =>
  `(${area.combined} and not ${origin.combined} and not ${breakdown.combined})`;

/** The member rows that have a figure. Members are those of the first day of the period. */
function memberRows({ plan, axes, conditions, weights, release }: MemberBranch): CommonTable {
  const [numerator, denominator] = partsOfRow(plan);
  const filter = `${axes.isMemberOn('f.period_start')}${conditions.time('f')} and coalesce(f.low, f.value) is not null`;
  const query = `select s.group_no, s.id as series_id, s.area_target, s.area_id, s.counterpart_id, s.breakdown_id, s.shared, s.size,
  f.period_start, f.period_end, f.period_status, hedge_bit(f.qualifier) as word_bit, ${kindBit('f.interval_kind')} as kind_bit,
  f.edition_id, f.note_id, f.value, coalesce(f.low, f.value) as low, coalesce(f.high, f.value) as high,
  ${numerator} as numerator, ${denominator} as denominator${weights ? `, s.weighable, ${yearOfEnd('f.period_end')} as year` : ''}
from members s ${rowsInForceSql(TABLE_OF[plan.indicator.measure], 'f', release, filter)}`;
  return { name: 'member_rows', query, materialized: sharesDenominator(plan) || weights !== null };
}

/**
 * For parts of a whole: which row supplies the denominator of the whole, and whether all rows agree on it.
 */
const sharedWholes: CommonTable = {
  name: 'shared_wholes',
  query: `select member_rows.*, case when shared then row_number() over one_whole else 1 end as part_no,
  not shared or min(denominator) over one_whole is not distinct from max(denominator) over one_whole as agreed
from member_rows
window one_whole as (partition by group_no, period_start, period_end, area_id, counterpart_id)`,
  materialized: true,
};

/**
 * Always added in the same order, because the last bit of a float sum depends on it, and pinned answers must
 * not change.
 */
const inOrder = (term: string): string => `sum(${term} order by f.series_id)`;

/** Whether every row has its numerator and denominator, including rows left out for lack of a weight. */
const isWholeSql = (weights: WeightSteps | null): string =>
  weights ? 'bool_and(f.is_whole)' : 'count(f.low) = count(f.numerator)';

/** The sums of each target and period. */
function totals({ plan, axes, weights }: MemberBranch, rows: string): CommonTable {
  const { measure } = plan.indicator;
  const add = (column: string): string => inOrder(weights ? `${column} * ${weights.weight}` : column);
  // A share counts as often as it has cases.
  const end = (column: string): string => add(measure === 'share' ? `${column} * f.denominator` : column);
  const [value, low, high] = [
    `case when count(f.value) = count(f.low) then ${end('f.value')} end`,
    end('f.low'),
    end('f.high'),
  ];
  const [numerator, denominator] = partsOfTotals(plan, isWholeSql(weights));
  const unweighted = weights ? weights.unweighted : isWeighted(plan) ? 'array_agg(f.area_id)' : 'null::int[]';
  const named = (axis: AxisPlan, column: string): string => namedMembers(axes, axis, column);
  const query = `select f.group_no, f.period_start, f.period_end, max(f.period_status) as period_status, bit_or(f.word_bit) as words,
  ${value} as value,
  ${low} as low,
  ${high} as high,
  bit_or(f.kind_bit) as kinds,
  ${numerator} as numerator,
  ${denominator} as denominator,
  ${distinctKeys('f.edition_id')}${weights ? ` || ${weights.editions}` : ''} as editions,
  ${notesOfGroup(memberColumns(plan))} as notes,
  count(*)::int as count,
  ${named(plan.areas, 'area_id')} as areas,
  ${named(plan.origins, 'counterpart_id')} as origins,
  ${named(plan.breakdowns, 'breakdown_id')} as breakdowns,
  ${unweighted} as unweighted,
  ${weights ? inOrder(weights.weight) : 'null::float8'} as weight,
  ${weights ? weights.expected : 'null::float8'} as weight_expected
from ${weights?.rows ?? rows} f${weights?.joins ?? ''}
group by f.group_no, f.period_start, f.period_end`;
  // Planned without values, a join expects one group, and would add everything up again for each of hundreds.
  return { name: 'totals', query, materialized: true };
}

/**
 * Numerator and denominator. Parts of a whole count its denominator once, and only if all rows agree on it.
 */
function partsOfTotals(plan: Plan, isWhole: string): readonly [numerator: string, denominator: string] {
  if (!hasParts(plan.indicator.measure)) return ['null::float8', 'null::float8'];
  const denominator = sharesDenominator(plan)
    ? `case when ${isWhole} and bool_and(f.agreed) then sum(f.denominator order by f.series_id) filter (where f.part_no = 1) end`
    : `case when ${isWhole} then ${inOrder('f.denominator')} end`;
  return [`case when ${isWhole} then ${inOrder('f.numerator')} end`, denominator];
}

/** Members are listed only if some are missing: those of a complete target are known. */
function namedMembers(axes: JoinedAxes, axis: AxisPlan, column: string): string {
  if (!isCombined(axis)) return 'null::int[]';
  const names = `array_agg(f.${column} order by f.series_id)`;
  return axes.areLasting ? `case when count(*) < min(f.size) then ${names} end` : names;
}

const selectTotals = `select ${selectList({
  group_key: 's.group_key',
  area: 's.area_target',
  origin: 's.origin_target',
  breakdown: 's.breakdown_target',
  ...columnsOf('s', ['source_id', 'basis', 'definition']),
  ...columnsOf('totals', [
    'period_start',
    'period_end',
    'period_status',
    'words',
    'value',
    'low',
    'high',
    'kinds',
  ]),
  ...columnsOf('totals', ['numerator', 'denominator', 'editions', 'notes', 'count', 'areas', 'origins']),
  ...columnsOf('totals', ['breakdowns', 'unweighted', 'weight', 'weight_expected']),
  ...absent('span'),
  ...NOT_PUBLISHED,
})}
from (select distinct on (s.group_no) s.*,
    ${groupKeySql('combined', ['s.area_target', 's.origin_target', 's.breakdown_target', 's.basis'])} as group_key
  from members s order by s.group_no) s
join totals on totals.group_no = s.group_no`;
