/** Which figures a panel may set on a common time axis: those with the same basis. */
import type { Cell } from '#stats/model/observation.ts';
import type { Basis } from '#stats/time/period.ts';
import { monthSpan, tilesTime } from '../scales/months.ts';

/** The basis of the time axis that a figure belongs on; null if it cannot be drawn on a time axis. */
export type AxisBasis = (cell: Cell) => Basis | null;

/** On a line, years of one kind, or months. */
export const lineBasis = (): AxisBasis => (cell) => (tilesTime(cell.basis) ? cell.basis : null);

/** Below bars, some months of a year may be among whole years: narrower, hollow and named. */
export function tiledBasis(cells: readonly Cell[]): AxisBasis {
  const tiled = new Set(cells.map((cell) => cell.basis).filter(tilesTime));
  const only = tiled.size === 1 ? ([...tiled][0] ?? null) : null;
  return (cell) => {
    if (tilesTime(cell.basis)) return cell.basis;
    const span = cell.basis === 'interval' ? monthSpan(cell.period) : null;
    return span && span.to - span.from < 12 ? only : null;
  };
}
