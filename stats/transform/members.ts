/**
 * Like with like: a change of a group is between the same members, or there is none. What a mean of several periods
 * went over is said where it differs from one to the next.
 */
import type { Note } from '../model/catalogue.ts';
import type { Cell } from '../model/observation.ts';
import { membersVary } from '../wording/groups.ts';
import { formatPeriod } from '../time/period.ts';

type Covered = Pick<Cell, 'coverage'>;

/** Who went into one of two figures and not into the other; null where the members are the same. */
export function differingMembers(a: Covered, b: Covered): readonly string[] | null {
  const [of, against] = [a.coverage?.missing ?? [], b.coverage?.missing ?? []];
  const differing = [
    ...of.filter((member) => !against.includes(member)),
    ...against.filter((member) => !of.includes(member)),
  ];
  // Where members joined or left the group in between, nobody may be missing from either.
  const isSame = differing.length === 0 && a.coverage?.expected === b.coverage?.expected;
  return isSame ? null : differing.sort();
}

/** The note of a figure over several periods whose members are not the same. @example '1999: 6 of 7; 2000: 7 of 7.' */
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
