/**
 * Change from the year before: as a difference in the unit of the figures (for shares, in points), or in
 * percent. It is never computed across a break in the way of counting; a doubt is shown as a note. In the
 * formula for percent the year before occurs twice but is a single figure, so the change is computed as the
 * quotient minus one and has a minimum of -100. If the year before may be 0, the upper end is open.
 *
 * @example 38,759 then 68,541 -> 29,782, or 76.8389277329 percent
 * @example "more than 10" then 5 -> less than -5, or less than -50 percent
 */
import type { Break } from '../model/break.ts';
import { breaksBetween, doubtsBetween } from '../model/break.ts';
import { floorOf } from '../uncertainty/hedge.ts';
import { difference, quotient, shifted } from '../uncertainty/interval.ts';
import type { Cell } from '../model/observation.ts';
import { formatPeriod } from '../time/period.ts';
import type { Derived } from './derived.ts';
import { carriedGap, derived, derivedGap, hasFigure, missingPeriods, withNotes } from './derived.ts';
import { differingMembers } from './members.ts';
import { hedgeOfCell } from '../model/cell.ts';
import { yearsBefore } from '../time/months.ts';

export interface ChangeOptions {
  readonly in: 'unit' | 'percent';
  readonly signed: boolean;
  readonly breaks: readonly Break[];
}

/**
 * The cells of one series as changes from the year before; for a month, from the same month of the year
 * before. Gaps: `period-missing`, or the source's own reason, with the period without a figure,
 * `members-differ` with the members that are in only one of the two figures, `break` with what changed in
 * between, `not-applicable` if the year before is 0 (in percent) or the basis does not repeat every year.
 */
export function changeOnYear(cells: readonly Cell[], options: ChangeOptions): Derived[] {
  const percent = options.in === 'percent';
  const transform = percent ? 'change-percent' : 'change';
  const byPeriod = new Map(cells.map((cell) => [formatPeriod(cell.period), cell]));
  return cells.map((cell) => {
    if (!hasFigure(cell)) return carriedGap(transform, cell);
    const period = yearsBefore(cell.period, 1);
    if (!period) return derivedGap(transform, cell, 'not-applicable', []);
    const name = formatPeriod(period);
    const before = byPeriod.get(name);
    if (!hasFigure(before)) return missingPeriods(transform, cell, [name], () => before);
    const differing = differingMembers(before, cell);
    if (differing) return derivedGap(transform, cell, 'members-differ', differing, [before]);
    const broken = breaksBetween(cell, before.period, cell.period, options.breaks).map(
      (seriesBreak) => seriesBreak.id,
    );
    if (broken.length > 0) return derivedGap(transform, cell, 'break', broken, [before]);
    const doubts = doubtsBetween(cell, before.period, cell.period, options.breaks);
    const floor = floorOf(options.signed);
    const [now, then] = [hedgeOfCell(cell, floor), hedgeOfCell(before, floor)];
    if (!percent) {
      const scale = { floor: -Infinity, ceiling: Infinity };
      return withNotes(derived(transform, cell, [before], difference(now, then), scale), doubts);
    }
    const ratio = quotient(now, then, 100);
    if (!ratio) return derivedGap(transform, cell, 'not-applicable', [name], [before]);
    const scale = { floor: -100, ceiling: Infinity };
    return withNotes(derived(transform, cell, [before], shifted(ratio, -100), scale), doubts);
  });
}
