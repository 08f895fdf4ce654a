import { formatPeriod, leastSure } from '../time/period.ts';
import type { Note, NoteSubject } from '../model/catalogue.ts';
import { distinctNotes } from '../model/notes.ts';
import { STORED_GAPS, type GapCode } from '../model/gap.ts';
import type { Hedge } from '../uncertainty/hedge.ts';
import { WITHOUT_FIGURE, type Cell, type RankRange } from '../model/observation.ts';
import { toStated } from '../model/cell.ts';
import type { TransformId } from '../model/query.ts';

/** A rank, with the other members of the same ranking. */
export interface Rank extends RankRange {
  /** Others that certainly have the same figure. */
  readonly ties: readonly string[];
  /** Those without a figure, and therefore without a rank. */
  readonly unranked: readonly string[];
}

export interface Derived extends Cell {
  readonly transform: TransformId;
  readonly rank?: Rank;
}

/** The bounds of a derived figure: a share is 0 to 1, a change in percent is at least -100. */
export interface Scale {
  readonly floor: number;
  readonly ceiling: number;
}

/** A cell that has a figure. */
export type Figured = Cell & { readonly stated: NonNullable<Cell['stated']> };
export const hasFigure = (cell: Cell | undefined): cell is Figured =>
  cell !== undefined && cell.stated !== null;

/** A derived cell without a figure. */
export const derivedGap = (
  transform: TransformId,
  cell: Cell,
  code: GapCode,
  missing: readonly string[],
  used: readonly Cell[] = [],
): Derived => ({
  ...blank(transform, cell, used),
  gap: { code, missing },
});

/**
 * The gap of a figure that needs other periods of its series which have no figure. It has the source's reason if
 * that is the same for all of them; otherwise the periods are missing.
 */
export function missingPeriods(
  transform: TransformId,
  cell: Cell,
  names: readonly string[],
  at: (name: string) => Cell | undefined,
): Derived {
  const reasons = new Set(names.map((name) => at(name)?.gap?.code ?? 'period-missing'));
  const [reason = 'period-missing'] = reasons;
  const isStored = reasons.size === 1 && STORED_GAPS.some((code) => code === reason);
  return derivedGap(transform, cell, isStored ? reason : 'period-missing', names);
}

/** The derived cell of a cell that is a gap: it keeps that gap. */
export const carriedGap = (transform: TransformId, cell: Cell): Derived =>
  derivedGap(transform, cell, cell.gap?.code ?? 'not-published', cell.gap?.missing ?? []);

/**
 * A derived cell with a figure, or `undetermined` if the hedges leave every value open. Intervals of
 * different kinds are not combined: `not-additive`.
 */
export function derived(
  transform: TransformId,
  cell: Cell,
  used: readonly Cell[],
  hedge: Hedge,
  scale: Scale,
  parts: { readonly numerator: number; readonly denominator: number } | null = null,
): Derived {
  const kinds = new Set([cell, ...used].map((cell) => cell.intervalKind).filter((kind) => kind !== 'none'));
  if (kinds.size > 1) return derivedGap(transform, cell, 'not-additive', [...kinds].sort(), used);
  const figure = toStated(hedge, scale.floor, scale.ceiling);
  if (!figure) return derivedGap(transform, cell, 'undetermined', [], used);
  const [kind = 'stated'] = kinds;
  return {
    ...blank(transform, cell, used),
    ...figure,
    intervalKind: figure.stated.low === null && figure.stated.high === null ? 'none' : kind,
    numerator: parts?.numerator ?? null,
    denominator: parts?.denominator ?? null,
    gap: null,
  };
}

/** Adds notes to a figure, after those of the cells that it was derived from. A gap stays as it is. */
export const withNotes = (figure: Derived, notes: readonly Note[]): Derived =>
  figure.stated === null || notes.length === 0
    ? figure
    : { ...figure, notes: distinctNotes([...figure.notes, ...notes]) };

function blank(transform: TransformId, { rank: _, ...cell }: Cell, used: readonly Cell[]): Derived {
  const all = [cell, ...used];
  const isOfSeveral = used.some((other) => !isOfSame(other, cell) || other.notes.some(({ of }) => of));
  return {
    ...cell,
    transform,
    ...WITHOUT_FIGURE,
    gap: null,
    periodStatus: leastSure(all.map((cell) => cell.periodStatus)),
    editions: [...new Set(all.flatMap((cell) => cell.editions))].sort(),
    attributedTo: all.every((other) => other.attributedTo === cell.attributedTo) ? cell.attributedTo : null,
    locator: null,
    printed: null,
    notes: distinctNotes(all.flatMap(isOfSeveral ? ownNotes : ({ notes }) => notes)),
  };
}

const isOfSame = (a: NoteSubject, b: NoteSubject): boolean =>
  a.area === b.area && a.counterpart === b.counterpart && a.breakdown === b.breakdown;

/** The notes of a cell that is used beside others, as notes on its own subject. */
const ownNotes = ({ area, counterpart, breakdown, notes }: Cell): readonly Note[] =>
  notes.map((note) => (note.of ? note : { ...note, of: [{ area, counterpart, breakdown }] }));

/**
 * Merges the provenance of several cells into one cell, so that results derived from all of them need not go
 * through the whole list again. Only the fields that `derived` takes from the cells used are merged.
 */
export function togetherAs<T extends Cell>(cells: readonly T[]): readonly T[] {
  const [first] = cells;
  if (!first || cells.length === 1) return cells;
  const kinds = new Set(cells.map((cell) => cell.intervalKind).filter((kind) => kind !== 'none'));
  // Whether several kinds of interval may be combined depends on the result, so the cells stay separate.
  if (kinds.size > 1) return cells;
  const [intervalKind = 'none'] = kinds;
  return [
    {
      ...first,
      intervalKind,
      periodStatus: leastSure(cells.map((cell) => cell.periodStatus)),
      editions: [...new Set(cells.flatMap((cell) => cell.editions))],
      // If the cells name different bodies, the merged cell names none.
      attributedTo: cells.every((cell) => cell.attributedTo === first.attributedTo) ? first.attributedTo : '',
      notes: distinctNotes(cells.flatMap(ownNotes)),
    },
  ];
}

/**
 * Cells of the same source, definition and period, so that figures of two sources or two definitions are
 * never summed or ranked together.
 */
export function together<T extends Cell>(cells: readonly T[]): (cell: Cell) => readonly T[] {
  const key = (cell: Cell): string =>
    `${cell.source} | ${cell.definition} | ${formatPeriod(cell.period)} | ${cell.basis}`;
  const groups = new Map<string, T[]>();
  for (const cell of cells) {
    const group = groups.get(key(cell));
    if (group) group.push(cell);
    else groups.set(key(cell), [cell]);
  }
  return (cell) => groups.get(key(cell)) ?? [];
}
