/**
 * What the cells of all transforms have in common: what they cite, the gaps they keep, and how a figure
 * becomes a cell.
 */
import type { Cell, GapCode, IntervalKind, Note, Printed, TransformName, Whose } from '../book.ts';
import { distinct, leastSure } from '../book.ts';
import { each, settled, statedAs, twelve, type Figure } from './figures.ts';
import { WITHOUT_FIGURE } from './groups.ts';
import { saysSomething } from './months.ts';
import { nameOf } from './periods.ts';

export type Figured = Cell & { readonly stated: Printed };
export const hasFigure = (cell: Cell | undefined): cell is Figured => cell?.stated != null;

const whoseOf = ({ area, counterpart, breakdown }: Cell): Whose => [area, counterpart, breakdown];

/** A cell of a transform without its figure: the key of its own cell, citing everything that was used. */
function blank(id: TransformName, cell: Cell, used: readonly Cell[]): Cell {
  const all = [cell, ...used];
  // Beside figures of others, each note is of the figure that has it.
  const isOfOthers = used.some(
    (other) => String(whoseOf(other)) !== String(whoseOf(cell)) || other.notes.some(({ whose }) => whose),
  );
  const notes: readonly Note[] = all.flatMap((other) =>
    other.notes.map((note) => (isOfOthers && !note.whose ? { ...note, whose: [whoseOf(other)] } : note)),
  );
  return {
    ...cell,
    ...WITHOUT_FIGURE,
    transform: id,
    gap: null,
    periodStatus: leastSure(all.map((other) => other.periodStatus)),
    editions: [...new Set(all.flatMap((other) => other.editions))].sort(),
    attributedTo: all.every((other) => other.attributedTo === cell.attributedTo) ? cell.attributedTo : null,
    locator: null,
    printed: null,
    notes: distinct(notes),
  };
}

type Id = TransformName;
export const gapIn = (
  id: Id,
  cell: Cell,
  code: GapCode,
  missing: readonly string[],
  used: readonly Cell[] = [],
): Cell => ({
  ...blank(id, cell, used),
  gap: { code, missing },
});
export const sameGap = (id: Id, cell: Cell): Cell =>
  gapIn(id, cell, cell.gap?.code ?? 'not-published', cell.gap?.missing ?? []);

interface Made {
  readonly figure: Figure;
  readonly least: number;
  readonly most: number;
  readonly parts?: { readonly numerator: number; readonly denominator: number } | null;
}

/** A figure made from a cell and others. Intervals of two kinds are not combined. */
export function made(id: Id, cell: Cell, used: readonly Cell[], { figure, least, most, parts }: Made): Cell {
  const kinds: readonly IntervalKind[] = [cell, ...used].map((other) => other.intervalKind);
  const distinctKinds = [...new Set(kinds.filter((kind) => kind !== 'none'))].sort();
  if (distinctKinds.length > 1) return gapIn(id, cell, 'not-additive', distinctKinds, used);
  const said = saysSomething(figure.low, figure.high, least, most)
    ? statedAs(settled(each(figure, twelve)), least, distinctKinds[0] ?? 'stated')
    : null;
  if (!said) return gapIn(id, cell, 'undetermined', [], used);
  return {
    ...blank(id, cell, used),
    ...said,
    numerator: parts?.numerator ?? null,
    denominator: parts?.denominator ?? null,
  };
}

export const isYear = ({ basis }: Cell): boolean => basis === 'calendar-year' || basis === 'us-fiscal-year';
export const byName = (cells: readonly Cell[]): ReadonlyMap<string, Cell> =>
  new Map(cells.map((cell) => [nameOf(cell.period), cell]));
