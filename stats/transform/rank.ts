import type { Hedge } from '../uncertainty/hedge.ts';
import { floorOf } from '../uncertainty/hedge.ts';
import type { Cell } from '../model/observation.ts';
import { signsOf } from '../uncertainty/order.ts';
import type { Derived, Rank } from './derived.ts';
import { carriedGap, derived, derivedGap, hasFigure, together, togetherAs } from './derived.ts';
import { hedgeOfCell } from '../model/cell.ts';

export interface RankOptions {
  readonly signed: boolean;
  /** The name of a cell in the ranking: its area, origin or part. */
  readonly member: (cell: Cell) => string;
}

/**
 * The cells of several series of one indicator, each with its rank among those of the same period, source and
 * definition. Cells without a figure have no rank, keep their gap and are named in `unranked`.
 */
export function rank(cells: readonly Cell[], options: RankOptions): Derived[] {
  const besides = together(cells);
  const usedBy = usedOnce();
  return cells.map((cell) => rankOf(cell, besides(cell), { ...options, usedBy }));
}

/** What a ranking is based on, computed once for all its members. */
interface OrderUse {
  readonly used: readonly Cell[];
  readonly hedges: ReadonlyMap<Cell, Hedge>;
}

/** Caches what each ranking is based on. */
export function usedOnce(): (all: readonly Cell[], floor: number) => OrderUse {
  const orders = new Map<readonly Cell[], OrderUse>();
  return (all, floor) => {
    const met = orders.get(all);
    if (met) return met;
    const figured = all.filter(hasFigure);
    const made = {
      // Ends of different kinds may be compared here, because nothing is added up.
      used: togetherAs(figured.map((cell) => ({ ...cell, intervalKind: 'none' as const }))),
      hedges: new Map(figured.map((cell) => [cell, hedgeOfCell(cell, floor)] as const)),
    };
    orders.set(all, made);
    return made;
  };
}

/**
 * A cell with its rank among some cells that include it. Gap: `nothing-beside` if no other cell has a figure,
 * because the 1st of 1 is meaningless.
 */
export function rankOf(
  cell: Cell,
  all: readonly Cell[],
  { signed, member, usedBy }: RankOptions & { readonly usedBy: ReturnType<typeof usedOnce> },
): Derived {
  if (!hasFigure(cell)) return carriedGap('rank', cell);
  const floor = floorOf(signed);
  const { used, hedges } = usedBy(all, floor);
  const own = hedges.get(cell) ?? hedgeOfCell(cell, floor);
  const others = all.filter((other) => other !== cell).filter(hasFigure);
  if (others.length === 0) return derivedGap('rank', cell, 'nothing-beside', []);
  const position = rankAmong(
    own,
    others.map((other) => ({ name: member(other), hedge: hedges.get(other) ?? own })),
    floor,
  );
  const unranked = all.filter((other) => !hasFigure(other)).map(member);
  const about = [cell, ...others].some((ranked) => ranked.stated.qualifier === 'about');
  const point = position.best === position.worst;
  const hedge = {
    low: position.best,
    high: position.worst,
    central: point ? position.best : null,
    words: new Set([about ? 'about' : point ? 'exact' : 'range'] as const),
  };
  const scale = { floor: 0, ceiling: Infinity };
  return { ...derived('rank', cell, used, hedge, scale), rank: { ...position, unranked } };
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
