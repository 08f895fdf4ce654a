/**
 * What is said of the members of a group beside every figure that is made of them
 * (docs/rules.md#members-of-a-group).
 */
import type { Area, Note, Release } from '../model/catalogue.ts';
import type { Text } from '../language.ts';
import type { Membership } from '../model/query.ts';
import { MEMBERSHIP_WORDS } from '../wording/groups.ts';
import { dayWords } from './period.ts';

/** The income groups of the World Bank: frozen catalogues have no mark for a list without a date. */
const INCOME_GROUP = /^wb-/;

/**
 * Whether a group is known as one list that says nothing of time. Regions are no such lists: they stay as they
 * are.
 */
const isUndatedList = ({ code, members = [] }: Area): boolean =>
  INCOME_GROUP.test(code) && members.every((member) => member.from === undefined && member.to === undefined);

/**
 * What must stand beside every figure that is made of a group's members; null: they are those of its own time.
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
