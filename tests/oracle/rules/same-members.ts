/** Which members are in the figures of a group in several periods. */
import type { Cell, Note } from '../book.ts';
import { nameOf } from './periods.ts';

/**
 * The members that are in only one of two figures of a group; null if both have the same members, and the
 * same number of expected members.
 */
export function notInBoth(a: Cell, b: Cell): readonly string[] | null {
  const [without, other] = [new Set(a.coverage?.missing), new Set(b.coverage?.missing)];
  const differ = [...new Set([...without, ...other])].filter(
    (member) => without.has(member) !== other.has(member),
  );
  return differ.length > 0 || a.coverage?.expected !== b.coverage?.expected ? differ.sort() : null;
}

/** The note on a figure over periods with different members. */
export function membersNote(cells: readonly Cell[]): readonly Note[] {
  const [first] = cells;
  if (!first || cells.every((cell) => notInBoth(first, cell) === null)) return [];
  const list = (of: string): string =>
    cells
      .map(({ period, coverage }) =>
        coverage ? `${nameOf(period)}: ${coverage.present} ${of} ${coverage.expected}` : nameOf(period),
      )
      .join('; ');
  const en = `The members differ between periods: ${list('of')}.`;
  const es = `Los miembros varían de un periodo a otro: ${list('de')}.`;
  return [{ mandatory: true, text: { en, es } }];
}
