/**
 * The note on the members of a group, shown with every figure that is computed from them
 * (docs/rules.md#members-of-a-group).
 */
import type { Area, Note, Release } from '../model/catalogue.ts';
import type { Text } from '../language.ts';
import type { Membership } from '../model/query.ts';
import { MEMBERSHIP_WORDS } from '../wording/groups.ts';
import { dayWords } from './period.ts';

/**
 * The income groups of the World Bank, which had one list without a date until release 1.5.0. Catalogues do not mark
 * a list as undated, so these are known by their codes.
 */
const INCOME_GROUP = /^wb-/;

/** Whether a group is an undated list. Regions are not: their members do not change. */
const isUndatedList = ({ code, members = [] }: Area): boolean =>
  INCOME_GROUP.test(code) && members.every((member) => member.from === undefined && member.to === undefined);

/**
 * The note that every figure computed from a group's members must have; null if the members are those of each
 * period.
 */
export function membershipNote(
  group: Area,
  membership: Membership,
  { date }: Pick<Release, 'date'>,
): Note | null {
  if (isUndatedList(group)) {
    return noteOf(group, MEMBERSHIP_WORDS.undated);
  }
  if (membership === 'of-the-day') return null;
  return noteOf(group, MEMBERSHIP_WORDS.today({ en: dayWords(date, 'en'), es: dayWords(date, 'es') }));
}

const noteOf = ({ name }: Area, text: Text): Note => ({
  mandatory: true,
  text: { en: `${name.en}: ${text.en}`, es: `${name.es}: ${text.es}` },
});
