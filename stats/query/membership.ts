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

/** The rules of this file as the method page says them. */
export const MEMBER_RULES: Readonly<Record<'ofTheDay' | 'today' | 'undated', Text>> = {
  ofTheDay: {
    en: 'In each period, a group has the members that it had on the first day of that period.',
    es: 'En cada periodo un grupo tiene los miembros que tenía el primer día del periodo.',
  },
  today: {
    en: 'With `members=today`, every period uses the members on the release date, and every figure of the group says so.',
    es: 'Con `members=today` todos los periodos tienen los miembros del día de la edición, y lo dice cada cifra del grupo.',
  },
  undated: {
    en: 'For income groups we have only one list, without a date. It is applied to every period, and every figure of these groups says so.',
    es: 'De los grupos de ingreso se conoce una sola lista, sin fecha. Se aplica a todos los periodos, se pida lo que se pida, y lo dice cada cifra de esos grupos.',
  },
};
