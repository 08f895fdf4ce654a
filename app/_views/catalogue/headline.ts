/**
 * The headline figure of an indicator in the catalogue: that of the latest whole period on file, from the preferred
 * source, for the widest area. Never an average of several.
 */
import { sourceRank } from '#stats/sources/series-key.ts';
import { isSubnational } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { ALL, NONE, type Cell } from '#stats/model/observation.ts';
import { PERIOD_STATUSES, comparePeriods, isDated, isOver } from '#stats/time/period.ts';

/** Totals before parts, published figures before computed ones. */
const width = (comparison: Comparison, cell: Cell): number => {
  const kind = comparison.areas.find((area) => area.code === cell.area)?.kind;
  const whole = cell.breakdown === ALL ? 0 : 1;
  const everyone = cell.counterpart === ALL || cell.counterpart === NONE ? 0 : 1;
  return whole * 4 + everyone * 2 + (kind !== undefined && isSubnational(kind) ? 1 : 0);
};

/** Figures for a level or an unstated period have no date: they come last. */
const dated = (cell: Cell): number => (isDated(cell.period) ? 0 : 1);

/** Some months of a year come after whole years, however new they are. */
const partial = (cell: Cell): number => (cell.basis === 'interval' ? 1 : 0);

/** The answer whose latest figure is shown, and the same question asked of every source. */
export interface Headline {
  readonly comparison: Comparison;
  readonly allSources: Comparison;
}

/** The headline cell; null for an indicator without any figure. */
export function headlineOf(comparison: Comparison): Cell | null {
  const rank = sourceRank(comparison.indicator.sources);
  const place = (cell: Cell): number => comparison.areas.findIndex((area) => area.code === cell.area);
  const sure = (cell: Cell): number => PERIOD_STATUSES.indexOf(cell.periodStatus);
  const future = ({ period }: Cell): number =>
    Number(isDated(period) && !isOver(period, comparison.release.date) && period.end !== null);
  const cells = comparison.cells.filter((cell) => cell.stated !== null);
  cells.sort(
    (a, b) =>
      dated(a) - dated(b) ||
      future(a) - future(b) ||
      partial(a) - partial(b) ||
      comparePeriods(b.period, a.period) ||
      width(comparison, a) - width(comparison, b) ||
      sure(a) - sure(b) ||
      rank(a.source) - rank(b.source) ||
      place(a) - place(b),
  );
  return cells[0] ?? null;
}
