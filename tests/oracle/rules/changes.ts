/**
 * Breaks: no change is computed across one. A break in the series of a member is also one in the figures of
 * its group.
 */
import type { Break, Catalogue, Cell, Period } from '../book.ts';
import { distinct, keptWith } from '../book.ts';

/** The areas in a group, at any depth: a group may have groups as members. */
const placesWithin = keptWith(({ areas }: Catalogue) => {
  const members = new Map(
    areas.map((area) => [area.code, (area.members ?? []).map((membership) => membership.area)]),
  );
  const within = (code: string, depth = 0): readonly string[] =>
    depth > 8 ? [] : (members.get(code) ?? []).flatMap((code) => [code, ...within(code, depth + 1)]);
  return within;
});

function concerns(change: Break, cell: Cell, catalogue: Catalogue): boolean {
  const areas = cell.area.split('+');
  return (
    change.indicator === cell.indicator &&
    (change.source === undefined || change.source === cell.source) &&
    (change.definition === undefined || change.definition === cell.definition) &&
    (change.area === undefined ||
      areas.includes(change.area) ||
      (areas.length === 1 && placesWithin(catalogue)(cell.area).includes(change.area)))
  );
}

/**
 * Whether two periods are both completely before a break, or both completely after it. A break does not
 * separate periods of other bases than its own.
 */
function sameSide({ at, until, basis }: Break, a: Period, b: Period): boolean {
  if (basis !== undefined && [a, b].some((period) => period.basis !== basis)) return true;
  const before = ({ end }: Period): boolean => end !== null && end < at;
  const after = ({ start }: Period): boolean =>
    start !== null && (until === undefined ? start >= at : start > until);
  return (before(a) && before(b)) || (after(a) && after(b));
}

const parting = (cell: Cell, a: Period, b: Period, catalogue: Catalogue): readonly Break[] =>
  (catalogue.breaks ?? []).filter((change) => concerns(change, cell, catalogue) && !sameSide(change, a, b));

const isSaidOnly = ({ kind }: Break): boolean => kind === 'doubt' || kind === 'note';

/** The declared breaks between two periods of a series: nothing is computed across them. */
export const breaksBetween = (cell: Cell, a: Period, b: Period, catalogue: Catalogue): readonly string[] =>
  parting(cell, a, b, catalogue)
    .filter((change) => !isSaidOnly(change))
    .map((change) => change.id);

/** A figure across a doubt or a note has its text. */
export const withDoubts = (made: Cell, a: Period, b: Period, catalogue: Catalogue): Cell => {
  if (made.stated === null) return made;
  const notes = parting(made, a, b, catalogue)
    .filter(isSaidOnly)
    .map(({ text }) => ({ text, mandatory: true }));
  return notes.length === 0 ? made : { ...made, notes: distinct([...made.notes, ...notes]) };
};
