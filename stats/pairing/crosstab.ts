/**
 * An answer as a table with one row per series and one column per year or month. It is possible only if every
 * figure belongs to a year of the same kind, or every one to a month. Figures of single days, spans and
 * unstated periods are shown as a list: a shared column would suggest that they are of the same time.
 */
import type { Comparison, Series } from '../model/comparison.ts';
import { seriesOf } from '../model/comparison.ts';
import type { Cell } from '../model/observation.ts';
import { monthIndex } from '../time/calendar.ts';
import type { PartOfYear, Period } from '../time/period.ts';
import {
  BASIS_RULES,
  comparePeriods,
  formatPeriod,
  isPartOfYear,
  PARTS_OF_YEAR,
  yearOf,
} from '../time/period.ts';

export interface CrosstabRow {
  readonly series: Series;
  /** One entry per column; null if nothing is on file, which is not the same as a gap. */
  readonly cells: readonly (Cell | null)[];
}

export interface Crosstab {
  readonly periods: readonly Period[];
  readonly rows: readonly CrosstabRow[];
}

/**
 * The table of an answer, with rows in its order and columns in order of time; null if it has to be a list.
 * @example crosstabOf(answer over 2012 and 2014)?.periods.map(formatPeriod) -> ['2012', '2014']
 */
export function crosstabOf(comparison: Pick<Comparison, 'cells'>): Crosstab | null {
  const bases = new Set(comparison.cells.map((cell) => cell.period.basis));
  const [basis] = bases;
  if (bases.size !== 1 || basis === undefined || BASIS_RULES[basis].cycle === null) return null;
  const byText = new Map(comparison.cells.map(({ period }) => [formatPeriod(period), period]));
  const periods = [...byText.values()].sort(comparePeriods);
  const columns = new Map(periods.map((period, i) => [formatPeriod(period), i]));
  const rows: CrosstabRow[] = [];
  for (const series of seriesOf(comparison)) {
    const cells: (Cell | null)[] = periods.map(() => null);
    for (const cell of series.cells) {
      const column = columns.get(formatPeriod(cell.period)) ?? 0;
      // A series has two figures for one year: neither may hide the other.
      if (cells[column]) return null;
      cells[column] = cell;
    }
    rows.push({ series, cells });
  }
  return { periods, rows };
}

/** The most columns that can be read across. */
const MOST_COLUMNS = 12;
/** The most round years between the first and the last ones. */
const MOST_ROUND = 6;

/** Steps between columns, so that they fall on round years, or on Januaries and quarters. */
const STEPS: Readonly<Record<'year' | PartOfYear, readonly number[]>> = {
  year: [2, 5, 10, 20, 50, 100],
  month: [3, 6, 12, 24, 60, 120, 240, 600],
  quarter: [2, 4, 8, 20, 40, 80, 200],
  'half-year': [2, 4, 10, 20, 40, 100],
};

/** The number of years, or of months, quarters or half years, since year 0. */
function ordinal(period: Period): number {
  if (isPartOfYear(period.basis) && period.start !== null)
    return Math.floor(monthIndex(period.start) / PARTS_OF_YEAR[period.basis]);
  return yearOf(period) ?? Number(period.start?.slice(0, 4) ?? 0);
}

/**
 * The columns shown of a wide table, like those of a printed one: the first, the round ones and the last two.
 * If a row has no figure in any of these, the last one in which it has a figure is added. A narrow table
 * shows all its columns; the other columns of a wide one stay available next to it.
 * @example chosenPeriods({ periods: years 1960 to 2024, rows }) -> 1960, 1980, 2000, 2020, 2023, 2024
 * @example chosenPeriods({ periods: October 2023 to November 2024, rows }) -> Oct 23, Jan, Apr, Jul, Oct, Nov
 * 24
 */
export function chosenPeriods({ periods, rows }: Crosstab): ReadonlySet<Period> {
  if (periods.length <= MOST_COLUMNS) return new Set(periods);
  const ordinals = periods.map(ordinal);
  const span = (ordinals.at(-1) ?? 0) - (ordinals[0] ?? 0);
  const basis = periods[0]?.basis ?? 'calendar-year';
  const steps = STEPS[isPartOfYear(basis) ? basis : 'year'];
  const step = steps.find((size) => span / size <= MOST_ROUND) ?? steps.at(-1) ?? span;
  const last = periods.length - 2;
  const chosen = new Set(
    [...periods.keys()].filter((i) => i === 0 || i >= last || (ordinals[i] ?? 0) % step === 0),
  );
  for (const { cells } of rows) {
    const own = [...cells.keys()].filter((i) => cells[i]?.stated);
    const latest = own.at(-1);
    if (latest === undefined || chosen.size === MOST_COLUMNS || own.some((i) => chosen.has(i))) continue;
    chosen.add(latest);
  }
  return new Set(periods.filter((_, i) => chosen.has(i)));
}
