// The conditions of a query on series and rows. `s` is always a series.

import { boundsOf, intervalOf, lastDayOfFiscalYears } from '../../../stats/time/time-range.ts';
import type { Basis } from '../../../stats/time/period.ts';
import type { ReleaseIndex } from '../../releases.ts';
import { inForce, type ReleasePoint } from '../../schema/validity.ts';
import type { AxisPlan, Plan } from '../plan/plan.ts';
import type { Bind } from './fragment.ts';

/** The condition on the series of the indicator, without the three axes. */
export const seriesFilter = (
  plan: Plan,
  index: ReleaseIndex,
  bind: Bind,
  bases: readonly Basis[] = plan.query.basis,
): string =>
  `s.indicator_id = ${bind(index.indicators.idOf.get(plan.query.indicator) ?? 0, 'int')} and ${narrowingFilter(plan, index, bind, bases)}`;

/** The same for rows of a single indicator that have no indicator column: those of a rollup. */
export function narrowingFilter(
  { query }: Plan,
  index: ReleaseIndex,
  bind: Bind,
  bases: readonly Basis[],
): string {
  const conditions = [`s.basis = any(${bind(bases, 'basis[]')})`];
  if (query.source.length > 0) {
    const ids = query.source.map((source) => index.sources.idOf.get(source) ?? 0);
    conditions.push(`s.source_id = any(${bind(ids, 'int[]')})`);
  }
  if (query.definition.length > 0) conditions.push(`s.definition = any(${bind(query.definition, 'text[]')})`);
  return conditions.join(' and ');
}

/**
 * Whole periods within the query's time, or one interval, as a condition on a table with the given alias. If
 * the start is unknown or the end open, the other end decides.
 */
export function timeFilter({ query }: Plan, bind: Bind): (alias: string) => string {
  const bounds = boundsOf(query.time);
  const [from, to] = [bounds.start && bind(bounds.start, 'date'), bounds.end && bind(bounds.end, 'date')];
  const lastFiscal = query.basis.includes('us-fiscal-year') ? lastDayOfFiscalYears(query.time) : bounds.end;
  const toFiscal = lastFiscal === bounds.end ? null : lastFiscal && bind(lastFiscal, 'date');
  if (intervalOf(query.time))
    return (alias) => ` and ${alias}.period_start = ${from} and ${alias}.period_end = ${to}`;
  const isAfter = (alias: string): string =>
    query.basis.includes('cumulative')
      ? ` and (${alias}.period_start >= ${from} or (${alias}.period_start = '-infinity' and ${alias}.period_end >= ${from}))`
      : ` and ${alias}.period_start >= ${from}`;
  const isBefore = (alias: string): string =>
    ` and ${alias}.period_start <= ${to} and ${
      query.basis.includes('since')
        ? `(${alias}.period_end <= ${to} or ${alias}.period_end = 'infinity')`
        : `${alias}.period_end <= ${to}`
    }`;
  const isNamed = (alias: string): string =>
    toFiscal
      ? ` and (true${isBefore(alias)} or (${alias}.basis = 'us-fiscal-year' and ${alias}.period_end <= ${toFiscal}))`
      : isBefore(alias);
  return (alias) => `${from ? isAfter(alias) : ''}${to ? isNamed(alias) : ''}`;
}

/**
 * Joins the rows of each series `s`. `offset 0` makes Postgres read one index range per series whatever the
 * planner estimates: the plan is cached and has to serve every query.
 */
export const rowsInForceSql = (
  table: string,
  alias: string,
  release: ReleasePoint<string>,
  conditions = '',
): string =>
  `cross join lateral (select * from ${table} ${alias} where ${alias}.series_id = s.id and ${inForce(alias, release)}${conditions} offset 0) ${alias}`;

/** The condition on the codes of the three axes, if none is combined. */
export const axesFilter = (plan: Plan, bind: Bind): string =>
  singlesFilter(plan.areas, 'area_id', bind) +
  singlesFilter(plan.origins, 'counterpart_id', bind) +
  singlesFilter(plan.breakdowns, 'breakdown_id', bind);

/** The condition on the single codes of an axis, for series or for rows that have the column themselves. */
export function singlesFilter(axis: AxisPlan, column: string, bind: Bind): string {
  if (axis === null) return '';
  const ids = axis
    .filter((target) => !target.combined)
    .flatMap(({ members }) => members.map((member) => member.id));
  return ` and s.${column} = any(${bind(ids, 'int[]')})`;
}
