// Which series and which rows a question is about, as conditions of its statement. `s` is a series everywhere.

import { boundsOf, intervalOf, lastDayOfFiscalYears } from '../../../stats/time/time-range.ts';
import type { Basis } from '../../../stats/time/period.ts';
import type { ReleaseIndex } from '../../releases.ts';
import { inForce } from '../../schema/validity.ts';
import type { AxisPlan, Plan } from '../plan/plan.ts';
import type { Bind } from './fragment.ts';

/** Which series of the indicator, leaving out the three axes. */
export const seriesFilter = (
  plan: Plan,
  index: ReleaseIndex,
  bind: Bind,
  bases: readonly Basis[] = plan.query.basis,
): string =>
  `s.indicator_id = ${bind(index.indicators.idOf.get(plan.query.indicator) ?? 0, 'int')} and ${narrowingFilter(plan, index, bind, bases)}`;

/** The same of rows that are of one indicator and do not name it: those of a rollup. */
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
 * Whole periods inside the span, or one interval, as a condition on the table of an alias. Unknown starts and open
 * ends are judged by the end that is known.
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
 * The rows of each series `s`, as a join. `offset 0` keeps it a look at one range of the index for each series,
 * whatever the planner believes of a question that it has not seen: a plan that is made once serves all.
 */
export const rowsInForceSql = (table: string, alias: string, release: string, conditions = ''): string =>
  `cross join lateral (select * from ${table} ${alias} where ${alias}.series_id = s.id and ${inForce(alias, release)}${conditions} offset 0) ${alias}`;

/** Which codes on the three axes, where none is combined. */
export const axesFilter = (plan: Plan, bind: Bind): string =>
  singlesFilter(plan.areas, 'area_id', bind) +
  singlesFilter(plan.origins, 'counterpart_id', bind) +
  singlesFilter(plan.breakdowns, 'breakdown_id', bind);

/** The single codes of an axis, of series or of rows that know theirs. */
export function singlesFilter(axis: AxisPlan, column: string, bind: Bind): string {
  if (axis === null) return '';
  const ids = axis
    .filter((target) => !target.combined)
    .flatMap(({ members }) => members.map((member) => member.id));
  return ` and s.${column} = any(${bind(ids, 'int[]')})`;
}
