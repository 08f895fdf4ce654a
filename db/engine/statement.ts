/**
 * A plan as one SQL statement. Series are resolved first (few), then index ranges of one indicator table are
 * read, and members are combined before anything leaves Postgres. Published rows and combined ones come in
 * one result with the same columns; what combined sums mean is decided in `stats/combine.ts`.
 */
import { boundsOf, onlyEnd } from '../../stats/time.ts';
import { ALL, NONE } from '../../stats/observation.ts';
import { TABLE_OF } from '../publish/rows.ts';
import type { ReleaseIndex } from '../releases.ts';
import type { AxisPlan, Plan, Target } from './plan.ts';

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

type Bind = (value: unknown, cast: string) => string;

/** Rows in force in the release that is asked for. */
const inForce = (alias: string, release: string): string =>
  `${alias}.since_release <= ${release} and ${alias}.until_release > ${release}`;

export function statementOf(plan: Plan, index: ReleaseIndex): Statement {
  const parameters: unknown[] = [];
  const bind: Bind = (value, cast) => `$${parameters.push(value)}::${cast}`;
  const release = bind(index.id, 'int');
  const shared = {
    plan,
    index,
    bind,
    release,
    filter: seriesFilter(plan, index, bind),
    time: timeFilter(plan, bind),
  };
  const combined = [plan.areas, plan.origins, plan.breakdowns].some((axis) =>
    axis?.some((one) => one.combined),
  );
  const plain = everyAxisHasSingles(plan);
  const branches = [plain ? publishedRows(shared) : '', combined ? combinedRows(shared) : ''].filter(Boolean);
  const only = onlyEnd(plan.query.time);
  const rows = branches.length > 0 ? branches.join('\nunion all\n') : `select where false`;
  const text = only
    ? `with r as (${rows}) select * from r where period_end = (select ${only === 'latest' ? 'max' : 'min'}(period_end) from r where isfinite(period_end))`
    : rows;
  return { text, parameters };
}

const everyAxisHasSingles = (plan: Plan): boolean =>
  [plan.areas, plan.origins, plan.breakdowns].every(
    (axis) => axis === null || axis.some((one) => !one.combined),
  );

interface Shared {
  readonly plan: Plan;
  readonly index: ReleaseIndex;
  readonly bind: Bind;
  readonly release: string;
  readonly filter: string;
  readonly time: string;
}

/** Which series of the indicator, leaving out the three axes. */
function seriesFilter({ query }: Plan, index: ReleaseIndex, bind: Bind): string {
  const conditions = [
    `s.indicator_id = ${bind(index.indicators.idOf.get(query.indicator) ?? 0, 'int')}`,
    `s.basis = any(${bind(query.basis, 'basis[]')})`,
  ];
  if (query.source.length > 0) {
    conditions.push(
      `s.source_id = any(${bind(
        query.source.map((one) => index.sources.idOf.get(one) ?? 0),
        'int[]',
      )})`,
    );
  }
  if (query.definition.length > 0) conditions.push(`s.definition = any(${bind(query.definition, 'text[]')})`);
  return conditions.join(' and ');
}

/** Whole periods inside the span. Unknown starts and open ends are judged by the end that is known. */
function timeFilter({ query }: Plan, bind: Bind): string {
  const { start, end } = boundsOf(query.time);
  const conditions: string[] = [];
  if (start) {
    const from = bind(start, 'date');
    conditions.push(
      query.basis.includes('cumulative')
        ? `(f.period_start >= ${from} or (f.period_start = '-infinity' and f.period_end >= ${from}))`
        : `f.period_start >= ${from}`,
    );
  }
  if (end) {
    const to = bind(end, 'date');
    conditions.push(`f.period_start <= ${to}`);
    conditions.push(
      query.basis.includes('since')
        ? `(f.period_end <= ${to} or f.period_end = 'infinity')`
        : `f.period_end <= ${to}`,
    );
  }
  return conditions.map((condition) => ` and ${condition}`).join('');
}

const hasParts = (plan: Plan): boolean =>
  plan.indicator.measure === 'rate' || plan.indicator.measure === 'share';

/** Rows as their sources published them. */
function publishedRows({ plan, bind, release, filter, time }: Shared): string {
  const among = (axis: AxisPlan, column: string): string => {
    if (axis === null) return '';
    const ids = axis.filter((one) => !one.combined).flatMap((one) => one.members.map((member) => member.id));
    return ` and s.${column} = any(${bind(ids, 'int[]')})`;
  };
  const axes =
    among(plan.areas, 'area_id') +
    among(plan.origins, 'counterpart_id') +
    among(plan.breakdowns, 'breakdown_id');
  const parts = hasParts(plan)
    ? 'f.numerator, f.denominator'
    : 'null::float8 as numerator, null::float8 as denominator';
  return `(with s as materialized (select s.* from series s where ${filter}${axes})
select false as combined, s.area_id as area, s.counterpart_id as origin, s.breakdown_id as breakdown, s.source_id, s.basis,
  s.definition, f.period_start, f.period_end, f.period_status, hedge_bit(f.qualifier) as words, f.value, f.low, f.high,
  case when f.interval_kind <> 'none' then array[f.interval_kind::text] else '{}' end as kinds, ${parts}, f.gap::text as gap,
  array[f.edition_id] as editions, f.attributed_to, f.locator, f.printed,
  case when n.id is not null then jsonb_build_array(jsonb_build_object('en', n.en, 'es', n.es, 'mandatory', n.mandatory)) end as notes,
  null::int[] as areas, null::int[] as origins, null::int[] as breakdowns, null::int[] as unweighted,
  null::float8 as weight, null::float8 as weight_expected
from s join ${TABLE_OF[plan.indicator.measure]} f on f.series_id = s.id and ${inForce('f', release)}${time}
left join notes n on n.id = f.note_id)`;
}

/** An axis in the combined branch: its targets as a table to join, or the series' own column. */
function axisOf(
  axis: AxisPlan,
  name: string,
  column: string,
  bind: Bind,
): { join: string; target: string; combined: string } {
  if (axis === null) return { join: '', target: `s.${column}`, combined: 'false' };
  const rows = axis.flatMap((target, i) => target.members.map((member) => ({ i, target, member })));
  const list = (values: readonly unknown[], cast: string): string => bind(values, `${cast}[]`);
  const columns = [
    list(
      rows.map((row) => row.i),
      'int',
    ),
    list(
      // The driver takes an array of booleans for a boolean.
      rows.map((row) => Number(row.target.combined)),
      'int',
    ),
    list(
      rows.map((row) => row.member.id),
      'int',
    ),
    list(
      rows.map((row) => row.member.from),
      'date',
    ),
    list(
      rows.map((row) => row.member.to),
      'date',
    ),
  ];
  return {
    join: ` join unnest(${columns.join(', ')}) as ${name}(target, combined, id, valid_from, valid_to) on ${name}.id = s.${column}`,
    target: `${name}.target`,
    combined: `${name}.combined = 1`,
  };
}

const isRefusedOrShared = (targets: AxisPlan): boolean =>
  targets?.some((one: Target) => one.sharedDenominator) ?? false;

/** Members combined to their targets, one row for each target, source, basis, definition and period. */
function combinedRows({ plan, index, bind, release, filter, time }: Shared): string {
  const [a, o, b] = [
    axisOf(plan.areas, 'a', 'area_id', bind),
    axisOf(plan.origins, 'o', 'counterpart_id', bind),
    axisOf(plan.breakdowns, 'b', 'breakdown_id', bind),
  ];
  const measure = plan.indicator.measure;
  const ofTheDay =
    plan.areas === null ? '' : ' and f.period_start >= s.valid_from and f.period_start < s.valid_to';
  const validity = plan.areas === null ? '' : ', a.valid_from, a.valid_to';
  const weight = measure === 'rate' ? weights(plan, index, bind, release) : null;
  const members = `m as materialized (
  select s.*, ${a.target} as at, ${o.target} as ot, ${b.target} as bt${validity}
  from series s${a.join}${o.join}${b.join} where ${filter} and (${a.combined} or ${o.combined} or ${b.combined}))`;
  const sum = (column: string): string => (weight ? `sum(${column} * w.w)` : `sum(${column})`);
  // Parts of one whole share its denominator: it is taken once, and only where all agree on it.
  const shared = isRefusedOrShared(plan.breakdowns);
  const whole = 'count(f.lo) = count(f.numerator)';
  const denominator = shared
    ? `case when ${whole} and min(f.denominator) = max(f.denominator) then max(f.denominator) end`
    : `case when ${whole} then sum(f.denominator) end`;
  const parts = hasParts(plan)
    ? `case when ${whole} then sum(f.numerator) end as numerator, ${denominator} as denominator`
    : 'null::float8 as numerator, null::float8 as denominator';
  return `(with ${members}${weight ? `, ${weight.cte}` : ''},
f as materialized (
  select s.*, f.period_start, f.period_end, f.period_status, hedge_bit(f.qualifier) as word, f.interval_kind, f.edition_id,
    f.note_id, f.value, coalesce(f.low, f.value) as lo, coalesce(f.high, f.value) as hi
    ${hasParts(plan) ? ', f.numerator, f.denominator' : ''}
  from m s join ${TABLE_OF[measure]} f on f.series_id = s.id and ${inForce('f', release)}${ofTheDay}${time}
  where coalesce(f.low, f.value) is not null)
select true as combined, f.at as area, f.ot as origin, f.bt as breakdown, f.source_id, f.basis, f.definition, f.period_start,
  f.period_end, max(f.period_status) as period_status, bit_or(f.word) as words,
  case when count(f.value) = count(f.lo) then ${sum('f.value')} end as value, ${sum('f.lo')} as low, ${sum('f.hi')} as high,
  array_agg(distinct f.interval_kind::text) filter (where f.interval_kind <> 'none') as kinds, ${parts}, null::text as gap,
  array_agg(distinct f.edition_id)${weight ? ' || array_agg(distinct w.edition_id) filter (where w.w is not null)' : ''} as editions,
  null::text as attributed_to, null::text as locator, null::text as printed,
  (select jsonb_agg(jsonb_build_object('en', n.en, 'es', n.es, 'mandatory', n.mandatory) order by n.id) from notes n
    where n.id = any(array_agg(f.note_id))) as notes,
  array_agg(f.area_id) as areas, array_agg(f.counterpart_id) as origins, array_agg(f.breakdown_id) as breakdowns,
  ${weight ? 'array_agg(f.area_id) filter (where w.w is null)' : 'null::int[]'} as unweighted,
  ${weight ? 'sum(w.w)' : 'null::float8'} as weight, ${weight ? 'max(e.w)' : 'null::float8'} as weight_expected
from f${weight ? weight.joins : ''}
group by f.at, f.ot, f.bt, f.source_id, f.basis, f.definition, f.period_start, f.period_end)`;
}

/**
 * Populations of all members of the area targets, whether or not they have a rate: coverage by population
 * needs those that are missing too. A period is weighted by the calendar year in which it ends.
 */
function weights(
  plan: Plan,
  index: ReleaseIndex,
  bind: Bind,
  release: string,
): { cte: string; joins: string } | null {
  const { weight } = plan.indicator;
  if (!weight || plan.areas === null) return null;
  const rows = plan.areas.flatMap((target, i) => target.members.map((member) => ({ i, member })));
  const cte = `w as materialized (
  select t.target, t.id as area_id, c.period_start as year, c.value as w, c.edition_id
  from unnest(${bind(
    rows.map((row) => row.i),
    'int[]',
  )}, ${bind(
    rows.map((row) => row.member.id),
    'int[]',
  )},
    ${bind(
      rows.map((row) => row.member.from),
      'date[]',
    )}, ${bind(
      rows.map((row) => row.member.to),
      'date[]',
    )}) as t(target, id, valid_from, valid_to)
  join series s on s.indicator_id = ${bind(index.indicators.idOf.get(weight.indicator) ?? 0, 'int')}
    and s.source_id = ${bind(index.sources.idOf.get(weight.source) ?? 0, 'int')} and s.basis = 'calendar-year' and s.area_id = t.id
    and s.counterpart_id = ${bind(index.areas.idOf.get(NONE) ?? 0, 'int')} and s.breakdown_id = ${bind(index.breakdowns.idOf.get(ALL) ?? 0, 'int')}
  join counts c on c.series_id = s.id and ${inForce('c', release)} and c.value > 0
    and c.period_start >= t.valid_from and c.period_start < t.valid_to),
e as materialized (select target, year, sum(w) as w from w group by 1, 2)`;
  const year = `case when isfinite(f.period_end) then date_trunc('year', f.period_end)::date end`;
  const joins = `
left join w on w.target = f.at and w.area_id = f.area_id and w.year = ${year}
left join e on e.target = f.at and e.year = ${year}`;
  return { cte, joins };
}
