/** The two dates of a slope chart: the first and the last that share the most series. */
import { group } from 'd3-array';
import type { Comparison } from '#stats/model/comparison.ts';
import { seriesKey, type Cell } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import type { DerivedChart } from '../panel/derived.ts';
import { tilesTime } from '../scales/months.ts';
import { positionOf } from '../scales/time-position.ts';

/** Most series whose names still fit beside the ends. */
const MOST_SERIES = 24;

export interface TwoDates {
  readonly from: number;
  readonly to: number;
  /** The two figures of each series that has both. */
  readonly pairs: readonly (readonly [Cell, Cell])[];
}

const isDrawable = ({ stated }: Cell): boolean => stated !== null && stated.value !== null;

/** Null where no two dates have figures of two series. */
export function twoDates(cells: readonly Cell[]): TwoDates | null {
  const basis = new Set(cells.map((cell) => `${cell.basis} | ${cell.definition}`));
  if (basis.size !== 1) return null;
  const bySeries = [
    ...group(cells.filter(isDrawable), (cell) => `${seriesKey(cell)} | ${cell.computed}`).values(),
  ];
  if (bySeries.length < 2 || bySeries.length > MOST_SERIES) return null;
  const positions = [...new Set(cells.filter(isDrawable).map(positionOf))].sort((a, b) => a - b);
  const countAt = (position: number): number =>
    bySeries.filter((of) => of.some((cell) => positionOf(cell) === position)).length;
  const most = Math.max(...positions.map(countAt));
  const from = positions.find((position) => countAt(position) === most);
  const to = positions.findLast((position) => countAt(position) === most);
  if (from === undefined || to === undefined || from === to || most < 2) return null;
  const pairs = bySeries.flatMap((of) => {
    const [a, b] = [from, to].map((position) => of.find((cell) => positionOf(cell) === position));
    return a && b && formatPeriod(a.period) !== formatPeriod(b.period) ? [[a, b] as const] : [];
  });
  return pairs.length > 1 ? { from, to, pairs } : null;
}

/** Only the figures of the two dates: the title and the words are then about what is drawn. */
export function ofTwoDates(comparison: Comparison): DerivedChart {
  const dates = twoDates(comparison.cells.filter(({ basis }) => tilesTime(basis)));
  const isDrawn = (cell: Cell): boolean =>
    dates !== null && tilesTime(cell.basis) && [dates.from, dates.to].includes(positionOf(cell));
  return {
    comparison: { ...comparison, cells: comparison.cells.filter(isDrawn) },
    kind: 'slope',
    sentences: [],
  };
}
