/**
 * Finds the cell that divides another: it has the codes that the divisor names, and otherwise those of the
 * divided cell. Another indicator has its own breakdowns, definitions and sources. The divisor then has the
 * same breakdown, or else the total; the first definition; and the same source, or else the first of its
 * sources that has a figure.
 */
import type { Indicator } from '../model/catalogue.ts';
import type { Divisor } from '../model/divisor.ts';
import { ALL, NONE, type Cell } from '../model/observation.ts';
import { formatPeriod } from '../time/period.ts';

export interface DivisorChoice {
  readonly over: Divisor;
  /** The indicator of the divisor. */
  readonly indicator: Pick<Indicator, 'id' | 'counterpartRole' | 'definitions' | 'sources'>;
}

/** Finds the divisor of a cell among the cells that were read. */
export function divisorFinder(
  divisors: readonly Cell[],
  choice: DivisorChoice,
): (cell: Cell) => Cell | undefined {
  const { over } = choice;
  const byPlace = new Map<string, Cell[]>();
  const place = (area: string, counterpart: string, period: string): string =>
    `${area} | ${counterpart} | ${period}`;
  for (const divisor of divisors) {
    const key = place(divisor.area, divisor.counterpart, formatPeriod(divisor.period));
    const there = byPlace.get(key);
    if (there) there.push(divisor);
    else byPlace.set(key, [divisor]);
  }
  return (cell) => {
    const key = place(
      over.area ?? cell.area,
      counterpartOf(cell, choice),
      over.time ?? formatPeriod(cell.period),
    );
    return bestOfDivisors(byPlace.get(key) ?? [], cell, choice);
  };
}

/**
 * The counterpart of the divisor: the named one, otherwise that of the cell. If only the indicator of the
 * divisor has counterparts, it is the total.
 */
function counterpartOf(cell: Cell, { over, indicator }: DivisorChoice): string {
  if (over.origin !== undefined) return over.origin;
  if (indicator.id === cell.indicator) return cell.counterpart;
  if (!indicator.counterpartRole) return NONE;
  return cell.counterpart === NONE ? ALL : cell.counterpart;
}

/**
 * The best of several candidates, by breakdown, definition, figure before gap, source, and whether it was
 * computed.
 */
function bestOfDivisors(
  divisors: readonly Cell[],
  cell: Cell,
  { over, indicator }: DivisorChoice,
): Cell | undefined {
  const isOther = indicator.id !== cell.indicator;
  const breakdowns = [over.breakdown ?? cell.breakdown, ...(isOther && !over.breakdown ? [ALL] : [])];
  const definitions = over.definition
    ? [over.definition]
    : isOther
      ? indicator.definitions.slice(0, 1).map(({ code }) => code)
      : [cell.definition];
  const sources = over.source ? [over.source] : isOther ? [cell.source, ...indicator.sources] : [cell.source];
  const rank = (divisor: Cell): readonly number[] => [
    breakdowns.indexOf(divisor.breakdown),
    definitions.indexOf(divisor.definition),
    divisor.stated ? 0 : 1,
    sources.indexOf(divisor.source),
    divisor.computed === cell.computed ? 0 : 1,
    divisor.computed === null ? 0 : 1,
  ];
  const [best] = divisors
    .map((divisor) => ({ divisor, wishes: rank(divisor) }))
    .filter(({ wishes }) => wishes.every((wish) => wish >= 0))
    .sort((a, b) => byWishes(a.wishes, b.wishes));
  return best?.divisor;
}

function byWishes(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((wish, i) => wish !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
