/**
 * Who belongs to a group. Memberships are dated where their beginning or end is known, and by default a period has
 * the members of its first day. `members=today` takes those of the day of the release for every period, which no
 * clock changes. A list that bears no date is always taken that way. Both are said at every figure (ruling 23).
 */
import type { Area, Catalogue, Member, Note, Release } from '../model/catalogue.ts';
import type { Text } from '../language.ts';
import type { Axis } from '../model/measure.ts';
import { memoizeByObject } from '../memoize.ts';
import { dayWords } from '../format/period.ts';

/** The values of `members=`; the first is the default. */
export const MEMBERSHIPS = ['of-the-day', 'today'] as const;
export type Membership = (typeof MEMBERSHIPS)[number];

/** The income groups of the World Bank: frozen catalogues have no mark for a list without a date. */
const INCOME_GROUP = /^wb-/;

/** Whether a group is known as one list that says nothing of time. Regions are no such lists: they stay as they are. */
const isUndatedList = ({ code, members = [] }: Area): boolean =>
  INCOME_GROUP.test(code) && members.every((one) => one.from === undefined && one.to === undefined);

/**
 * The members of a group on a day.
 * @example of { area: 'BOL', to: '1997-01-01' } and { area: 'CHL' } on 2026-11-22 -> CHL
 */
export const membersOn = ({ members = [] }: Area, day: string): readonly Member[] =>
  members.filter(({ from, to }) => (from === undefined || from <= day) && (to === undefined || day < to));

/** What must stand beside every figure that is made of a group's members; null: they are those of its own time. */
export function membershipNote(group: Area, asked: Membership, { date }: Pick<Release, 'date'>): Note | null {
  if (isUndatedList(group)) {
    return noteOf(group, {
      en: 'the list of members in this release bears no date and is applied to every period, also in the past (members=today).',
      es: 'la lista de miembros de esta edición no lleva fecha y se aplica a todos los periodos, también a los pasados (members=today).',
    });
  }
  if (asked === 'of-the-day') return null;
  return noteOf(group, {
    en: `members as of ${dayWords(date, 'en')}, the day of the release, also for earlier periods (members=today).`,
    es: `miembros a fecha de ${dayWords(date, 'es')}, el día de la edición, también en los periodos anteriores (members=today).`,
  });
}

const noteOf = ({ name }: Area, text: Text): Note => ({
  mandatory: true,
  text: { en: `${name.en}: ${text.en}`, es: `${name.es}: ${text.es}` },
});

const groupsIn = memoizeByObject(
  ({ areas }: Catalogue): ReadonlySet<string> =>
    new Set(areas.filter(({ members = [] }) => members.length > 0).map((one) => one.code)),
);

/** What a question asks of groups. */
interface AskedGroups {
  readonly group: readonly string[];
  readonly origin: readonly string[];
  readonly by: readonly Axis[];
}

/** Whether a question has groups that are made of their members: only then may it say which members. */
export const asksForMembers = ({ group, origin, by }: AskedGroups, catalogue: Catalogue): boolean => {
  // Several origins that are added up are added as they were published.
  const apart = by.includes('origin') || origin.length === 1 ? origin : [];
  return [...group, ...apart].some((code) => groupsIn(catalogue).has(code));
};

/** The rules of this file as the method page says them. */
export const MEMBER_RULES: Readonly<Record<'ofTheDay' | 'today' | 'undated', Text>> = {
  ofTheDay: {
    en: 'A group has in each period the members that it had on the first day of the period.',
    es: 'En cada periodo un grupo tiene los miembros que tenía el primer día del periodo.',
  },
  today: {
    en: 'With `members=today` every period has the members of the day of the release, and every figure of the group says so.',
    es: 'Con `members=today` todos los periodos tienen los miembros del día de la edición, y lo dice cada cifra del grupo.',
  },
  undated: {
    en: 'Of the income groups only one list without a date is known. It is applied to every period, whatever is asked, and every figure of such a group says so.',
    es: 'De los grupos de ingreso se conoce una sola lista, sin fecha. Se aplica a todos los periodos, se pida lo que se pida, y lo dice cada cifra de esos grupos.',
  },
};
