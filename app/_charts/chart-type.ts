import { BASIS_RULES, YEAR_BASES, formatPeriod, type Basis } from '#stats/time/period.ts';
import { subjectPeriodKey } from '#stats/sources/series-key.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { ChartKind } from './model.ts';

/** Fewest periods that make a line. */
const LINE_PERIODS = 3;
/** Most rows of a number line, and most bars and panels, that can still be read. */
const MOST_ROWS = 80;
const MOST_BARS = 40;
const MOST_PANELS = 6;
/** Most panels of changes before lines say it better. */
const MOST_CHANGES = 3;

type Answer = Pick<Comparison, 'cells' | 'indicator'>;

const periodsOf = (cells: readonly Cell[]): number => new Set(cells.map((c) => formatPeriod(c.period))).size;

/** Whether two sources have a figure for the same thing in several years. */
function hasEnvelope(cells: readonly Cell[]): boolean {
  if (cells.every((cell) => cell.source === cells[0]?.source)) return false;
  const sources = new Map<string, Set<string>>();
  for (const cell of cells) {
    if (!cell.stated || !YEAR_BASES.includes(cell.basis)) continue;
    const thing = subjectPeriodKey(cell);
    sources.set(thing, (sources.get(thing) ?? new Set()).add(cell.source));
  }
  return [...sources.values()].filter((one) => one.size > 1).length > 1;
}

/** Whether bars can stand over these periods: years of one kind, or months. */
export const tilesTime = (basis: Basis): boolean => BASIS_RULES[basis].cycle !== null;

const transformOf = (cells: readonly Cell[]): Cell['transform'] => cells.find((c) => c.transform)?.transform;

/** A bar is as long as its amount: that of an index or of a place would be as long as nothing. */
const standsOnZero = (cells: readonly Cell[]): boolean =>
  !['index', 'rank'].includes(transformOf(cells) ?? '');

/** Whether bars say it best: amounts that add up, and changes of a few series. */
function areAmounts({ cells, indicator }: Answer, panels: number): boolean {
  const made = transformOf(cells);
  if (made === 'change' || made === 'change-percent') return panels <= MOST_CHANGES;
  return made === undefined && indicator.measure === 'count' && indicator.additive === 'flow';
}

/** The kinds that are legal, the best first. */
export function kindsFor(comparison: Answer): ChartKind[] {
  const { cells } = comparison;
  const all = seriesOf(comparison);
  const yearly = all.filter((s) => YEAR_BASES.includes(s.key.basis));
  const present = (s: (typeof all)[number]): Cell[] => s.cells.filter((cell) => cell.stated);
  const line = yearly.some((s) => periodsOf(present(s)) >= LINE_PERIODS);
  const tiled = all.filter((s) => tilesTime(s.key.basis) && present(s).length > 0);
  const most = Math.max(0, ...tiled.map((s) => periodsOf(s.cells)));
  // One bar among gaps says nothing of more or less.
  const some = Math.max(0, ...tiled.map((s) => periodsOf(present(s))));
  const bars = some >= 2 && most <= MOST_BARS && tiled.length <= MOST_PANELS && standsOnZero(cells);
  const rows = cells.length <= MOST_ROWS;
  const amounts = areAmounts(comparison, tiled.length);
  const kinds: ChartKind[] = [];
  if (bars && (amounts || !line)) kinds.push('bars');
  if (line) kinds.push('line');
  if (bars && !kinds.includes('bars')) kinds.push('bars');
  if (line && !transformOf(cells) && hasEnvelope(cells)) kinds.push('envelope');
  if (rows || kinds.length === 0) kinds.push('number-line');
  // A few years of a few places read best as rows; a single source in secondary print has no line to draw.
  const few = !line && cells.length <= 12 && all.length > 2;
  return few && kinds[0] === 'bars' ? ['number-line', ...kinds.filter((k) => k !== 'number-line')] : kinds;
}
