/**
 * Each figure of one period against each other: which of two is greater for certain, which pairs their intervals leave
 * open, and which may not be compared because they are counted in different ways. Ranks are spans for the same reason.
 */
import type { Indicator } from '../model/catalogue.ts';
import { hedgeOfCell } from '../model/cell.ts';
import type { Cell, RankRange } from '../model/observation.ts';
import { floorOf, type Hedge } from '../uncertainty/hedge.ts';
import { signsOf } from '../uncertainty/order.ts';

/** How a figure stands to another: above, below or equal for certain, open, or not comparable. */
export type PairSign = 'above' | 'below' | 'equal' | 'open' | 'apart';

export interface PairedCell {
  readonly cell: Cell;
  readonly rank: RankRange;
  /** How it stands to every cell of the list; null to itself. */
  readonly signs: readonly (PairSign | null)[];
}

export interface EachPair {
  /** The greatest first. */
  readonly cells: readonly PairedCell[];
  readonly counts: Readonly<Record<'established' | 'open' | 'apart', number>>;
}

type Figured = Cell & { readonly stated: NonNullable<Cell['stated']> };

/** Whether two figures are counted in the same way, over a period of the same kind. */
const isAlike = (a: Cell, b: Cell): boolean =>
  a.definition === b.definition && a.basis === b.basis && a.breakdown === b.breakdown;

/** "About" says that a figure may be off by an unknown amount, so it decides no pair. */
const decides = ({ stated }: Figured): boolean => stated.qualifier !== 'about';

/** Where a figure stands in the list: by its number, else by the end that it has. */
const levelOf = ({ stated }: Figured): number => stated.value ?? stated.low ?? stated.high ?? 0;

/** @param most the most figures; those with the greatest numbers are kept */
export function eachPair(
  cells: readonly Cell[],
  { signed, differs }: Pick<Indicator, 'signed' | 'differs'>,
  most: number,
): EachPair {
  const floor = floorOf(signed);
  const figured = cells
    .filter((cell): cell is Figured => cell.stated !== null)
    .toSorted((a, b) => levelOf(b) - levelOf(a))
    .slice(0, most);
  const hedges = figured.map((cell) => hedgeOfCell(cell, floor));
  const signOf = (i: number, j: number): PairSign => {
    const [a, b] = [figured[i], figured[j]];
    if (!a || !b || differs !== undefined || !isAlike(a, b)) return 'apart';
    if (!decides(a) || !decides(b)) return 'open';
    return signBetween(hedges[i], hedges[j], floor);
  };
  const rows = figured.map((cell, i): PairedCell => {
    const signs = figured.map((_, j) => (i === j ? null : signOf(i, j)));
    const count = (...wanted: readonly PairSign[]): number =>
      signs.filter((sign) => sign !== null && wanted.includes(sign)).length;
    const rank = {
      best: 1 + count('below'),
      worst: 1 + count('below', 'open'),
      of: figured.length - count('apart'),
    };
    return { cell, rank, signs };
  });
  const counts = { established: 0, open: 0, apart: 0 };
  rows.forEach(({ signs }, i) =>
    signs.slice(i + 1).forEach((sign) => {
      counts[sign === 'open' ? 'open' : sign === 'apart' ? 'apart' : 'established'] += 1;
    }),
  );
  return { cells: rows, counts };
}

function signBetween(a: Hedge | undefined, b: Hedge | undefined, floor: number): PairSign {
  if (!a || !b) return 'apart';
  const [only, ...others] = signsOf(a, b, floor);
  if (only === undefined || others.length > 0) return 'open';
  return only === 1 ? 'above' : only === -1 ? 'below' : 'equal';
}
