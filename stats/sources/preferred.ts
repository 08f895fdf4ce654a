/**
 * `source=preferred`: of the sources of an indicator, in their order of preference, the first that has a figure
 * for an area (and origin, breakdown, definition and basis) in the time that is asked for. A series stays that of
 * one source: years that it lacks are not filled from another. Where no source has a figure, the gaps of the
 * first one stand.
 */
import type { Cell } from '../model/observation.ts';

/** What a source is preferred for: everything in the name of a series but the source itself. */
const subjectOf = (cell: Cell): string =>
  [
    cell.area,
    cell.counterpart,
    cell.breakdown,
    cell.definition,
    cell.basis,
    cell.computed === null ? 'published' : 'computed',
  ].join(' | ');

/**
 * Whether a cell is of its preferred source. `asked` are the cells in the time asked for; the test holds for
 * others of the same series too.
 */
export function isPreferred(
  asked: readonly Cell[],
  { sources }: { readonly sources: readonly string[] },
): (cell: Cell) => boolean {
  const place = new Map(sources.map((id, i) => [id, i]));
  // A source without a single figure comes after all that have one.
  const rank = (cell: Cell): number => (place.get(cell.source) ?? sources.length) + (cell.stated ? 0 : 1e6);
  const best = new Map<string, { readonly rank: number; readonly source: string }>();
  for (const cell of asked) {
    const subject = subjectOf(cell);
    const other = best.get(subject);
    if (!other || rank(cell) < other.rank) best.set(subject, { rank: rank(cell), source: cell.source });
  }
  return (cell) => best.get(subjectOf(cell))?.source === cell.source;
}
