/**
 * Rollups are made while a release is published: sums that many rows go into, by the very statement that would
 * answer for them, so that an answer is the same with them and without. What did not change since the release
 * before stays in force; the rest is closed and made again.
 */
import { YEAR_BASES } from '../../stats/time/period.ts';
import type { Catalogue, Indicator } from '../../stats/model/catalogue.ts';
import { defaultQuery } from '../../stats/query/query.ts';
import { askableBases } from '../../stats/query/time-bases.ts';
import { onlyRow } from '../checked-results.ts';
import { combinedRows } from '../engine/sql/members.ts';
import type { Shared } from '../engine/sql/result-columns.ts';
import { binder, seriesFilter, type Bind } from '../engine/sql/where.ts';
import { planQuery, type AxisPlan, type Plan } from '../engine/plan/plan.ts';
import { summedBases } from '../engine/plan/periods.ts';
import { summedRows } from '../engine/sql/months.ts';
import { readDraftIndex, type ReleaseIndex, type RollupAxis } from '../releases.ts';
import { STILL_IN_FORCE } from '../validity.ts';
import type { Statements } from './catalogue.ts';
import { TABLE_OF } from './rows.ts';
import type { Query } from '../../stats/model/query.ts';

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

/** Columns of `rollup_rows` between the key and the validity, and of the branches of a statement. */
const VALUES = `period_status, words, value, low, high, kinds, numerator, denominator, editions, notes, count, areas, origins,
  breakdowns, unweighted, weight, weight_expected, span`;
const KEY = `rollup_id, source_id, basis, of_months, area_id, counterpart_id, breakdown_id, definition, period_start, period_end`;

/** Makes the rollups of the draft release. @returns how many rows came in */
export async function writeRollups(
  sql: Statements,
  catalogue: Catalogue,
  worth: RollupThreshold = ROLLUP_THRESHOLD,
): Promise<number> {
  const index = await readDraftIndex(sql, catalogue);
  await sql.unsafe(
    `create temp table fresh (like rollup_rows including defaults including generated) on commit drop`,
  );
  await sql.unsafe(
    `create temp table wanted (indicator_id int, axis text, code text, id int) on commit drop`,
  );
  const heard = new Set<string>();
  for (const indicator of catalogue.indicators) {
    // What may not be added has no sums: an answer says so without reading rows.
    const { measure, additive } = indicator;
    if (additive === 'none' && (measure === 'count' || measure === 'estimate')) continue;
    const rows = await countRows(sql, index, indicator);
    if (rows.all < worth.rows) continue;
    const table = TABLE_OF[indicator.measure];
    if (!heard.has(table)) await sql.unsafe(`analyze ${table}`);
    heard.add(table);
    for (const { axis, plan } of plansOf(indicator, index)) {
      const kept = await worthwhile(sql, plan, axis, index, worth);
      if (kept) await addUp(sql, kept, axis, index);
    }
    if (rows.months >= worth.rows && rows.months >= worth.members * rows.years)
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
     from series s join ${TABLE_OF[indicator.measure]} f on f.series_id = s.id and f.since_release <= $2 and f.until_release > $2
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

const PLACE = { area: 'areas', origin: 'origins', breakdown: 'breakdowns' } as const;
const COLUMN = { area: 'area_id', origin: 'counterpart_id', breakdown: 'breakdown_id' } as const;

/** The plan with those of its targets that many rows go into; null where none is left. */
async function worthwhile(
  sql: Statements,
  plan: Plan,
  axis: AxisOfPlan['axis'],
  index: ReleaseIndex,
  worth: RollupThreshold,
): Promise<Plan | null> {
  const targets = (plan[PLACE[axis]] ?? []).filter((one) => one.combined);
  const members = targets.flatMap((target, at) =>
    [...new Set(target.members.map((one) => one.id))].map((id) => ({ at, id })),
  );
  const found = await sql.unsafe<{ at: number }[]>(
    `with n as (
       select s.${COLUMN[axis]} as id, count(*) as rows
       from series s join ${TABLE_OF[plan.indicator.measure]} f on f.series_id = s.id and f.since_release <= $2 and f.until_release > $2
       where s.indicator_id = $1 group by 1)
     select t.at from unnest($3::int[], $4::int[]) as t(at, id) join n on n.id = t.id
     group by t.at having sum(n.rows) >= $5 and count(*) >= $6 order by t.at`,
    [
      index.indicators.idOf.get(plan.indicator.id) ?? 0,
      index.id,
      members.map((one) => one.at),
      members.map((one) => one.id),
      worth.rows,
      worth.members,
    ],
  );
  const kept: AxisPlan = found.flatMap(({ at }) => targets[at] ?? []);
  return kept.length > 0
    ? { ...plan, areas: null, origins: null, breakdowns: null, [PLACE[axis]]: kept }
    : null;
}

/** A statement's parameters and what fills them. */
function binding(
  plan: Plan,
  index: ReleaseIndex,
): { shared: Omit<Shared, 'filter' | 'time'>; values: unknown[]; bind: Bind } {
  const { bind, parameters: values } = binder();
  return { shared: { plan, index, bind, release: bind(index.id, 'int') }, values, bind };
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
  const codes = (plan[PLACE[axis]] ?? []).map((one) => one.code);
  await want(sql, plan, axis, codes, index);
  const { shared, values, bind } = binding(plan, index);
  const rows = combinedRows({ ...shared, filter: seriesFilter(plan, index, bind), time: '' });
  await keep(sql, rows, values, { plan, axis, codes, index, ofMonths: false });
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
  await want(sql, plan, 'months', [''], index);
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
  const { shared, values } = binding(plan, index);
  await keep(sql, summedRows(shared, bases), values, { plan, axis, codes, index, ofMonths: true });
}

/** Rollups that this release has, with the id of one that is in force already. */
async function want(
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
    `insert into wanted select o.indicator_id, o.axis, o.code, o.id from rollups o
     where (o.indicator_id, o.axis, o.until_release) = ($1, $2, ${STILL_IN_FORCE}) and o.code = any($3)`,
    [indicator, axis, codes as string[]],
  );
}

/** Rows of a branch, under the rollup of their place. */
async function keep(
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
  const of = (name: RollupAxis, column: string): string => (name === axis ? '0' : `q.${column}`);
  const place = axis === 'months' ? `''` : `($${values.push(codes)}::text[])[q.${axis} + 1]`;
  const indicator = `$${values.push(index.indicators.idOf.get(plan.indicator.id) ?? 0)}::int`;
  await sql.unsafe(
    `insert into fresh (${KEY}, since_release, ${VALUES})
     select w.id, q.source_id, q.basis, ${ofMonths}, ${of('area', 'area')}, ${of('origin', 'origin')}, ${of('breakdown', 'breakdown')},
       q.definition, q.period_start, q.period_end, ${index.id}, q.period_status, q.words, q.value, q.low, q.high, q.kinds, q.numerator,
       q.denominator, array(select distinct unnest(q.editions) order by 1), q.notes, q.count, q.areas, q.origins, q.breakdowns,
       ${/* Whose weight is missing is a set. */ ''}(select array_agg(distinct one order by one) from unnest(q.unweighted) one), q.weight, q.weight_expected, q.span
     from (${rows}) q join wanted w on w.indicator_id = ${indicator} and w.axis = '${axis}' and w.code = ${place}`,
    values as never[],
  );
}

/** Closes what is no longer so, and lets in what is new. */
async function exchange(sql: Statements, release: number): Promise<number> {
  const columns = (alias: string, names: string): string =>
    names
      .split(',')
      .map((name) => `${alias}.${name.trim()}`)
      .join(', ');
  const same = `(${columns('n', KEY)}) = (${columns('o', KEY)}) and (${columns('n', VALUES)}) is not distinct from (${columns('o', VALUES)})`;
  await sql.unsafe(`analyze fresh`);
  await sql.unsafe(
    `update rollup_rows o set until_release = ${release}
     where o.until_release = ${STILL_IN_FORCE} and not exists (select from fresh n where ${same})`,
  );
  await sql.unsafe(
    `update rollups o set until_release = ${release}
     where o.until_release = ${STILL_IN_FORCE} and o.since_release < ${release} and not exists (select from wanted n where n.id = o.id)`,
  );
  // In the order in which they are read.
  const { count } = await sql.unsafe(
    `insert into rollup_rows (${KEY}, since_release, ${VALUES})
     select ${columns('n', KEY)}, ${release}, ${columns('n', VALUES)} from fresh n
     where not exists (select from rollup_rows o where o.until_release = ${STILL_IN_FORCE} and ${same})
     order by ${columns('n', KEY)}`,
  );
  await sql.unsafe(`drop table fresh; drop table wanted`);
  if (count > 0) await sql.unsafe(`analyze rollups; analyze rollup_rows`);
  return count;
}
