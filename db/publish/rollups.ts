/**
 * Makes rollups while a release is published: sums of many rows, computed by the same statement that would
 * answer the question, so that an answer is the same with and without them. Rollups that did not change since
 * the previous release stay in force; the others are closed and made again.
 */
import { isCombinable } from '../../stats/aggregate/combine.ts';
import { YEAR_BASES } from '../../stats/time/period.ts';
import type { Catalogue, Indicator } from '../../stats/model/catalogue.ts';
import { defaultQuery } from '../../stats/query/query.ts';
import { askableBases } from '../../stats/query/time-bases.ts';
import { onlyRow } from '../checked-results.ts';
import type { BranchContext } from '../engine/sql/branch.ts';
import { binder } from '../engine/sql/fragment.ts';
import { membersBranch } from '../engine/sql/members.ts';
import { seriesFilter } from '../engine/sql/where.ts';
import { planQuery, type AxisPlan, type Plan } from '../engine/plan/plan.ts';
import { summedBases } from '../engine/plan/periods.ts';
import { monthsBranch } from '../engine/sql/months.ts';
import { readDraftIndex, type ReleaseIndex, type RollupAxis } from '../releases.ts';
import { TABLE_OF } from '../schema/tables.ts';
import { bindPoint, inForce } from '../schema/validity.ts';
import type { Statements } from './catalogue.ts';
import type { ChangedSums } from './changed-sums.ts';
import { claimRollups, createRollupTables, exchangeRollups, storeRows } from './rollup-table.ts';
import type { Query } from '../../stats/model/query.ts';

/**
 * When a sum is worth a rollup. Measured: Postgres adds about a thousand rows in 0.6 ms, and reads a hundred
 * rows of a rollup in the same time. Below some thousands of rows, or if the rollup has hardly fewer rows,
 * there is no gain.
 */
export interface RollupThreshold {
  readonly rows: number;
  /** Average number of rows in a sum. */
  readonly members: number;
}

export const ROLLUP_THRESHOLD: RollupThreshold = { rows: 5000, members: 8 };

/** How rollups are made. */
interface RollupChoice {
  readonly threshold?: RollupThreshold;
  /** The rollups that are made again; absent: all. */
  readonly changed?: ChangedSums;
}

/** Makes the rollups of the draft release. @returns how many rows came in */
export async function writeRollups(
  sql: Statements,
  catalogue: Catalogue,
  { threshold = ROLLUP_THRESHOLD, changed = everySum(catalogue) }: RollupChoice = {},
): Promise<number> {
  const index = await readDraftIndex(sql, catalogue);
  await createRollupTables(sql);
  const analyzed = new Set<string>();
  for (const indicator of catalogue.indicators) {
    const isWhole = changed.indicators.has(indicator.id);
    if (!isWhole && changed.groups.size === 0) continue;
    // Figures that may not be summed have no rollups: an answer refuses the sum without reading rows.
    if (!isCombinable(indicator)) continue;
    const rows = await countRows(sql, index, indicator);
    if (rows.all < threshold.rows) continue;
    const table = TABLE_OF[indicator.measure];
    if (!analyzed.has(table)) await sql.unsafe(`analyze ${table}`);
    analyzed.add(table);
    for (const { axis, plan } of plansOf(indicator, index, isWhole ? null : changed.groups)) {
      const narrowed = await worthwhile(sql, plan, axis, index, threshold);
      if (narrowed) await addUp(sql, narrowed, axis, index);
    }
    if (isWhole && rows.months >= threshold.rows && rows.months >= threshold.members * rows.years)
      await addMonths(sql, indicator, index);
  }
  return exchangeRollups(sql, index.point.product, {
    indicators: [...changed.indicators].map((id) => index.indicators.idOf.get(id) ?? 0),
    groups: [...changed.groups],
  });
}

const everySum = ({ indicators }: Catalogue): ChangedSums => ({
  indicators: new Set(indicators.map(({ id }) => id)),
  groups: new Set(),
});

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
    [index.indicators.idOf.get(indicator.id) ?? 0, index.point.product],
  );
  return onlyRow(rows);
}

interface AxisOfPlan {
  readonly axis: Exclude<RollupAxis, 'months'>;
  readonly plan: Plan;
}

/** The plans that combine one axis each: every group, and every declared partition; or only some groups. */
function plansOf(indicator: Indicator, index: ReleaseIndex, only: ReadonlySet<string> | null): AxisOfPlan[] {
  const query: Query = { ...defaultQuery(indicator), basis: indicator.bases };
  const groups = index.catalogue.areas
    .filter((area) => area.members?.length && (only === null || only.has(area.code)))
    .map((area) => area.code);
  const schemes = (axis: 'origin' | 'breakdown'): boolean =>
    only === null && indicator.parts.some((scheme) => scheme.axis === axis);
  const without = (axis: 'origin' | 'breakdown'): Query => ({
    ...query,
    by: query.by.filter((other) => other !== axis),
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

/** The plan with only those targets whose sums have many rows each; null if none is left. */
async function worthwhile(
  sql: Statements,
  plan: Plan,
  axis: AxisOfPlan['axis'],
  index: ReleaseIndex,
  threshold: RollupThreshold,
): Promise<Plan | null> {
  const targets = (plan[TARGETS_ON[axis]] ?? []).filter((target) => target.combined);
  const members = targets.flatMap((target, at) =>
    [...new Set(target.members.map((member) => member.id))].map((id) => ({ at, id })),
  );
  const column = COLUMN_OF[axis];
  const others = Object.values(COLUMN_OF).filter((name) => name !== column);
  // The parts of one sum have this hash in common.
  const sum = [
    ...others.map((name) => `s.${name}`),
    's.source_id',
    's.basis',
    's.definition',
    'f.period_start',
    'f.period_end',
  ];
  const rows = await sql.unsafe<{ at: number }[]>(
    `with n as (
       select s.${column} as id, hash_record(row(${sum.join(', ')})) as sum
       from series s join ${TABLE_OF[plan.indicator.measure]} f on f.series_id = s.id and ${inForce('f', '$2')}
       where s.indicator_id = $1)
     select at from (
       select t.at, count(*) as rows from unnest($3::int[], $4::int[]) as t(at, id) join n on n.id = t.id
       group by t.at, n.sum) sums
     group by at having sum(rows) >= $5 and sum(rows) >= $6 * count(*) order by at`,
    [
      index.indicators.idOf.get(plan.indicator.id) ?? 0,
      index.point.product,
      members.map((member) => member.at),
      members.map((member) => member.id),
      threshold.rows,
      threshold.members,
    ],
  );
  const worthy: AxisPlan = rows.flatMap(({ at }) => targets[at] ?? []);
  return worthy.length > 0
    ? { ...plan, areas: null, origins: null, breakdowns: null, [TARGETS_ON[axis]]: worthy }
    : null;
}

/** A statement's parameters and their values. */
function binding(plan: Plan, index: ReleaseIndex): { context: BranchContext; values: unknown[] } {
  const { bind, parameters: values } = binder();
  return { context: { plan, index, bind, release: bindPoint(bind, index.point) }, values };
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
  const codes = (plan[TARGETS_ON[axis]] ?? []).map((target) => target.code);
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
