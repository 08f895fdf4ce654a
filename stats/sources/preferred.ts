/**
 * `source=preferred`: of the sources of an indicator, in their order of preference, the first that has a figure
 * for an area (and origin, breakdown, definition and basis) in the time that is asked for. A series stays that of
 * one source: years that it lacks are not filled from another. Where no source has a figure, the gaps of the
 * first one stand.
 */
import { sourceRank, subjectKey } from './series-key.ts';
import type { Cell } from '../model/observation.ts';

/** What a source is preferred for: published and computed series each by themselves. */
const preferredFor = (cell: Cell): string =>
  `${subjectKey(cell)} | ${cell.computed === null ? 'published' : 'computed'}`;

/**
 * Whether a cell is of its preferred source. `cells` are those in the time of the query; the test holds for
 * others of the same series too.
 */
export function isPreferred(
  cells: readonly Cell[],
  { sources }: { readonly sources: readonly string[] },
): (cell: Cell) => boolean {
  const rankOf = sourceRank(sources);
  // A source without a single figure comes after all that have one.
  const rank = (cell: Cell): number => rankOf(cell.source) + (cell.stated ? 0 : 1e6);
  const best = new Map<string, { readonly rank: number; readonly source: string }>();
  for (const cell of cells) {
    const subject = preferredFor(cell);
    const other = best.get(subject);
    if (!other || rank(cell) < other.rank) best.set(subject, { rank: rank(cell), source: cell.source });
  }
  return (cell) => best.get(preferredFor(cell))?.source === cell.source;
}
