/**
 * A change of a group is only computed between figures with the same members. A mean of several periods has a
 * note if its members differ between the periods.
 */
import type { Note } from '../model/catalogue.ts';
import type { Cell } from '../model/observation.ts';
import { membersVary } from '../wording/groups.ts';
import { formatPeriod } from '../time/period.ts';

type Covered = Pick<Cell, 'coverage'>;

/** The members that are in only one of two figures; null if the members are the same. */
export function differingMembers(a: Covered, b: Covered): readonly string[] | null {
  const [of, against] = [a.coverage?.missing ?? [], b.coverage?.missing ?? []];
  const differing = [
    ...of.filter((member) => !against.includes(member)),
    ...against.filter((member) => !of.includes(member)),
  ];
  // If the expected numbers differ, members joined or left the group in between.
  const isSame = differing.length === 0 && a.coverage?.expected === b.coverage?.expected;
  return isSame ? null : differing.sort();
}

/**
 * The note on a figure over several periods with different members.
 * @example '1999: 6 of 7; 2000: 7 of 7.'
 */
export function membersNote(cells: readonly Cell[]): readonly Note[] {
  const [first] = cells;
  if (!first || cells.every((cell) => differingMembers(first, cell) === null)) return [];
  const say = (of: string): string =>
    cells
      .map(({ period, coverage }) =>
        coverage
          ? `${formatPeriod(period)}: ${coverage.present} ${of} ${coverage.expected}`
          : formatPeriod(period),
      )
      .join('; ');
  return [
    {
      mandatory: true,
      text: membersVary(say('of'), say('de')),
    },
  ];
}
