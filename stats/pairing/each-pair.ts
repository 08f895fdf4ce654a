/**
 * Each area against each other in one period: which has the greater figure for certain, which pairs are left open, and
 * which may not be compared. Figures are only compared within a source, never one source's with another's: a pair is
 * established where every source that has both gives the same order, open where their intervals or the sources leave it
 * open, and not comparable where no source has both or they are counted in different ways. Ranks are spans for the same
 * reason.
 */
import type { Indicator } from '../model/catalogue.ts';
import { hedgeOfCell } from '../model/cell.ts';
import type { Cell, RankRange } from '../model/observation.ts';
import { sourceRank } from '../sources/series-key.ts';
import { floorOf, type Hedge } from '../uncertainty/hedge.ts';
import { signsOf } from '../uncertainty/order.ts';

/** How an area stands to another: above, below or equal for certain, open, or not comparable. */
export type PairSign = 'above' | 'below' | 'equal' | 'open' | 'apart';

export interface PairedArea {
  /** The figure of the preferred source. */
  readonly cell: Cell;
  /** The figures of all sources, the preferred first. */
  readonly cells: readonly Cell[];
  readonly rank: RankRange;
  /** How it stands to every area of the list; null to itself. */
  readonly signs: readonly (PairSign | null)[];
}

export interface EachPair {
  /** The greatest first. */
  readonly areas: readonly PairedArea[];
  readonly counts: Readonly<Record<'established' | 'open' | 'apart', number>>;
}

type Figured = Cell & { readonly stated: NonNullable<Cell['stated']> };

/** A figure with its interval. */
interface Hedged {
  readonly cell: Figured;
  readonly hedge: Hedge;
}

/** Whether two figures are counted in the same way, over a period of the same kind. */
const isAlike = (a: Cell, b: Cell): boolean =>
  a.definition === b.definition && a.basis === b.basis && a.breakdown === b.breakdown;

/** "About" says that a figure may be off by an unknown amount, so it decides no pair. */
const decides = ({ stated }: Figured): boolean => stated.qualifier !== 'about';

/** Where a figure stands in the list: by its number, else by the end that it has. */
const levelOf = ({ stated }: Figured): number => stated.value ?? stated.low ?? stated.high ?? 0;

/** @param most the most areas; those with the greatest numbers are kept */
export function eachPair(
  cells: readonly Cell[],
  { signed, differs, sources }: Pick<Indicator, 'signed' | 'differs' | 'sources'>,
  most: number,
): EachPair {
  const floor = floorOf(signed);
  const rank = sourceRank(sources);
  const figured = cells.filter((cell): cell is Figured => cell.stated !== null);
  const byArea = new Map<string, Figured[]>();
  for (const cell of figured) byArea.set(cell.area, [...(byArea.get(cell.area) ?? []), cell]);
  const areas = [...byArea.values()]
    .map((own) => own.toSorted((a, b) => rank(a.source) - rank(b.source)))
    .map((own) => own.map((cell): Hedged => ({ cell, hedge: hedgeOfCell(cell, floor) })))
    .toSorted((a, b) => highestOf(b) - highestOf(a))
    .slice(0, most);
  const signOf = (i: number, j: number): PairSign => {
    const [a, b] = [areas[i], areas[j]];
    if (!a || !b || differs !== undefined) return 'apart';
    return signBetween(a, b, floor);
  };
  const rows = areas.flatMap((own, i): PairedArea[] => {
    const [first] = own;
    const signs = areas.map((_, j) => (i === j ? null : signOf(i, j)));
    const count = (...wanted: readonly PairSign[]): number =>
      signs.filter((sign) => sign !== null && wanted.includes(sign)).length;
    const range = {
      best: 1 + count('below'),
      worst: 1 + count('below', 'open'),
      of: areas.length - count('apart'),
    };
    return first ? [{ cell: first.cell, cells: own.map(({ cell }) => cell), rank: range, signs }] : [];
  });
  const counts = { established: 0, open: 0, apart: 0 };
  rows.forEach(({ signs }, i) =>
    signs.slice(i + 1).forEach((sign) => {
      counts[sign === 'open' ? 'open' : sign === 'apart' ? 'apart' : 'established'] += 1;
    }),
  );
  return { areas: rows, counts };
}

/** By the preferred source, which most areas have. */
const highestOf = ([first]: readonly Hedged[]): number => (first ? levelOf(first.cell) : 0);

/** The order that every source with both gives; open if they differ, or one leaves it open. */
function signBetween(a: readonly Hedged[], b: readonly Hedged[], floor: number): PairSign {
  const signs = new Set<PairSign>();
  for (const own of a)
    for (const other of b)
      if (own.cell.source === other.cell.source) signs.add(signWithin(own, other, floor));
  signs.delete('apart');
  const [only, ...others] = signs;
  return only === undefined ? 'apart' : others.length > 0 ? 'open' : only;
}

/** The order of two figures of one source. */
function signWithin(a: Hedged, b: Hedged, floor: number): PairSign {
  if (!isAlike(a.cell, b.cell)) return 'apart';
  if (!decides(a.cell) || !decides(b.cell)) return 'open';
  const [only, ...others] = signsOf(a.hedge, b.hedge, floor);
  if (only === undefined || others.length > 0) return 'open';
  return only === 1 ? 'above' : only === -1 ? 'below' : 'equal';
}
