/**
 * `source=preferred`: of the sources of an indicator, in order of preference, the first that has a figure for
 * an area (and origin, breakdown, definition and basis) within the time of the query. A series has only one
 * source: years that it lacks are not filled from another. If no source has a figure, the gaps of the first
 * one are kept. A printed total and our sum of another source's months are about the same thing, so only one of
 * them is preferred: the catalogue lists the source that prints it first.
 */
import { sourceRank, subjectKey } from './series-key.ts';
import type { Cell } from '../model/observation.ts';

/**
 * Whether a cell is from its preferred source. `cells` are those within the time of the query; the test also
 * works for other cells of the same series.
 */
export function isPreferred(
  cells: readonly Cell[],
  { sources }: { readonly sources: readonly string[] },
): (cell: Cell) => boolean {
  const rankOf = sourceRank(sources);
  // A source without any figure comes after all that have one.
  const rank = (cell: Cell): number => rankOf(cell.source) + (cell.stated ? 0 : 1e6);
  const best = new Map<string, { readonly rank: number; readonly source: string }>();
  for (const cell of cells) {
    const subject = subjectKey(cell);
    const other = best.get(subject);
    if (!other || rank(cell) < other.rank) best.set(subject, { rank: rank(cell), source: cell.source });
  }
  return (cell) => best.get(subjectKey(cell))?.source === cell.source;
}
