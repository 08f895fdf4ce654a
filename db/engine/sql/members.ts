/**
 * Members combined to their targets, as a branch of the one statement: groups of areas or origins, and parts of a
 * partition. What the sums mean is decided in `stats/aggregate/combine.ts`.
 */
import { ALL, NONE } from '../../../stats/model/observation.ts';
import { weightOf } from '../../../stats/query/weight.ts';
import { TABLE_OF } from '../../publish/rows.ts';
import type { ReleaseIndex } from '../../releases.ts';
import { axisOf, distinctKeys, hasParts, kindBit, rowsInForceSql, type Shared } from './result-columns.ts';
import type { Bind } from './where.ts';
import type { AxisPlan, Plan } from '../plan/plan.ts';
import { groupKeySql } from '../decode/row-encoding.ts';

/** Members combined to their targets, one row for each target, source, basis, definition and period. */
export function combinedRows({ plan, index, bind, release, filter, time }: Shared): string {
  const axes = [
    axisOf(plan.areas, 'a', 'area_id', bind),
    axisOf(plan.origins, 'o', 'counterpart_id', bind),
    axisOf(plan.breakdowns, 'b', 'breakdown_id', bind),
  ] as const;
  const [a, o, b] = axes;
  const measure = plan.indicator.measure;
  const weight = measure === 'rate' ? weights(plan, index, bind, release) : null;
  // A series says where its rows belong; the number of that place is quicker to sort by than its six columns.
  const place = 's.at, s.ot, s.bt, s.source_id, s.basis, s.definition';
  const members = `m as materialized (
  select s.*, dense_rank() over (order by ${place}) as k from (
    select s.id, s.area_id, s.counterpart_id, s.breakdown_id, s.source_id, s.basis, s.definition, ${a.target} as at, ${o.target} as ot,
      ${b.target} as bt, ${b.shared} as shared, ${axes.map((one) => one.size).join(' * ')} as size${axes.map((one) => one.validity).join('')}
    from series s${axes.map((one) => one.join).join('')} where ${filter} and (${axes.map((one) => one.combined).join(' or ')})) s
  order by k)`;
  // Always added in the same order: floats differ in the last bit else, and pinned bytes with them.
  const add = (term: string): string => `sum(${term} order by f.id)`;
  const sum = (column: string): string => add(weight ? `${column} * w.w` : column);
  // What a share comes to is the ratio of its parts alone.
  const sums =
    measure === 'share'
      ? 'null::float8 as value, null::float8 as low, null::float8 as high'
      : `case when count(f.value) = count(f.lo) then ${sum('f.value')} end as value, ${sum('f.lo')} as low, ${sum('f.hi')} as high`;
  // Members are named only where some are missing: of a full target they are known.
  const full = axes.every((one) => one.validity === '');
  const named = (axis: AxisPlan, column: string): string =>
    !axis?.some((one) => one.combined)
      ? 'null::int[]'
      : `${full ? 'case when count(*) < min(f.size) then ' : ''}array_agg(f.${column} order by f.id)${full ? ' end' : ''}`;
  const whole = 'count(f.lo) = count(f.numerator)';
  const share = plan.breakdowns?.some((one) => one.sharedDenominator) ?? false;
  // Parts of one whole share its denominator: it is taken once, and only where all agree on it.
  const denominator = share
    ? `case when ${whole} and bool_and(f.agreed) then sum(f.denominator order by f.id) filter (where f.nth = 1) end`
    : `case when ${whole} then ${add('f.denominator')} end`;
  const parts = hasParts(plan)
    ? `case when ${whole} then ${add('f.numerator')} end as numerator, ${denominator} as denominator`
    : 'null::float8 as numerator, null::float8 as denominator';
  const wholes = `,
f as materialized (
  select r.*, case when shared then row_number() over whole else 1 end as nth,
    not shared or min(denominator) over whole is not distinct from max(denominator) over whole as agreed
  from r window whole as (partition by k, period_start, period_end, area_id, counterpart_id))`;
  return `(with ${members},
${share ? 'r' : 'f'} as ${share || weight ? '' : 'not '}materialized (
  select s.k, s.id, s.at, s.area_id, s.counterpart_id, s.breakdown_id, s.shared, s.size, f.period_start, f.period_end,
    f.period_status, hedge_bit(f.qualifier) as word, ${kindBit('f.interval_kind')} as kind, f.edition_id, f.note_id, f.value,
    coalesce(f.low, f.value) as lo, coalesce(f.high, f.value) as hi${hasParts(plan) ? ', f.numerator, f.denominator' : ', null::float8 as denominator'}${weight ? `, ${yearOf('f.period_end')} as year` : ''}
  from m s ${rowsInForceSql(TABLE_OF[measure], 'f', release, `${axes.map((one) => one.ofTheDay).join('')}${time} and coalesce(f.low, f.value) is not null`)})${share ? wholes : ''}${weight?.cte ?? ''},
g as (
select f.k, f.period_start, f.period_end, max(f.period_status) as period_status, bit_or(f.word) as words,
  ${sums},
  bit_or(f.kind) as kinds, ${parts}, ${distinctKeys('f.edition_id')}${weight ? ` || ${distinctKeys('w.edition_id', ' filter (where w.w is not null)')}` : ''} as editions,
  case when max(f.note_id) is not null then (select jsonb_agg(jsonb_build_object('en', n.en, 'es', n.es, 'mandatory', n.mandatory)
    order by n.en collate "C", n.es collate "C") from notes n where n.id = any(array_agg(f.note_id))) end as notes,
  count(*)::int as count, ${named(plan.areas, 'area_id')} as areas, ${named(plan.origins, 'counterpart_id')} as origins,
  ${named(plan.breakdowns, 'breakdown_id')} as breakdowns,
  ${weight ? 'array_agg(f.area_id) filter (where w.w is null)' : measure === 'rate' ? 'array_agg(f.area_id)' : 'null::int[]'} as unweighted,
  ${weight ? add('w.w') : 'null::float8'} as weight, ${weight ? 'max(e.w)' : 'null::float8'} as weight_expected
from f${weight?.joins ?? ''}
group by f.k, f.period_start, f.period_end)
select s.place, s.at as area, s.ot as origin, s.bt as breakdown, s.source_id, s.basis, s.definition, g.period_start,
  g.period_end, g.period_status, g.words, g.value, g.low, g.high, g.kinds, g.numerator, g.denominator, null::text as gap, g.editions,
  null::text as attributed_to, null::text as locator, null::text as printed, g.notes, g.count, g.areas, g.origins, g.breakdowns,
  g.unweighted, g.weight, g.weight_expected, null::jsonb as span
from (select distinct on (s.k) s.*, ${groupKeySql('combined', ['s.at', 's.ot', 's.bt', 's.basis'])} as place from m s order by s.k) s join g on g.k = s.k)`;
}

/** The calendar year in which a period ends, as its first day; none where it is still open. */
const yearOf = (end: string): string =>
  `case when isfinite(${end}) then date_trunc('year', ${end}::timestamp)::date end`;

/**
 * Populations of the members of the area targets, whether or not they have a rate: coverage by population
 * needs those that are missing too. A period is weighted by the calendar year in which it ends, and its
 * members are those of its first day.
 */
function weights(
  plan: Plan,
  index: ReleaseIndex,
  bind: Bind,
  release: string,
): { cte: string; joins: string } | null {
  const weight = weightOf(plan.indicator, plan.query);
  // Only areas are weighted: a sum over the parts of one place has no use for its people, and does not cite them.
  if (!weight || !plan.areas?.some((target) => target.combined)) return null;
  const rows = plan.areas.flatMap((target, i) =>
    target.members.map((member) => ({ i, member, size: target.members.length })),
  );
  const list = (of: (row: (typeof rows)[number]) => unknown, cast: string): string =>
    bind(rows.map(of), `${cast}[]`);
  const ids = bind([...new Set(rows.map(({ member }) => member.id))], 'int[]');
  const definition =
    index.catalogue.indicators.find((one) => one.id === weight.indicator)?.definitions[0]?.code ?? 'main';
  const people = `,
w as materialized (
  select s.area_id, s.id as series_id, c.period_start as year, c.value as w, c.edition_id
  from series s ${rowsInForceSql('counts', 'c', release, ' and c.value > 0')}
  where s.indicator_id = ${bind(index.indicators.idOf.get(weight.indicator) ?? 0, 'int')}
    and s.source_id = ${bind(index.sources.idOf.get(weight.source) ?? 0, 'int')} and s.basis = 'calendar-year' and s.area_id = any(${ids})
    and s.counterpart_id = ${bind(index.areas.idOf.get(NONE) ?? 0, 'int')} and s.breakdown_id = ${bind(index.breakdowns.idOf.get(ALL) ?? 0, 'int')}
    and s.definition = ${bind(definition, 'text')})`;
  const [target, id] = [list((row) => row.i, 'int'), list((row) => row.member.id, 'int')];
  const lasting = rows.every(({ member }) => member.from === '-infinity' && member.to === 'infinity');
  // The people of a target in a year; where members change, in a period.
  const expected = lasting
    ? `
e as materialized (
  select t.target as at, w.year, case when count(*) = min(t.size) then sum(w.w order by w.series_id) end as w
  from unnest(${target}, ${id}, ${list((row) => row.size, 'int')}) as t(target, id, size) join w on w.area_id = t.id
  group by 1, 2)`
    : `
e as materialized (
  select p.at, p.period_start, p.period_end, case when count(w.w) = count(*) then sum(w.w order by w.series_id) end as w
  from (select distinct at, period_start, period_end, year from f) p
  join unnest(${target}, ${id}, ${list((row) => row.member.from, 'date')}, ${list((row) => row.member.to, 'date')}) as t(target, id, valid_from, valid_to)
    on t.target = p.at and p.period_start >= t.valid_from and p.period_start < t.valid_to
  left join w on w.area_id = t.id and w.year = p.year
  group by 1, 2, 3)`;
  const joins = `
left join w on w.area_id = f.area_id and w.year = f.year
left join e on e.at = f.at and ${lasting ? 'e.year = f.year' : 'e.period_start = f.period_start and e.period_end = f.period_end'}`;
  const cte = `${people},${expected}`;
  return { cte, joins };
}
