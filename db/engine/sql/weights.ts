/** Populations as weights of rates: the steps that the branch of members adds. */
import { ALL, NONE } from '../../../stats/model/observation.ts';
import { weightOf } from '../../../stats/query/weight.ts';
import { weightKey } from '../../fallback-weights.ts';
import type { TargetMember } from '../plan/plan.ts';
import { distinctKeys } from './aggregate.ts';
import type { BranchContext } from './branch.ts';
import type { CommonTable } from './fragment.ts';
import { rowsInForceSql } from './where.ts';

/** The first day of the calendar year in which a period ends; null while the period is open. */
export const yearOfEnd = (end: string): string =>
  `case when isfinite(${end}) then date_trunc('year', ${end}::timestamp)::date end`;

export interface WeightSteps {
  readonly steps: readonly CommonTable[];
  /** The step with the rows `f` that go into a sum, each with its weight. */
  readonly rows: string;
  /** Joins the totals of all members of the target to the rows `f`. */
  readonly joins: string;
  /** The weight of a row. */
  readonly weight: string;
  /** The total weight of all members of a target that have one on file, for a group of its rows. */
  readonly expected: string;
  /** The members of a target that have no weight, and the editions of the weights. */
  readonly unweighted: string;
  readonly editions: string;
}

/** A member of a target on the axis of areas. */
interface WeighedMember {
  readonly target: number;
  readonly member: TargetMember;
}

/**
 * Populations of the members of the area targets, whether or not they have a rate: coverage by population
 * also counts the missing members. A period is weighted by the population of the calendar year in which it
 * ends; members are those of its first day. `rows` is the name of the step with the rows.
 */
export function weightSteps(context: BranchContext, rows: string): WeightSteps | null {
  const { plan } = context;
  const weight = weightOf(plan.indicator, plan.query);
  // Only areas are weighted. A sum over the parts of one area needs no population and does not cite one.
  if (!weight || !plan.areas?.some((target) => target.combined)) return null;
  const members = plan.areas.flatMap(({ members: all }, target) =>
    all.map((member): WeighedMember => ({ target, member })),
  );
  const isLasting = members.every(({ member }) => member.from === '-infinity' && member.to === 'infinity');
  const population = populations(context, weight, members);
  const expected = isLasting ? expectedByYear(context, members) : expectedByPeriod(context, members, rows);
  const period = isLasting
    ? 'expected_weights.year = f.year'
    : 'expected_weights.period_start = f.period_start and expected_weights.period_end = f.period_end';
  return {
    steps: [population, countedRows(rows), ...(isLasting ? [WEIGHT_YEARS] : []), expected],
    rows: 'counted_rows',
    joins: `
left join expected_weights on expected_weights.area_target = f.area_target and ${period}`,
    weight: 'f.weight',
    expected: 'max(expected_weights.weight)',
    unweighted:
      'coalesce(min(expected_weights.unweighted), array_agg(f.area_id) filter (where f.weight is null))',
    editions: distinctKeys('f.weight_edition_id', ' filter (where f.weight is not null)'),
  };
}

/**
 * A row without a weight cannot go into a mean, so it is left out, with its notes and its edition. It is kept
 * if a ratio of sums needs no weights, and if no row has a weight: the gap then names the members.
 */
const countedRows = (rows: string): CommonTable => ({
  name: 'counted_rows',
  query: `select * from (
  select f.*, weights.weight, weights.edition_id as weight_edition_id,
    bool_and(f.numerator is not null${rows === 'shared_wholes' ? ' and f.agreed' : ''}) over of_period as is_whole, bool_or(weights.weight is not null) over of_period as is_weighed
  from ${rows} f left join weights on weights.area_id = f.area_id and weights.year = f.year
  window of_period as (partition by f.group_no, f.period_start, f.period_end)) f
where f.is_whole or f.weight is not null or not f.is_weighed or not f.weighable`,
  materialized: true,
});

function populations(
  { index, bind, release }: BranchContext,
  weight: NonNullable<ReturnType<typeof weightOf>>,
  members: readonly WeighedMember[],
): CommonTable {
  const ids = bind([...new Set(members.map(({ member }) => member.id))], 'int[]');
  const indicator = index.catalogue.indicators.find(({ id }) => id === weight.indicator);
  const definition = indicator?.definitions[0]?.code ?? 'main';
  const key = (codes: ReadonlyMap<string, number>, code: string): string => bind(codes.get(code) ?? 0, 'int');
  const weighing = (source: string, areas: string): string =>
    `s.source_id = ${key(index.sources.idOf, source)} and s.area_id = any(${areas})`;
  const sources = [weighing(weight.source, ids)];
  const own = index.fallbackAreas.get(weightKey(weight)) ?? new Set();
  const others = members.flatMap(({ member }) => (own.has(member.code) ? [member.id] : []));
  if (weight.fallback && others.length > 0)
    sources.push(weighing(weight.fallback, bind([...new Set(others)], 'int[]')));
  const query = `select s.area_id, s.id as series_id, c.period_start as year, c.value as weight, c.edition_id
from series s ${rowsInForceSql('counts', 'c', release, ' and c.value > 0')}
where s.indicator_id = ${key(index.indicators.idOf, weight.indicator)} and (${sources.join(' or ')})
  and s.basis = 'calendar-year' and s.counterpart_id = ${key(index.areas.idOf, NONE)}
  and s.breakdown_id = ${key(index.breakdowns.idOf, ALL)} and s.definition = ${bind(definition, 'text')}`;
  return { name: 'weights', query, materialized: true };
}

/** What is known about all members of a target: the sum of their weights, and the members without one. */
const KNOWN_WEIGHTS = `sum(weights.weight order by weights.series_id) as weight,
  array_agg(t.id order by t.id) filter (where weights.weight is null) as unweighted`;

const WEIGHT_YEARS: CommonTable = {
  name: 'weight_years',
  query: 'select distinct year from weights',
  materialized: true,
};

/** The population of a target in a year, for members that never change. */
function expectedByYear({ bind }: BranchContext, members: readonly WeighedMember[]): CommonTable {
  const lists = [
    bind(
      members.map(({ target }) => target),
      'int[]',
    ),
    bind(
      members.map(({ member }) => member.id),
      'int[]',
    ),
  ];
  const query = `select t.target as area_target, years.year, ${KNOWN_WEIGHTS}
from weight_years years
cross join unnest(${lists.join(', ')}) as t(target, id)
left join weights on weights.area_id = t.id and weights.year = years.year
group by 1, 2`;
  return { name: 'expected_weights', query, materialized: true };
}

/** The population of a target in a period, for members that join and leave. */
function expectedByPeriod(
  { bind }: BranchContext,
  members: readonly WeighedMember[],
  rows: string,
): CommonTable {
  const lists = [
    bind(
      members.map(({ target }) => target),
      'int[]',
    ),
    bind(
      members.map(({ member }) => member.id),
      'int[]',
    ),
    bind(
      members.map(({ member }) => member.from),
      'date[]',
    ),
    bind(
      members.map(({ member }) => member.to),
      'date[]',
    ),
  ];
  const query = `select p.area_target, p.period_start, p.period_end, ${KNOWN_WEIGHTS}
from (select distinct area_target, period_start, period_end, year from ${rows}) p
join unnest(${lists.join(', ')}) as t(target, id, valid_from, valid_to)
  on t.target = p.area_target and p.period_start >= t.valid_from and p.period_start < t.valid_to
left join weights on weights.area_id = t.id and weights.year = p.year
group by 1, 2, 3`;
  return { name: 'expected_weights', query, materialized: true };
}
