/**
 * Who belongs to a group. Memberships are dated where their beginning or end is known, and by default a
 * period has the members of its first day. `members=today` takes those of the day of the release for every
 * period, which no clock changes. A list that bears no date is always taken that way. Both are said at every
 * figure (docs/rules.md#members-of-a-group).
 */
import type { Area, Catalogue, Member } from '../model/catalogue.ts';
import type { Text } from '../language.ts';
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

/** What a question asks of groups. */
interface GroupQuestion {
  readonly group: readonly string[];
  readonly origin: readonly string[];
  readonly by: readonly Axis[];
}

/** Whether a question has groups that are made of their members: only then may it say which members. */
export const asksForMembers = ({ group, origin, by }: GroupQuestion, catalogue: Catalogue): boolean => {
  // Several origins that are added up are added as they were published.
  const apart = by.includes('origin') || origin.length === 1 ? origin : [];
  return [...group, ...apart].some((code) => groupsIn(catalogue).has(code));
};
