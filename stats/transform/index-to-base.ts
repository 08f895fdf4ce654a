/**
 * Index: each figure divided by that of a base year, times 100. The base year divided by itself is the same
 * figure twice, so it is exactly 100, whatever its hedge. If the base may be 0, the upper end is open.
 *
 * @example 61.1 in 2014 and 103 in 2015, base 2014 -> 100 and 168.576104746
 * @example base "less than 2", figure 5 -> more than 250
 */
import type { Break } from '../model/break.ts';
import { breaksBetween, doubtsBetween } from '../model/break.ts';
import { exactly, quotient } from '../uncertainty/interval.ts';
import type { Cell } from '../model/observation.ts';
import type { Period } from '../time/period.ts';
import { formatPeriod } from '../time/period.ts';
import type { Derived } from './derived.ts';
import { carriedGap, derived, derivedGap, hasFigure, missingPeriods, withNotes } from './derived.ts';
import { basisRefusalOf } from '../query/transform-legality.ts';
import { differingMembers } from './members.ts';
import { hedgeOfCell } from '../model/cell.ts';

/**
 * The cells of one series as an index. Gaps: `period-missing`, or the source's own reason, with the base year if
 * it has no figure, `break` with the break in between, `not-applicable` if the base is 0 or the basis is not a
 * year.
 */
export function indexToBase(cells: readonly Cell[], base: Period, breaks: readonly Break[]): Derived[] {
  const name = formatPeriod(base);
  const origin = cells.find((cell) => formatPeriod(cell.period) === name);
  return cells.map((cell) => {
    if (!hasFigure(cell)) return carriedGap('index', cell);
    if (basisRefusalOf('index', cell.basis)) return derivedGap('index', cell, 'not-applicable', []);
    if (!hasFigure(origin)) return missingPeriods('index', cell, [name], () => origin);
    const figure = quotient(hedgeOfCell(cell, 0), hedgeOfCell(origin, 0), 100);
    if (!figure) return derivedGap('index', cell, 'not-applicable', [name], [origin]);
    const differing = differingMembers(origin, cell);
    if (differing) return derivedGap('index', cell, 'members-differ', differing, [origin]);
    const broken = breaksBetween(cell, origin.period, cell.period, breaks).map(
      (seriesBreak) => seriesBreak.id,
    );
    if (cell !== origin && broken.length > 0) return derivedGap('index', cell, 'break', broken, [origin]);
    const hedge = cell === origin ? exactly(100) : figure;
    const doubts = cell === origin ? [] : doubtsBetween(cell, origin.period, cell.period, breaks);
    return withNotes(derived('index', cell, [origin], hedge, { floor: 0, ceiling: Infinity }), doubts);
  });
}
