/** The two sources of a dumbbell chart, and the latest period in which both have figures. */
import { group } from 'd3-array';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { subjectKey } from '#stats/sources/series-key.ts';
import { comparePeriods, formatPeriod } from '#stats/time/period.ts';
import type { DerivedChart } from '../panel/derived.ts';

/** Most rows that can still be read. */
const MOST_ROWS = 40;

export interface TwoSources {
  readonly sources: readonly [string, string];
  /** The two figures of each place and period, that of the first source first. */
  readonly pairs: readonly (readonly [Cell, Cell])[];
}

/** Null where no two sources have a figure of the same place and period. */
export function twoSources(cells: readonly Cell[]): TwoSources | null {
  const figures = cells.filter(({ stated, computed }) => stated !== null && computed === null);
  const byPeriod = [...group(figures, ({ period }) => formatPeriod(period)).values()]
    .map((of) => pairsOf(of))
    .filter((pairs) => pairs !== null);
  const most = Math.max(0, ...byPeriod.map(({ pairs }) => pairs.length));
  // The latest period with at least half as many pairs as the best one.
  const ordered = byPeriod.sort((a, b) => {
    const [first, second] = [a.pairs[0]?.[0], b.pairs[0]?.[0]];
    return first && second ? comparePeriods(second.period, first.period) : 0;
  });
  return ordered.find(({ pairs }) => pairs.length * 2 >= most) ?? null;
}

/** The two sources that share the most places in one period, with their figures. */
function pairsOf(cells: readonly Cell[]): TwoSources | null {
  const bySubject = [...group(cells, subjectKey).values()].filter((of) => of.length > 1);
  const counts = new Map<string, { sources: [string, string]; pairs: [Cell, Cell][] }>();
  for (const of of bySubject) {
    const bySource = new Map(of.map((cell) => [cell.source, cell]));
    const ids = [...bySource.keys()].sort();
    ids.forEach((a, i) =>
      ids.slice(i + 1).forEach((b) => {
        const [first, second] = [bySource.get(a), bySource.get(b)];
        if (!first || !second) return;
        const known = counts.get(`${a} ${b}`) ?? { sources: [a, b], pairs: [] };
        known.pairs.push([first, second]);
        counts.set(`${a} ${b}`, known);
      }),
    );
  }
  const [best] = [...counts.values()].sort((a, b) => b.pairs.length - a.pairs.length);
  return best && best.pairs.length <= MOST_ROWS ? best : null;
}

/** Only the figures of the two sources: the title and the words are then about what is drawn. */
export function ofTwoSources(comparison: Comparison): DerivedChart {
  const pairs = twoSources(comparison.cells)?.pairs.flat() ?? [];
  const sources = comparison.sources.filter(({ id }) => pairs.some(({ source }) => source === id));
  return { comparison: { ...comparison, cells: pairs, sources }, kind: 'dumbbell', sentences: [] };
}
