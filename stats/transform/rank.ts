import type { Hedge } from '../uncertainty/hedge.ts';
import { floorOf } from '../uncertainty/hedge.ts';
import type { Cell } from '../model/observation.ts';
import { signsOf } from '../uncertainty/order.ts';
import type { Derived, Rank } from './derived.ts';
import { carriedGap, derived, hasFigure, together, togetherAs } from './derived.ts';
import { hedgeOfCell } from '../model/cell.ts';

export interface RankOptions {
  readonly signed: boolean;
  /** The name of a cell in the order: its area, origin or part. */
  readonly member: (cell: Cell) => string;
}

/**
 * The cells of several series of one indicator, each with its place among those of the same period, source
 * and definition. Those without a figure have no place, keep their gap and are named in `unranked`.
 */
export function rank(cells: readonly Cell[], { signed, member }: RankOptions): Derived[] {
  const floor = floorOf(signed);
  const besides = together(cells);
  const hedges = new Map(cells.filter(hasFigure).map((cell) => [cell, hedgeOfCell(cell, floor)] as const));
  // Ends of different kinds may be held against one another: nothing is added up.
  const sources = new Map<readonly Cell[], readonly Cell[]>();
  const sourcesOf = (all: readonly Cell[]): readonly Cell[] => {
    const known = sources.get(all);
    if (known) return known;
    const made = togetherAs(
      all.filter(hasFigure).map((cell) => ({ ...cell, intervalKind: 'none' as const })),
    );
    sources.set(all, made);
    return made;
  };
  return cells.map((cell) => {
    const own = hasFigure(cell) ? hedges.get(cell) : undefined;
    if (!hasFigure(cell) || !own) return carriedGap('rank', cell);
    const all = besides(cell);
    const others = all.filter((other) => other !== cell).filter(hasFigure);
    const position = rankAmong(
      own,
      others.map((cell) => ({ name: member(cell), hedge: hedges.get(cell) ?? own })),
      floor,
    );
    const unranked = all.filter((cell) => !hasFigure(cell)).map(member);
    // One alone is first, however it is hedged.
    const about = others.length > 0 && [cell, ...others].some((cell) => cell.stated.qualifier === 'about');
    const point = position.best === position.worst;
    const hedge = {
      low: position.best,
      high: position.worst,
      central: point ? position.best : null,
      words: new Set([about ? 'about' : point ? 'exact' : 'range'] as const),
    };
    const scale = { floor: 0, ceiling: Infinity };
    return { ...derived('rank', cell, sourcesOf(all), hedge, scale), rank: { ...position, unranked } };
  });
}

function rankAmong(
  own: Hedge,
  others: readonly { readonly name: string; readonly hedge: Hedge }[],
  floor: number,
): Omit<Rank, 'unranked'> {
  const signs = others.map(({ name, hedge }) => ({ name, signs: signsOf(hedge, own, floor) }));
  return {
    best: 1 + signs.filter((rival) => rival.signs.size === 1 && rival.signs.has(1)).length,
    worst: 1 + signs.filter((rival) => rival.signs.has(1)).length,
    of: 1 + others.length,
    ties: signs.filter((rival) => rival.signs.size === 1 && rival.signs.has(0)).map((rival) => rival.name),
  };
}
