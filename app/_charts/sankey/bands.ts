/**
 * The bands of a flow: the nine largest pairs of origin and destination, and all other pairs added up as one
 * band to each destination, at most twelve in all. A sum keeps the hedges of its parts.
 */
import { levelOf } from '../model/level.ts';
import { group, sum } from 'd3-array';
import { codesBelow } from '#stats/model/area-overlap.ts';
import { hedgeOfCell } from '#stats/model/cell.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { addHedges, floorOf, printedEnd, statedOf, type Stated } from '#stats/uncertainty/hedge.ts';
import { flowCells } from '../flow-matrix/cells.ts';

const OWN_BANDS = 9;
const OTHER_BANDS = 3;

/** An end that stands for all others. */
const OTHERS = null;

export interface Band {
  /** Code of the origin; null for the sum of all other pairs. */
  readonly origin: string | null;
  /** Code of the destination; null for all destinations that have no band of their own. */
  readonly place: string | null;
  readonly amount: number;
  readonly stated: Stated;
  /** The figures in it: one, or those that are added up. */
  readonly cells: readonly Cell[];
}

type Flows = Pick<Comparison, 'cells' | 'indicator' | 'areas'>;

/** The flows whose parts can be added up; null where there are none, or where they overlap. */
export function sankeyCells(answer: Flows): readonly Cell[] | null {
  if (answer.indicator.additive === 'none') return null;
  const cells = flowCells(answer);
  if (!cells) return null;
  const areas = new Map(answer.areas.map((area) => [area.code, area]));
  const isDisjoint = (codes: ReadonlySet<string>): boolean =>
    [...codes].every(
      (code) =>
        ![...codesBelow(code, areas)].some((below) => codes.has(below)) &&
        !codes.has(areas.get(code)?.within ?? ''),
    );
  const ends = [new Set(cells.map(({ counterpart }) => counterpart)), new Set(cells.map(({ area }) => area))];
  return ends.every(isDisjoint) && cells.some((cell) => levelOf(cell) > 0) ? cells : null;
}

/** Flows of an indicator that may be negative are not drawn. */
const FLOOR = floorOf(false);

/** The sum of some figures with their hedges; null if the hedges leave no end. */
function sumOf(cells: readonly Cell[]): Stated | null {
  const parts = cells.flatMap((cell) =>
    cell.stated ? [hedgeOfCell({ ...cell, stated: cell.stated }, FLOOR)] : [],
  );
  return statedOf(addHedges(parts), FLOOR);
}

/** The bands, the largest first, then the sums of all others. */
export function bandsOf(cells: readonly Cell[]): readonly Band[] {
  const ranked = cells.filter((cell) => levelOf(cell) > 0).toSorted((a, b) => levelOf(b) - levelOf(a));
  // A single pair in place of the others takes no more room than they do.
  const count = ranked.length <= OWN_BANDS + 1 ? ranked.length : OWN_BANDS;
  const own = ranked.slice(0, count).flatMap((cell): Band[] =>
    cell.stated
      ? [
          {
            origin: cell.counterpart,
            place: cell.area,
            amount: levelOf(cell),
            stated: cell.stated,
            cells: [cell],
          },
        ]
      : [],
  );
  const rest = [...group(ranked.slice(count), ({ area }) => area)].sort(
    ([, a], [, b]) => sum(b, levelOf) - sum(a, levelOf),
  );
  const named = rest.length <= OTHER_BANDS ? rest : rest.slice(0, OTHER_BANDS - 1);
  const pooled = rest.slice(named.length).flatMap(([, of]) => of);
  const groups: readonly (readonly [string | null, readonly Cell[]])[] = [
    ...named,
    ...(pooled.length > 0 ? [[OTHERS, pooled] as const] : []),
  ];
  return [
    ...own,
    ...groups.flatMap(([place, of]): Band[] => {
      const stated = sumOf(of);
      return stated ? [{ origin: OTHERS, place, amount: printedEnd(stated), stated, cells: of }] : [];
    }),
  ];
}

/** The sum of all figures at one end, with their hedges. */
export const totalOf = (bands: readonly Band[]): Stated | null => sumOf(bands.flatMap(({ cells }) => cells));
