/**
 * What the branches of a statement have in common: which rows are in force, how hedges and kinds of interval
 * become numbers that add up, and an axis of a plan as a table to join.
 */
import { INTERVAL_KINDS } from '../../../stats/model/observation.ts';
import type { ReleaseIndex } from '../../releases.ts';
import type { Bind } from './where.ts';
import type { AxisPlan, Plan } from '../plan/plan.ts';

export interface Shared {
  readonly plan: Plan;
  readonly index: ReleaseIndex;
  readonly bind: Bind;
  readonly release: string;
  readonly filter: string;
  readonly time: string;
}

/** Rows in force in the release that is asked for. */
export const inForce = (alias: string, release: string): string =>
  `${alias}.since_release <= ${release} and ${alias}.until_release > ${release}`;

/**
 * The rows of each series `s`, as a join. `offset 0` keeps it a look at one range of the index for each series,
 * whatever the planner believes of a question that it has not seen: a plan that is made once serves all.
 */
export const rowsInForceSql = (table: string, alias: string, release: string, conditions = ''): string =>
  `cross join lateral (select * from ${table} ${alias} where ${alias}.series_id = s.id and ${inForce(alias, release)}${conditions} offset 0) ${alias}`;

/** The kind of an interval as a bit, so that those of many rows are one number; `none` has none. */
export const kindBit = (column: string): string =>
  `case ${column} ${INTERVAL_KINDS.map((kind, i) => `when '${kind}' then ${kind === 'none' ? 0 : 1 << i}`).join(' ')} end`;

/** Keys of a group of rows, where all are the same only once; else each as often as it occurs. */
export const distinctKeys = (column: string, filter = ''): string =>
  `case when min(${column})${filter} = max(${column})${filter} then array[min(${column})${filter}] else array_agg(${column})${filter} end`;

export const hasParts = (plan: Plan): boolean =>
  plan.indicator.measure === 'rate' || plan.indicator.measure === 'share';

/** An axis in the combined branch: its targets as a table to join, or the series' own column. */
export interface JoinedAxis {
  readonly join: string;
  readonly target: string;
  readonly combined: string;
  readonly shared: string;
  /** How many members its target has. */
  readonly size: string;
  /** Columns of the time of membership, and the condition on a row's period; empty where members never change. */
  readonly validity: string;
  readonly ofTheDay: string;
}

export function axisOf(axis: AxisPlan, name: string, column: string, bind: Bind): JoinedAxis {
  if (axis === null) {
    return {
      join: '',
      target: `s.${column}`,
      combined: 'false',
      shared: 'false',
      size: '1',
      validity: '',
      ofTheDay: '',
    };
  }
  const rows = axis.flatMap((target, i) => target.members.map((member) => ({ i, target, member })));
  const list = (of: (row: (typeof rows)[number]) => unknown, cast: string): string =>
    bind(rows.map(of), `${cast}[]`);
  const columns = [
    list((row) => row.i, 'int'),
    // The driver takes an array of booleans for a boolean.
    list((row) => Number(row.target.combined), 'int'),
    list((row) => Number(row.target.sharedDenominator), 'int'),
    list((row) => row.member.id, 'int'),
    list((row) => row.member.from, 'date'),
    list((row) => row.member.to, 'date'),
    list((row) => row.target.members.length, 'int'),
  ];
  const changes = rows.some(({ member }) => member.from !== '-infinity' || member.to !== 'infinity');
  return {
    join: ` join unnest(${columns.join(', ')}) as ${name}(target, combined, shared, id, valid_from, valid_to, size) on ${name}.id = s.${column}`,
    target: `${name}.target`,
    combined: `${name}.combined = 1`,
    shared: `${name}.shared = 1`,
    size: `${name}.size`,
    validity: changes ? `, ${name}.valid_from as ${name}_from, ${name}.valid_to as ${name}_to` : '',
    ofTheDay: changes ? ` and f.period_start >= s.${name}_from and f.period_start < s.${name}_to` : '',
  };
}
