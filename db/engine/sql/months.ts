/**
 * Years and intervals made of months, and members that a sparse table leaves out, as a branch of the one
 * statement. A series is first added up over its months: all of them, or what it lacks is named. Members are then
 * added up over what is whole. A period that the source printed itself stands, so its months are left alone.
 * What the sums mean is decided in `stats/aggregate/months.ts` and `stats/aggregate/combine.ts`.
 */
import { boundsOf } from '../../../stats/time/time-range.ts';
import { TABLE_OF } from '../../publish/rows.ts';
import {
  axisOf,
  distinctKeys,
  hasParts,
  inForce,
  kindBit,
  rowsInForceSql,
  type Shared,
} from './result-columns.ts';
import { seriesFilter } from './where.ts';
import type { AxisPlan } from '../plan/plan.ts';
import { groupKeySql } from '../decode/row-encoding.ts';
import type { SummedBasis } from '../plan/periods.ts';
import { zeroMonths } from '../plan/periods.ts';

export function summedRows(shared: Omit<Shared, 'filter' | 'time'>, bases: readonly SummedBasis[]): string {
  const { plan, index, bind, release } = shared;
  const table = TABLE_OF[plan.indicator.measure];
  const axes = [
    axisOf(plan.areas, 'a', 'area_id', bind),
    axisOf(plan.origins, 'o', 'counterpart_id', bind),
    axisOf(plan.breakdowns, 'b', 'breakdown_id', bind),
  ] as const;
  const [a, o, b] = axes;
  const filter = seriesFilter(plan, index, bind, [
    ...new Set(['month' as const, ...bases.map((one) => one.basis)]),
  ]);
  const { start, end } = boundsOf(plan.query.time);
  const [from, to] = [start && bind(start, 'date'), end && bind(end, 'date')];
  const zeros = zeroMonths(plan, index.catalogue);
  const sparse = zeros.length > 0;
  const list = (values: readonly unknown[], cast: string): string => bind(values, `${cast}[]`);
  const spans = `unnest(${list(
    bases.map((one) => one.basis),
    'basis',
  )}, ${list(
    bases.map((one) => one.months),
    'int',
  )}) as sp(span, months)`;
  const zeroed = sparse
    ? `z as materialized (select * from unnest(${list(
        zeros.map((one) => index.sources.idOf.get(one.source) ?? 0),
        'int',
      )}, ${list(
        zeros.map((one) => one.day),
        'date',
      )}) as z(source_id, month)),
zs as materialized (
  select z.source_id, sp.span, ${startOf('sp.span', 'z.month', from, bases)} as span_start, count(*)::int as zeros
  from z, ${spans} group by 1, 2, 3),
`
    : '';
  const combined = `(${axes.map((one) => one.combined).join(' or ')})`;
  const members = `m as materialized (
  select s.*, dense_rank() over (order by s.at, s.ot, s.bt, s.source_id, s.definition, s.span) as k from (
    select s.id, s.area_id, s.counterpart_id, s.breakdown_id, s.source_id, s.definition, sp.span, s.basis = 'month' as monthly,
      case when s.basis = sp.span then 1 else sp.months end as needed, ${combined} as combined, ${a.target} as at, ${o.target} as ot,
      ${b.target} as bt, ${b.shared} as shared, ${axes.map((one) => one.size).join(' * ')} as size, p.id as printed_id${axes.map((one) => one.validity).join('')}
    from series s${axes.map((one) => one.join).join('')} join ${spans} on s.basis = 'month' or s.basis = sp.span
    left join series p on s.basis <> sp.span and (p.indicator_id, p.source_id, p.basis, p.area_id, p.counterpart_id, p.breakdown_id, p.definition)
      = (s.indicator_id, s.source_id, sp.span, s.area_id, s.counterpart_id, s.breakdown_id, s.definition)
    where ${filter} and (${combined} or s.basis <> sp.span)) s
  order by k)`;
  // A span lies whole inside the time that is asked for, and members are those of its first day.
  const within = (day: string, last: string): string =>
    [
      from ? ` and ${day} >= ${from}` : '',
      to ? ` and ${last} <= ${to}` : '',
      ...axes.map((one) => one.ofTheDay.replaceAll('f.period_start', day)),
    ].join('');
  const notPrinted = (day: string, last: string): string =>
    `(s.printed_id is null or not exists (select from ${table} y where y.series_id = s.printed_id
    and ${inForce('y', release)} and y.period_start = ${day} and y.period_end = ${last}))`;
  const parts = hasParts(plan);
  const rows = `select s.k, s.id, s.combined, s.needed, s.monthly, s.source_id, s.span, s.area_id, s.counterpart_id, s.breakdown_id, s.shared,
    s.size, x.span_start, x.span_end, f.period_start as month, coalesce(f.low, f.value) is not null and (s.needed = 1 or f.gap is null) as figure,
    f.period_status, hedge_bit(f.qualifier) as word, ${kindBit('f.interval_kind')} as kind, f.edition_id, f.note_id, f.value,
    coalesce(f.low, f.value) as lo, coalesce(f.high, f.value) as hi, ${parts ? 'f.numerator, f.denominator' : 'null::float8 as numerator, null::float8 as denominator'}
  from m s ${rowsInForceSql(table, 'f', release, `${from ? ` and f.period_start >= ${from}` : ''}${to ? ` and f.period_start <= ${to}` : ''}`)}
  cross join lateral (select ${startOf('s.span', 'f.period_start', from, bases)} as span_start, ${endOf('s.span', 'f.period_start', to, bases)} as span_end) x
  where (s.needed > 1 or (f.period_start = x.span_start and f.period_end = x.span_end))${within('x.span_start', 'x.span_end')} and ${notPrinted('x.span_start', 'x.span_end')}`;
  // A month of zero has no row, so a span of such months would not be seen; a series that has rows stands for it.
  const marks = `
  union all
  select s.k, s.id, s.combined, s.needed, s.monthly, s.source_id, s.span, s.area_id, s.counterpart_id, s.breakdown_id, s.shared,
    s.size, zs.span_start, ${endOf('s.span', 'zs.span_start', to, bases)}, null, false, null, null, null, null, null, null, null, null, null, null
  from m s join zs on zs.source_id = s.source_id and zs.span = s.span
  where s.monthly and (s.combined or s.needed > 1) and exists (select from ${table} f where f.series_id = s.id and ${inForce('f', release)})
    ${within('zs.span_start', endOf('s.span', 'zs.span_start', to, bases))} and ${notPrinted('zs.span_start', endOf('s.span', 'zs.span_start', to, bases))}`;
  const figures = 'count(*) filter (where r.figure) over w';
  const whole = sparse
    ? `${figures} = count(r.month) over w and ${figures} + coalesce(zs.zeros, 0) - count(z.month) over w = r.needed`
    : `${figures} = r.needed and count(*) over w = r.needed`;
  const share = plan.breakdowns?.some((one) => one.sharedDenominator) ?? false;
  const wholes = `,
c as materialized (
  select f.*, case when f.shared then row_number() over whole else 1 end as nth_part,
    not f.shared or min(f.denominator) over whole is not distinct from max(f.denominator) over whole as agreed
  from f window whole as (partition by f.k, f.span_start, f.month, f.area_id, f.counterpart_id, f.complete order by f.id
    rows between unbounded preceding and unbounded following))`;
  // Always added in the same order: floats differ in the last bit else, and pinned bytes with them.
  const add = (term: string, where = 'f.complete'): string =>
    `coalesce(sum(${term} order by f.id, f.month) filter (where ${where}), 0)`;
  const all = (column: string): string =>
    `count(f.${column}) filter (where f.complete) = count(f.lo) filter (where f.complete)`;
  const member = 'f.complete and f.nth = 1';
  const full = axes.every((one) => one.validity === '');
  const named = (axis: AxisPlan, column: string): string =>
    !axis?.some((one) => one.combined)
      ? 'null::int[]'
      : `case when ${full ? `count(*) filter (where ${member}) < min(f.size)` : 'true'} then array_agg(f.${column} order by f.id) filter (where ${member}) end`;
  // Rows of members that are not whole: which months they have, and whether with a figure.
  const lacking = 'f.month is not null and not f.complete';
  const partial = (axis: AxisPlan, column: string): string =>
    axis?.some((one) => one.combined)
      ? `array_agg(f.${column} order by f.id, f.month) filter (where ${lacking})`
      : 'null::int[]';
  // What a cell cites: every row of a series, of members those that have a figure.
  const seen = 'f.month is not null and (f.figure or not f.combined)';
  const denominator = share
    ? `case when ${all('numerator')} and count(f.numerator) filter (where f.complete) > 0 and bool_and(f.agreed) filter (where f.complete)
    then ${add('f.denominator', 'f.complete and f.nth_part = 1')} end`
    : `case when ${all('denominator')} and count(f.denominator) filter (where f.complete) > 0 then ${add('f.denominator')} end`;
  const ratios = parts
    ? `case when ${all('numerator')} and count(f.numerator) filter (where f.complete) > 0 then ${add('f.numerator')} end as numerator, ${denominator} as denominator`
    : 'null::float8 as numerator, null::float8 as denominator';
  // Every code that the table names on each axis, whether or not it is asked for.
  const known = sparse
    ? `,
kn as materialized (
  select s.source_id, s.definition, array_agg(distinct s.area_id) as areas, array_agg(distinct s.counterpart_id) as origins, array_agg(distinct s.breakdown_id) as breakdowns
  from series s where s.indicator_id = ${bind(index.indicators.idOf.get(plan.query.indicator) ?? 0, 'int')} and s.basis = 'month'
    and s.source_id in (select z.source_id from z) and exists (select from ${table} f where f.series_id = s.id and ${inForce('f', release)}) group by 1, 2)`
    : '';
  return `(with ${zeroed}${members},
r as (${rows}${sparse ? marks : ''}),
f as materialized (
  select r.*, ${whole} as complete, ${sparse ? 'coalesce(zs.zeros, 0) > count(z.month) over w' : 'false'} as zeros, row_number() over (partition by r.k, r.id, r.span_start order by r.month nulls last) as nth
  from r${
    sparse
      ? `
  left join zs on r.monthly and zs.source_id = r.source_id and zs.span = r.span and zs.span_start = r.span_start
  left join z on r.monthly and z.source_id = r.source_id and z.month = r.month`
      : ''
  } window w as (partition by r.k, r.id, r.span_start))${share ? wholes : ''}${known},
g as (
select f.k, f.span_start, f.span_end, max(f.needed) > 1 as summed, max(f.period_status) filter (where ${seen}) as period_status, coalesce(bit_or(f.word) filter (where f.complete), 0) as words,
  case when ${all('value')} then ${add('f.value')} end as value, ${add('f.lo')} as low, ${add('f.hi')} as high,
  coalesce(bit_or(f.kind) filter (where f.complete), 0) as kinds, ${ratios},
  coalesce(${distinctKeys('f.edition_id', ` filter (where ${seen})`)}, '{}') as editions,
  case when max(f.note_id) filter (where ${seen}) is not null then (select jsonb_agg(jsonb_build_object('en', n.en, 'es', n.es, 'mandatory', n.mandatory)
    order by n.en collate "C", n.es collate "C") from notes n where n.id = any(array_agg(f.note_id) filter (where ${seen}))) end as notes,
  ${sparse ? `coalesce(sum(f.needed) filter (where ${member} and f.monthly), 0) - count(f.lo) filter (where f.complete and f.monthly)` : '0'} as zero_months,
  count(*) filter (where ${member})::int as count, ${named(plan.areas, 'area_id')} as areas, ${named(plan.origins, 'counterpart_id')} as origins,
  ${named(plan.breakdowns, 'breakdown_id')} as breakdowns, ${partial(plan.areas, 'area_id')} as partial_areas,
  ${partial(plan.origins, 'counterpart_id')} as partial_origins, ${partial(plan.breakdowns, 'breakdown_id')} as partial_breakdowns,
  array_agg(to_char(f.month, 'YYYY-MM') order by f.id, f.month) filter (where ${lacking}) as partial_months,
  array_agg(f.figure order by f.id, f.month) filter (where ${lacking}) as partial_figures
from ${share ? 'c' : 'f'} f group by f.k, f.span_start, f.span_end having not bool_and(f.combined) or bool_or(f.figure or f.zeros))
select s.place, s.at as area, s.ot as origin, s.bt as breakdown, s.source_id, s.span as basis, s.definition, g.span_start as period_start,
  g.span_end as period_end, coalesce(g.period_status, 'stated') as period_status, g.words, g.value, g.low, g.high, g.kinds, g.numerator, g.denominator, null::text as gap, g.editions,
  null::text as attributed_to, null::text as locator, null::text as printed, g.notes, g.count, g.areas, g.origins, g.breakdowns,
  null::int[] as unweighted, null::float8 as weight, null::float8 as weight_expected,
  jsonb_strip_nulls(jsonb_build_object('summed', g.summed, 'areas', g.partial_areas, 'origins', g.partial_origins, 'breakdowns', g.partial_breakdowns,
    'months', g.partial_months, 'figures', g.partial_figures, 'zeros', nullif(g.zero_months, 0)${
      sparse
        ? `, 'known', case when zs.zeros = ${monthsOfSpan(bases)} then jsonb_build_object('areas', kn.areas, 'origins', kn.origins, 'breakdowns', kn.breakdowns) end`
        : ''
    })) as span
from (select distinct on (s.k) s.*, ${groupKeySql('summed', ['s.at', 's.ot', 's.bt', 's.span'])} as place from m s order by s.k) s join g on g.k = s.k${
    sparse
      ? `
left join zs on zs.source_id = s.source_id and zs.span = s.span and zs.span_start = g.span_start
left join kn on kn.source_id = s.source_id and kn.definition = s.definition`
      : ''
  })`;
}

const perBasis = (
  column: string,
  bases: readonly SummedBasis[],
  expression: (basis: SummedBasis['basis']) => string,
): string => {
  const [first] = bases;
  if (bases.length === 1 && first) return expression(first.basis);
  return `case ${column} ${bases.map(({ basis }) => `when '${basis}' then ${expression(basis)}`).join(' ')} end`;
};

/** The first day of the span that a month belongs to. */
const startOf = (column: string, day: string, from: string | null, bases: readonly SummedBasis[]): string =>
  perBasis(column, bases, (basis) => {
    if (basis === 'calendar-year') return `date_trunc('year', ${day}::timestamp)::date`;
    if (basis === 'us-fiscal-year')
      return `(date_trunc('year', ${day}::timestamp + interval '3 months') - interval '3 months')::date`;
    return basis === 'interval' ? `${from}` : day;
  });

/** Its last day. */
const endOf = (column: string, day: string, to: string | null, bases: readonly SummedBasis[]): string =>
  perBasis(column, bases, (basis) => {
    if (basis === 'calendar-year')
      return `(date_trunc('year', ${day}::timestamp) + interval '1 year - 1 day')::date`;
    if (basis === 'us-fiscal-year')
      return `(date_trunc('year', ${day}::timestamp + interval '3 months') + interval '9 months - 1 day')::date`;
    return basis === 'interval' ? `${to}` : `(${day}::timestamp + interval '1 month - 1 day')::date`;
  });

/** How many months the span of a place has. */
const monthsOfSpan = (bases: readonly SummedBasis[]): string =>
  `case s.span ${bases.map(({ basis, months }) => `when '${basis}' then ${months}`).join(' ')} end`;
