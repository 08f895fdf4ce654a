/**
 * The members of a group. A membership has dates if its start or end is known, and by default a period has
 * the members of its first day. `members=today` uses the members on the day of the release in every period,
 * so the answer does not depend on the clock. A list without dates is always used that way. In both cases
 * every figure has a note (docs/rules.md#members-of-a-group).
 */
import type { Area, Catalogue, Member } from '../model/catalogue.ts';
import type { Axis } from '../model/measure.ts';
import { memoizeByObject } from '../memoize.ts';

/**
 * The members of a group on a day.
 * @example of { area: 'BOL', to: '1997-01-01' } and { area: 'CHL' } on 2026-11-22 -> CHL
 */
export const membersOn = ({ members = [] }: Area, day: string): readonly Member[] =>
  members.filter(({ from, to }) => (from === undefined || from <= day) && (to === undefined || day < to));

const groupsIn = memoizeByObject(
  ({ areas }: Catalogue): ReadonlySet<string> =>
    new Set(areas.filter(({ members = [] }) => members.length > 0).map((area) => area.code)),
);

/** The parts of a query that concern groups. */
interface GroupQuestion {
  readonly group: readonly string[];
  readonly origin: readonly string[];
  readonly by: readonly Axis[];
}

/** Whether a query has groups that are computed from their members. Only then may it use `members=`. */
export const asksForMembers = ({ group, origin, by }: GroupQuestion, catalogue: Catalogue): boolean => {
  // If several origins are combined, their published figures are added, so members do not matter.
  const apart = by.includes('origin') || origin.length === 1 ? origin : [];
  return [...group, ...apart].some((code) => groupsIn(catalogue).has(code));
};
