/**
 * Rank over time: each period of a series among the other periods of the query, the greatest first. A break
 * separates: only periods without a break between them are ranked together. Overlapping hedges give ranges of
 * ranks, as in a rank.
 *
 * @example 70, 66.9 and 83 in 2010, 2011 and 2012 -> 2nd, 3rd and 1st of 3
 */
import type { Break } from '../model/break.ts';
import { breaksBetween, concerns } from '../model/break.ts';
import type { Cell } from '../model/observation.ts';
import { formatPeriod } from '../time/period.ts';
import type { Derived } from './derived.ts';
import { hasFigure, derivedGap } from './derived.ts';
import { rankOf, usedOnce } from './rank.ts';

export interface RankOverTimeOptions {
  readonly signed: boolean;
  readonly breaks: readonly Break[];
}

/**
 * The cells of one series, each with its rank among the periods. Gaps: `break` if breaks separate a period
 * from every other, `nothing-beside` if no other period has a figure.
 */
export function rankOverTime(cells: readonly Cell[], { signed, breaks }: RankOverTimeOptions): Derived[] {
  const usedBy = usedOnce();
  const concerning = breaks.filter((seriesBreak) => cells.some((cell) => concerns(seriesBreak, cell)));
  const order = (cell: Cell): readonly Cell[] =>
    concerning.length === 0 ? cells : cells.filter((other) => isUnparted(cell, other));
  const isUnparted = (cell: Cell, other: Cell): boolean =>
    breaksBetween(cell, cell.period, other.period, concerning).length === 0;
  return cells.map((cell) => {
    const options = { signed, usedBy, member: ({ period }: Cell) => formatPeriod(period) };
    const ranked = rankOf(cell, order(cell), options);
    if (ranked.gap?.code !== 'nothing-beside') return ranked;
    const parted = cells
      .filter((other) => other !== cell && hasFigure(other))
      .flatMap((other) => breaksBetween(cell, cell.period, other.period, concerning));
    const ids = [...new Set(parted.map(({ id }) => id))];
    return ids.length > 0 ? derivedGap('rank', cell, 'break', ids) : ranked;
  });
}
