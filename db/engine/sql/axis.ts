/**
 * An axis of a plan (area, origin, breakdown) in a branch that combines members: its targets as a table to
 * join.
 */
import type { AxisPlan, Plan } from '../plan/plan.ts';
import type { MemberColumns } from './aggregate.ts';
import type { Bind } from './fragment.ts';

export interface JoinedAxis {
  readonly join: string;
  readonly target: string;
  readonly combined: string;
  readonly shared: string;
  /** The number of members of its target. */
  readonly size: string;
  /** The columns with the dates of membership; empty if memberships never change. */
  readonly validity: string;
  /** The condition that a member belongs to its target on a day; empty if memberships never change. */
  readonly isMemberOn: (day: string) => string;
}

/** The three axes of a plan. */
export interface JoinedAxes {
  readonly area: JoinedAxis;
  readonly origin: JoinedAxis;
  readonly breakdown: JoinedAxis;
  readonly all: readonly JoinedAxis[];
  /** Whether a series belongs to a combined target on any of them. */
  readonly combined: string;
  /** The number of members of a target over all axes. */
  readonly size: string;
  /** Whether no member ever joins or leaves. A complete target then need not list its members. */
  readonly areLasting: boolean;
  readonly isMemberOn: (day: string) => string;
}

export function joinAxes(plan: Plan, bind: Bind): JoinedAxes {
  const area = joinAxis(plan.areas, 'area_target', 'area_id', bind);
  const origin = joinAxis(plan.origins, 'origin_target', 'counterpart_id', bind);
  const breakdown = joinAxis(plan.breakdowns, 'breakdown_target', 'breakdown_id', bind);
  const all = [area, origin, breakdown];
  return {
    area,
    origin,
    breakdown,
    all,
    combined: `(${all.map((axis) => axis.combined).join(' or ')})`,
    size: all.map((axis) => axis.size).join(' * '),
    areLasting: all.every((axis) => axis.validity === ''),
    isMemberOn: (day) => all.map((axis) => axis.isMemberOn(day)).join(''),
  };
}

function joinAxis(axis: AxisPlan, name: string, column: string, bind: Bind): JoinedAxis {
  if (axis === null) {
    return {
      join: '',
      target: `s.${column}`,
      combined: 'false',
      shared: 'false',
      size: '1',
      validity: '',
      isMemberOn: () => '',
    };
  }
  const rows = axis.flatMap((target, i) => target.members.map((member) => ({ i, target, member })));
  const list = (of: (row: (typeof rows)[number]) => unknown, cast: string): string =>
    bind(rows.map(of), `${cast}[]`);
  const columns = [
    list((row) => row.i, 'int'),
    // The driver binds an array of booleans as a single boolean.
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
    isMemberOn: (day) => (changes ? ` and ${day} >= s.${name}_from and ${day} < s.${name}_to` : ''),
  };
}

/** Whether an axis has a combined target. */
export const isCombined = (axis: AxisPlan): boolean => axis?.some((target) => target.combined) ?? false;

/** The columns of the members of a plan's combined axes. */
export const memberColumns = ({ areas, origins, breakdowns }: Plan): MemberColumns => ({
  ...(isCombined(areas) && { areas: 'area_id' }),
  ...(isCombined(origins) && { origins: 'counterpart_id' }),
  ...(isCombined(breakdowns) && { breakdowns: 'breakdown_id' }),
});

/** Whether the parts of a whole share its denominator. */
export const sharesDenominator = (plan: Plan): boolean =>
  plan.breakdowns?.some((target) => target.sharedDenominator) ?? false;
