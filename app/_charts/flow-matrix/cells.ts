/** The figures of a table of origins by destinations: counts of one period and one source. */
import { group } from 'd3-array';
import type { Comparison } from '#stats/model/comparison.ts';
import { ALL, NONE, type Cell } from '#stats/model/observation.ts';
import { sourceRank } from '#stats/sources/series-key.ts';
import { latestFull } from '../panel/one-period.ts';

type Flows = Pick<Comparison, 'cells' | 'indicator'>;

const isFlow = ({ counterpart, stated, computed }: Cell): boolean =>
  stated !== null && computed === null && counterpart !== ALL && counterpart !== NONE;

/** Null where the figures are no counts, or fewer than two by two. */
export function flowCells({ cells, indicator }: Flows): readonly Cell[] | null {
  if (
    indicator.measure !== 'count' ||
    indicator.signed ||
    cells.some(({ transform }) => transform !== undefined)
  )
    return null;
  const flows = cells.filter(isFlow);
  const kinds = new Set(flows.map(({ breakdown, definition }) => `${breakdown} | ${definition}`));
  if (kinds.size !== 1) return null;
  const pairs = (of: readonly Cell[]): number =>
    new Set(of.map(({ area, counterpart }) => `${area} ${counterpart}`)).size;
  const chosen = latestFull(flows, pairs);
  const rank = sourceRank(indicator.sources);
  const bySource = [...group(chosen, ({ source }) => source)].sort(
    ([a, of], [b, others]) => pairs(others) - pairs(of) || rank(a) - rank(b),
  );
  const own = bySource[0]?.[1] ?? [];
  const count = (part: 'area' | 'counterpart'): number => new Set(own.map((cell) => cell[part])).size;
  return count('area') > 1 && count('counterpart') > 1 ? own : null;
}
