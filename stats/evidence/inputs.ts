/**
 * What a transformed figure was made from: the cells that went in, each with its role. The roles name the terms
 * of the rule, so that a reader can do the arithmetic again.
 *
 * @example the index of 2014 with base 2010 -> the figure of 2014, the base of 2010
 */
import type { Divisor } from '../model/divisor.ts';
import { seriesKey, type Cell } from '../model/observation.ts';
import type { TransformSpec } from '../model/query.ts';
import { windowOf, yearsBefore } from '../time/months.ts';
import { formatPeriod, type Period } from '../time/period.ts';

export const INPUT_ROLES = [
  'figure',
  'before',
  'base',
  'window',
  'divisor',
  'population',
  'beside',
  'member',
  'month',
] as const;
export type InputRole = (typeof INPUT_ROLES)[number];

export interface Input {
  readonly role: InputRole;
  readonly cell: Cell;
  /** The population by which it was weighted, in a mean of rates. */
  readonly weight?: Cell;
}

interface Read {
  /** The cells before the transform, of all periods that it reads. */
  readonly before: readonly Cell[];
  /** The divisor or the population of a cell, for transforms that have one. */
  readonly divisorOf: (cell: Cell) => Cell | undefined;
}

/** The cell that a transformed cell was made from. */
const ownCell = (cell: Cell, before: readonly Cell[]): Cell | undefined =>
  before.find((other) => isOfLine(other, cell) && isIn(cell.period)(other));

const isOfLine = (a: Cell, b: Cell): boolean => seriesKey(a) === seriesKey(b) && a.computed === b.computed;

const isIn =
  (period: Period) =>
  (cell: Cell): boolean =>
    formatPeriod(cell.period) === formatPeriod(period);

/** The cells that a transform used for one cell, its own first. */
export function inputsOf(
  cell: Cell,
  transform: TransformSpec,
  { before, divisorOf }: Read,
): readonly Input[] {
  const own = ownCell(cell, before);
  if (!own) return [];
  const line = before.filter((other) => isOfLine(other, own));
  const at = (role: InputRole, period: Period | null): Input[] =>
    period === null ? [] : line.filter(isIn(period)).map((found) => ({ role, cell: found }));
  const itself: Input = { role: 'figure', cell: own };
  const by = (role: InputRole): Input[] => {
    const divisor = divisorOf(own);
    return divisor ? [{ role, cell: divisor }] : [];
  };
  switch (transform.id) {
    case 'change':
    case 'change-percent':
      return [itself, ...at('before', yearsBefore(own.period, 1))];
    case 'index':
      return [
        itself,
        ...line
          .filter(({ period }) => formatPeriod(period) === transform.base)
          .map((base): Input => ({ role: 'base', cell: base })),
      ];
    case 'rolling-mean':
      return windowOf(own.period, transform.length).flatMap((period) => at('window', period));
    case 'ratio':
    case 'share-of':
      return [itself, ...by('divisor')];
    case 'per-capita':
      return [itself, ...by('population')];
    case 'rank':
      if (transform.along === 'time')
        return [itself, ...line.filter((other) => other !== own).map((other) => beside(other))];
      return [itself, ...comparedWith(own, before).map((other) => beside(other))];
    case 'share-of-total':
      return [itself, ...comparedWith(own, before).map((other) => beside(other))];
  }
}

const beside = (cell: Cell): Input => ({ role: 'beside', cell });

/** The other cells of the same source, definition and period. */
const comparedWith = (own: Cell, cells: readonly Cell[]): readonly Cell[] =>
  cells.filter(
    (other) =>
      other !== own &&
      other.stated !== null &&
      other.source === own.source &&
      other.definition === own.definition &&
      (other.computed === null) === (own.computed === null) &&
      isIn(own.period)(other),
  );

/** Whether a transform divides by something of its own. */
export const dividesBy = (transform: TransformSpec): Divisor | null =>
  transform.id === 'ratio' || transform.id === 'share-of' ? transform.over : null;
