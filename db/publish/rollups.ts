/**
 * Rollups are made while a release is published: sums that many rows go into, by the very statement that would
 * answer for them, so that an answer is the same with them and without. What did not change since the release
 * before stays in force; the rest is closed and made again.
 */
import { YEAR_BASES } from '../../stats/time/period.ts';
import type { Catalogue, Indicator } from '../../stats/model/catalogue.ts';
import type { Query } from '../../stats/query/query.ts';
import { defaultQuery } from '../../stats/query/query.ts';
import { askableBases } from '../../stats/query/time-bases.ts';
import { onlyRow } from '../checked-results.ts';
import type { BranchContext } from '../engine/sql/branch.ts';
import { binder } from '../engine/sql/fragment.ts';
import { membersBranch } from '../engine/sql/members.ts';
import { SUM_COLUMNS, type SumColumn } from '../engine/sql/result-columns.ts';
import { seriesFilter } from '../engine/sql/where.ts';
import { planQuery, type AxisPlan, type Plan } from '../engine/plan/plan.ts';
import { summedBases } from '../engine/plan/periods.ts';
import { monthsBranch } from '../engine/sql/months.ts';
import { readDraftIndex, type ReleaseIndex, type RollupAxis } from '../releases.ts';
import type { rollupRows } from '../schema/rollups.ts';
import { TABLE_OF } from '../schema/tables.ts';
import { inForce, STILL_IN_FORCE } from '../schema/validity.ts';
import type { Statements } from './catalogue.ts';

/**
 * When a sum deserves a rollup. Measured: Postgres adds about a thousand rows in 0.6 ms, and reads a hundred rows of
 * a rollup in as much, so below some thousands nothing is gained; nor where hardly fewer rows are left.
 */
export interface RollupThreshold {
  readonly rows: number;
  /** Rows that go into one, on average. */
  readonly members: number;
}

export const ROLLUP_THRESHOLD: RollupThreshold = { rows: 5000, members: 8 };

/** The columns of `rollup_rows`, by their names in the database. */
type TableColumns = (typeof rollupRows)['_']['columns'];
type RollupColumn = TableColumns[keyof TableColumns]['_']['name'];

/** Which sum a row is, without the release; then what the sum says. The compiler sees that the table has them all. */
const KEY = [
  'rollup_id',
  'source_id',
  'basis',
  'of_months',
  'area_id',
  'counterpart_id',
  'breakdown_id',
  'definition',
  'period_start',
  'period_end',
] as const satisfies readonly RollupColumn[];
const VALUES: readonly (SumColumn & RollupColumn)[] = SUM_COLUMNS;

/** Makes the rollups of the draft release. @returns how many rows came in */
export async function writeRollups(
  sql: Statements,
  catalogue: Catalogue,
  threshold: RollupThreshold = ROLLUP_THRESHOLD,
): Promise<number> {
  const index = await readDraftIndex(sql, catalogue);
  await sql.unsafe(
    `create temp table new_rollup_rows (like rollup_rows including defaults including generated) on commit drop`,
  );
  await sql.unsafe(
    `create temp table rollup_targets (indicator_id int, axis text, code text, id int) on commit drop`,
  );
  const analyzed = new Set<string>();
  for (const indicator of catalogue.indicators) {
    // What may not be added has no sums: an answer says so without reading rows.
    const { measure, additive } = indicator;
    if (additive === 'none' && (measure === 'count' || measure === 'estimate')) continue;
    const rows = await countRows(sql, index, indicator);
    if (rows.all < threshold.rows) continue;
    const table = TABLE_OF[indicator.measure];
    if (!analyzed.has(table)) await sql.unsafe(`analyze ${table}`);
    analyzed.add(table);
    for (const { axis, plan } of plansOf(indicator, index)) {
      const narrowed = await worthwhile(sql, plan, axis, index, threshold);
      if (narrowed) await addUp(sql, narrowed, axis, index);
    }
    if (rows.months >= threshold.rows && rows.months >= threshold.members * rows.years)
      await addMonths(sql, indicator, index);
  }
  return exchange(sql, index.id);
}

async function countRows(
  sql: Statements,
  index: ReleaseIndex,
  indicator: Indicator,
): Promise<{ all: number; months: number; years: number }> {
  const rows = await sql.unsafe<{ all: number; months: number; years: number }[]>(
    `select count(*)::int as all, count(*) filter (where f.basis = 'month')::int as months,
       count(distinct (s.id, extract(year from f.period_start))) filter (where f.basis = 'month')::int as years
     from series s join ${TABLE_OF[indicator.measure]} f on f.series_id = s.id and ${inForce('f', '$2')}
     where s.indicator_id = $1`,
    [index.indicators.idOf.get(indicator.id) ?? 0, index.id],
  );
  return onlyRow(rows);
}

interface AxisOfPlan {
  readonly axis: Exclude<RollupAxis, 'months'>;
  readonly plan: Plan;
}

/** The plans that combine one axis each: every group, and every declared partition. */
function plansOf(indicator: Indicator, index: ReleaseIndex): AxisOfPlan[] {
  const query: Query = { ...defaultQuery(indicator), basis: indicator.bases };
  const groups = index.catalogue.areas.filter((one) => one.members?.length).map((one) => one.code);
  const schemes = (axis: 'origin' | 'breakdown'): boolean => indicator.parts.some((one) => one.axis === axis);
  const without = (axis: 'origin' | 'breakdown'): Query => ({
    ...query,
    by: query.by.filter((one) => one !== axis),
  });
  const questions: [AxisOfPlan['axis'], Query][] = [
    ['area', { ...query, group: groups }],
    ['origin', { ...query, origin: groups }],
    ...(schemes('origin') ? [['origin', without('origin')] as [AxisOfPlan['axis'], Query]] : []),
    ...(schemes('breakdown') ? [['breakdown', without('breakdown')] as [AxisOfPlan['axis'], Query]] : []),
  ];
  return questions.map(([axis, asked]) => ({ axis, plan: planQuery(asked, index) }));
}

const TARGETS_ON = { area: 'areas', origin: 'origins', breakdown: 'breakdowns' } as const;
const COLUMN_OF = { area: 'area_id', origin: 'counterpart_id', breakdown: 'breakdown_id' } as const;

/** The plan with those of its targets that many rows go into; null where none is left. */
async function worthwhile(
  sql: Statements,
  plan: Plan,
  axis: AxisOfPlan['axis'],
  index: ReleaseIndex,
  threshold: RollupThreshold,
): Promise<Plan | null> {
  const targets = (plan[TARGETS_ON[axis]] ?? []).filter((one) => one.combined);
  const members = targets.flatMap((target, at) =>
    [...new Set(target.members.map((one) => one.id))].map((id) => ({ at, id })),
  );
  const rows = await sql.unsafe<{ at: number }[]>(
    `with n as (
       select s.${COLUMN_OF[axis]} as id, count(*) as rows
       from series s join ${TABLE_OF[plan.indicator.measure]} f on f.series_id = s.id and ${inForce('f', '$2')}
       where s.indicator_id = $1 group by 1)
     select t.at from unnest($3::int[], $4::int[]) as t(at, id) join n on n.id = t.id
     group by t.at having sum(n.rows) >= $5 and count(*) >= $6 order by t.at`,
    [
      index.indicators.idOf.get(plan.indicator.id) ?? 0,
      index.id,
      members.map((one) => one.at),
      members.map((one) => one.id),
      threshold.rows,
      threshold.members,
    ],
  );
  const worthy: AxisPlan = rows.flatMap(({ at }) => targets[at] ?? []);
  return worthy.length > 0
    ? { ...plan, areas: null, origins: null, breakdowns: null, [TARGETS_ON[axis]]: worthy }
    : null;
}

/** A statement's parameters and what fills them. */
function binding(plan: Plan, index: ReleaseIndex): { context: BranchContext; values: unknown[] } {
  const { bind, parameters: values } = binder();
  return { context: { plan, index, bind, release: bind(index.id, 'int') }, values };
}

/** The years that months make, of a plan whose query asks for its own bases. */
const ofYears = (plan: Plan): Plan => ({
  ...plan,
  query: { ...plan.query, basis: askableBases(plan.indicator).filter((basis) => YEAR_BASES.includes(basis)) },
});

async function addUp(
  sql: Statements,
  plan: Plan,
  axis: AxisOfPlan['axis'],
  index: ReleaseIndex,
): Promise<void> {
  const codes = (plan[TARGETS_ON[axis]] ?? []).map((one) => one.code);
  await claimRollups(sql, plan, axis, codes, index);
  const { context, values } = binding(plan, index);
  const rows = membersBranch(context, { series: seriesFilter(plan, index, context.bind), time: () => '' });
  await storeRows(sql, rows, values, { plan, axis, codes, index, ofMonths: false });
  await addYears(sql, ofYears(plan), axis, codes, index);
}

async function addMonths(sql: Statements, indicator: Indicator, index: ReleaseIndex): Promise<void> {
  const plan: Plan = {
    indicator,
    query: defaultQuery(indicator),
    areas: null,
    origins: null,
    breakdowns: null,
  };
  if (summedBases(ofYears(plan), index.catalogue).length === 0) return;
  await claimRollups(sql, plan, 'months', [''], index);
  await addYears(sql, ofYears(plan), 'months', [''], index);
}

async function addYears(
  sql: Statements,
  plan: Plan,
  axis: RollupAxis,
  codes: readonly string[],
  index: ReleaseIndex,
): Promise<void> {
  const bases = summedBases(plan, index.catalogue);
  if (bases.length === 0) return;
  const { context, values } = binding(plan, index);
  await storeRows(sql, monthsBranch(context, bases), values, { plan, axis, codes, index, ofMonths: true });
}

/** Rollups that this release has, with the id of one that is in force already. */
async function claimRollups(
  sql: Statements,
  plan: Plan,
  axis: RollupAxis,
  codes: readonly string[],
  index: ReleaseIndex,
): Promise<void> {
  const indicator = index.indicators.idOf.get(plan.indicator.id) ?? 0;
  await sql.unsafe(
    `insert into rollups (indicator_id, axis, code, since_release)
     select $1, $2, n.code, $4 from unnest($3::text[]) as n(code)
     where not exists (select from rollups o where (o.indicator_id, o.axis, o.code, o.until_release) = ($1, $2, n.code, ${STILL_IN_FORCE}))`,
    [indicator, axis, codes as string[], index.id],
  );
  await sql.unsafe(
    `insert into rollup_targets select o.indicator_id, o.axis, o.code, o.id from rollups o
     where (o.indicator_id, o.axis, o.until_release) = ($1, $2, ${STILL_IN_FORCE}) and o.code = any($3)`,
    [indicator, axis, codes as string[]],
  );
}

/** Rows of a branch, under the rollup of their target. */
async function storeRows(
  sql: Statements,
  rows: string,
  values: unknown[],
  made: {
    readonly plan: Plan;
    readonly axis: RollupAxis;
    readonly codes: readonly string[];
    readonly index: ReleaseIndex;
    readonly ofMonths: boolean;
  },
): Promise<void> {
  const { plan, axis, codes, index, ofMonths } = made;
  // The code on the axis that is added up is the rollup's own.
  const keyOn = (name: RollupAxis): string => (name === axis ? '0' : `q.${name}`);
  const code = axis === 'months' ? `''` : `($${values.push(codes)}::text[])[q.${axis} + 1]`;
  const indicator = `$${values.push(index.indicators.idOf.get(plan.indicator.id) ?? 0)}::int`;
  const key: Record<(typeof KEY)[number], string> = {
    rollup_id: 't.id',
    source_id: 'q.source_id',
    basis: 'q.basis',
    of_months: String(ofMonths),
    area_id: keyOn('area'),
    counterpart_id: keyOn('origin'),
    breakdown_id: keyOn('breakdown'),
    definition: 'q.definition',
    period_start: 'q.period_start',
    period_end: 'q.period_end',
  };
  await sql.unsafe(
    `insert into new_rollup_rows (${[...KEY, 'since_release', ...VALUES].join(', ')})
     select ${KEY.map((name) => key[name]).join(', ')}, ${index.id}, ${VALUES.map(storedValue).join(', ')}
     from (${rows}) q join rollup_targets t on t.indicator_id = ${indicator} and t.axis = '${axis}' and t.code = ${code}`,
    values as never[],
  );
}

/** A value as a rollup stores it: what is a set is stored in one order. */
function storedValue(name: SumColumn): string {
  if (name === 'editions') return 'array(select distinct unnest(q.editions) order by 1)';
  if (name === 'unweighted')
    return '(select array_agg(distinct area order by area) from unnest(q.unweighted) area)';
  return `q.${name}`;
}

/** Closes what is no longer so, and inserts what is new. @returns how many rows came in */
async function exchange(sql: Statements, release: number): Promise<number> {
  const columns = (alias: string, names: readonly string[]): string =>
    names.map((name) => `${alias}.${name}`).join(', ');
  const same = `(${columns('n', KEY)}) = (${columns('o', KEY)}) and (${columns('n', VALUES)}) is not distinct from (${columns('o', VALUES)})`;
  await sql.unsafe(`analyze new_rollup_rows`);
  await sql.unsafe(
    `update rollup_rows o set until_release = ${release}
     where o.until_release = ${STILL_IN_FORCE} and not exists (select from new_rollup_rows n where ${same})`,
  );
  await sql.unsafe(
    `update rollups o set until_release = ${release}
     where o.until_release = ${STILL_IN_FORCE} and o.since_release < ${release} and not exists (select from rollup_targets t where t.id = o.id)`,
  );
  // In the order in which they are read.
  const { count } = await sql.unsafe(
    `insert into rollup_rows (${[...KEY, 'since_release', ...VALUES].join(', ')})
     select ${columns('n', KEY)}, ${release}, ${columns('n', VALUES)} from new_rollup_rows n
     where not exists (select from rollup_rows o where o.until_release = ${STILL_IN_FORCE} and ${same})
     order by ${columns('n', KEY)}`,
  );
  await sql.unsafe(`drop table new_rollup_rows; drop table rollup_targets`);
  if (count > 0) await sql.unsafe(`analyze rollups; analyze rollup_rows`);
  return count;
}
