/**
 * The branch that adds up months to years and intervals, and that adds members which a sparse table omits.
 * First each series is added up over its months; if any are missing, they are listed. Then the complete
 * members are added up. If the source printed the period itself, its months are not used.
 * `stats/aggregate/months.ts` and `stats/aggregate/combine.ts` decide what the sums mean.
 */
import { stepOf } from '../../../stats/query/time-bases.ts';
import type { Basis } from '../../../stats/time/period.ts';
import { boundsOf, lastDayOfFiscalYears } from '../../../stats/time/time-range.ts';
import { TABLE_OF } from '../../schema/tables.ts';
import { inForce } from '../../schema/validity.ts';
import { zeroMonths, type SummedBasis } from '../plan/periods.ts';
import { joinAxes, sharesDenominator } from './axis.ts';
import type { BranchContext, MonthsBranch } from './branch.ts';
import { withCtes, type CommonTable } from './fragment.ts';
import { monthRows } from './month-rows.ts';
import { monthTotals } from './month-totals.ts';
import { absent, columnsOf, NOT_PUBLISHED, selectList } from './result-columns.ts';
import { groupKeySql } from './row-encoding.ts';
import { mayLieInNone, startOf } from './spans.ts';
import { seriesFilter } from './where.ts';

/** One row per target, source, definition and span. */
export function monthsBranch(context: BranchContext, bases: readonly SummedBasis[]): string {
  const { plan, index, bind } = context;
  const { start, end } = boundsOf(plan.query.time);
  const lastFiscal = lastDayOfFiscalYears(plan.query.time);
  const zeros = zeroMonths(plan, index.catalogue);
  const [names, steps] = [bases.map(({ basis }) => basis), bases.map((basis) => basis.steps)];
  const branch: MonthsBranch = {
    ...context,
    bases,
    axes: joinAxes(plan, bind),
    table: TABLE_OF[plan.indicator.measure],
    from: start && bind(start, 'date'),
    to: end && bind(end, 'date'),
    toFiscal: lastFiscal === end ? null : lastFiscal && bind(lastFiscal, 'date'),
    zeros,
    isSparse: zeros.length > 0,
    step: stepOf(plan.indicator) ?? 'month',
    spans: `unnest(${bind(names, 'basis[]')}, ${bind(steps, 'int[]')}) as spans(span, steps)`,
  };
  const isShared = sharesDenominator(plan);
  return withCtes(
    [
      ...(branch.isSparse ? [zeroMonthsTable(branch), zeroMonthsPerSpan(branch)] : []),
      members(branch),
      monthRows(branch),
      figures(branch),
      isShared ? sharedWholes : null,
      monthTotals(branch, isShared ? 'shared_wholes' : 'figures'),
    ],
    selectTotals(),
  );
}

/** Months in which everything that a sparse table omits is zero. */
function zeroMonthsTable({ zeros, index, bind }: MonthsBranch): CommonTable {
  const sources = bind(
    zeros.map(({ source }) => index.sources.idOf.get(source) ?? 0),
    'int[]',
  );
  const days = bind(
    zeros.map(({ day }) => day),
    'date[]',
  );
  const query = `select * from unnest(${sources}, ${days}) as months_of_source(source_id, month)`;
  return { name: 'zero_months', query, materialized: true };
}

/** The number of such months in each span. */
function zeroMonthsPerSpan({ spans, from, bases }: MonthsBranch): CommonTable {
  const start = startOf('spans.span', 'zero_months.month', from, bases);
  const query = `select zero_months.source_id, spans.span,
  ${start} as span_start, count(*)::int as zeros
from zero_months, ${spans}${mayLieInNone(bases) ? `\nwhere ${start} is not null` : ''}
group by 1, 2, 3`;
  return { name: 'zero_months_per_span', query, materialized: true };
}

/**
 * Each series with its spans, its targets, and the series in which its source printed the same span, if any.
 */
function members(branch: MonthsBranch): CommonTable {
  const { plan, index, bind, axes, bases, spans, table, release, isSparse, step } = branch;
  const series = seriesFilter(plan, index, bind, [
    ...new Set<Basis>([step, ...bases.map(({ basis }) => basis)]),
  ]);
  const target = 's.area_target, s.origin_target, s.breakdown_target, s.source_id, s.definition, s.span';
  // Checked once per series rather than once per month.
  const hasRows = isSparse
    ? `exists (select from ${table} f where f.series_id = s.id and ${inForce('f', release)}) as has_rows,
    `
    : '';
  const query = `select s.*, dense_rank() over (order by ${target}) as group_no from (
  select ${hasRows}s.id, s.area_id, s.counterpart_id, s.breakdown_id, s.source_id, s.definition, spans.span, s.basis = '${step}' as monthly,
    case when s.basis = spans.span then 1 else spans.steps end as needed, ${axes.combined} as combined,
    ${axes.area.target} as area_target, ${axes.origin.target} as origin_target, ${axes.breakdown.target} as breakdown_target,
    ${axes.breakdown.shared} as shared, ${axes.size} as size, printed.id as printed_id${axes.all.map((axis) => axis.validity).join('')}
  from series s${axes.all.map((axis) => axis.join).join('')}
  join ${spans} on s.basis = '${step}' or s.basis = spans.span
  left join series printed on s.basis <> spans.span
    and (printed.indicator_id, printed.source_id, printed.basis, printed.area_id, printed.counterpart_id, printed.breakdown_id, printed.definition)
      = (s.indicator_id, s.source_id, spans.span, s.area_id, s.counterpart_id, s.breakdown_id, s.definition)
  where ${series} and (${axes.combined} or s.basis <> spans.span)) s
order by group_no`;
  return { name: 'members', query, materialized: true };
}

/** The rows, and whether the span of each is complete, that is, has all its months. */
function figures({ isSparse }: MonthsBranch): CommonTable {
  const stated = 'count(*) filter (where month_rows.has_figure) over of_span';
  const missingZeros = 'coalesce(zero_months_per_span.zeros, 0)';
  // Not a join: a plan that is made for any list of months guesses it short, and looks through it for each row.
  const isZeroMonth = `case when month_rows.monthly and month_rows.month is not null
    then (month_rows.source_id, month_rows.month) in (select zero_months.source_id, zero_months.month from zero_months) end`;
  const rowsOfZeroMonths = `count(*) filter (where ${isZeroMonth}) over of_span`;
  const complete = isSparse
    ? `${stated} = count(month_rows.month) over of_span
    and ${stated} + ${missingZeros} - ${rowsOfZeroMonths} = month_rows.needed`
    : `${stated} = month_rows.needed and count(*) over of_span = month_rows.needed`;
  const hasZeros = isSparse ? `${missingZeros} > ${rowsOfZeroMonths}` : 'false';
  const joins = isSparse
    ? `
left join zero_months_per_span on month_rows.monthly and zero_months_per_span.source_id = month_rows.source_id
  and zero_months_per_span.span = month_rows.span and zero_months_per_span.span_start = month_rows.span_start`
    : '';
  const query = `select month_rows.*, ${complete} as complete, ${hasZeros} as has_zeros,
  row_number() over (partition by month_rows.group_no, month_rows.series_id, month_rows.span_start order by month_rows.month nulls last) as row_no
from month_rows${joins}
window of_span as (partition by month_rows.group_no, month_rows.series_id, month_rows.span_start)`;
  return { name: 'figures', query, materialized: true };
}

/**
 * For parts of a whole: which row supplies the denominator of the whole, and whether all rows agree on it.
 */
const sharedWholes: CommonTable = {
  name: 'shared_wholes',
  query: `select figures.*, case when shared then row_number() over one_whole else 1 end as part_no,
  not shared or min(denominator) over one_whole is not distinct from max(denominator) over one_whole as agreed
from figures
window one_whole as (partition by group_no, span_start, month, area_id, counterpart_id, complete order by series_id
  rows between unbounded preceding and unbounded following)`,
  materialized: true,
};

/** What was found in the months of a span, as the JSON of the column `span`. */
const SPAN_DOCUMENT = `case when totals.zero_months = 0 and totals.partial_figures is null
    then case when totals.summed then jsonb '${JSON.stringify({ summed: true })}' else jsonb '${JSON.stringify({ summed: false })}' end
    else jsonb_strip_nulls(jsonb_build_object('summed', totals.summed, 'areas', totals.partial_areas, 'origins', totals.partial_origins,
      'breakdowns', totals.partial_breakdowns, 'months', totals.partial_months, 'figures', totals.partial_figures,
      'zeros', nullif(totals.zero_months, 0))) end`;

function selectTotals(): string {
  const groupKey = groupKeySql('summed', [
    's.area_target',
    's.origin_target',
    's.breakdown_target',
    's.span',
  ]);
  const columns = selectList({
    group_key: 's.group_key',
    area: 's.area_target',
    origin: 's.origin_target',
    breakdown: 's.breakdown_target',
    source_id: 's.source_id',
    basis: 's.span',
    definition: 's.definition',
    period_start: 'totals.span_start',
    period_end: 'totals.span_end',
    period_status: `coalesce(totals.period_status, 'stated')`,
    ...columnsOf('totals', ['words', 'value', 'low', 'high', 'kinds', 'numerator', 'denominator']),
    ...columnsOf('totals', ['editions', 'notes', 'count', 'areas', 'origins', 'breakdowns']),
    ...absent('unweighted', 'weight', 'weight_expected'),
    span: SPAN_DOCUMENT,
    ...NOT_PUBLISHED,
  });
  return `select ${columns}
from (select distinct on (s.group_no) s.*, ${groupKey} as group_key from members s order by s.group_no) s
join totals on totals.group_no = s.group_no`;
}
