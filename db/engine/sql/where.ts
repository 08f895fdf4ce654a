// Which series and which rows a question is about, as conditions of its statement. What the reader said never
// becomes text of the statement: it is bound.

import { boundsOf, intervalOf } from '../../../stats/time/time-range.ts';
import type { Basis } from '../../../stats/time/period.ts';
import type { ReleaseIndex } from '../../releases.ts';
import type { AxisPlan, Plan } from '../plan/plan.ts';

/** Makes a value a parameter of the statement, and returns what stands for it in the text. */
export type Bind = (value: unknown, cast: string) => string;

/** Parameters of a statement as they are bound, after those that it has. */
export function binder(parameters: unknown[] = []): { readonly bind: Bind; readonly parameters: never[] } {
  const bind: Bind = (value, cast) => `$${parameters.push(value)}::${cast}`;
  return { bind, parameters: parameters as never[] };
}

/** Which series of the indicator, leaving out the three axes. A rollup is of one indicator, and does not name it. */
export function seriesFilter(
  { query }: Plan,
  index: ReleaseIndex,
  bind: Bind,
  bases: readonly Basis[] = query.basis,
  named = true,
): string {
  const conditions = [
    ...(named ? [`s.indicator_id = ${bind(index.indicators.idOf.get(query.indicator) ?? 0, 'int')}`] : []),
    `s.basis = any(${bind(bases, 'basis[]')})`,
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

/** Whole periods inside the span, or one interval. Unknown starts and open ends are judged by the end that is known. */
export function timeFilter({ query }: Plan, bind: Bind): string {
  const { start, end } = boundsOf(query.time);
  if (intervalOf(query.time)) {
    return ` and f.period_start = ${bind(start, 'date')} and f.period_end = ${bind(end, 'date')}`;
  }
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

/** Which codes on the three axes, where none is combined. */
export const axesFilter = (plan: Plan, bind: Bind): string =>
  singlesFilter(plan.areas, 'area_id', bind) +
  singlesFilter(plan.origins, 'counterpart_id', bind) +
  singlesFilter(plan.breakdowns, 'breakdown_id', bind);

/** The single codes of an axis, of series or of rows that know theirs. */
export function singlesFilter(axis: AxisPlan, column: string, bind: Bind): string {
  if (axis === null) return '';
  const ids = axis.filter((one) => !one.combined).flatMap((one) => one.members.map((member) => member.id));
  return ` and s.${column} = any(${bind(ids, 'int[]')})`;
}
