/** The figures that a map can show: one of each country, in one period. */
import { group } from 'd3-array';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { sourceRank } from '#stats/sources/series-key.ts';
import { latestFull } from '../panel/one-period.ts';
import { OUTLINES } from './outlines.ts';

/** Fewest countries that make a map worth its space. */
const FEWEST = 5;

type Mapped = Pick<Comparison, 'cells' | 'indicator'>;

/**
 * The figures of the latest full period, of the preferred source of each country; null where a country would
 * have several figures, such as of several origins or definitions, or too few have one.
 */
export function mapCells({ cells, indicator }: Mapped): readonly Cell[] | null {
  const onMap = cells.filter(
    (cell) => cell.area in OUTLINES.world.areas && cell.stated !== null && cell.computed === null,
  );
  const kinds = new Set(onMap.map((cell) => [cell.counterpart, cell.breakdown, cell.definition].join(' | ')));
  if (kinds.size !== 1) return null;
  const isSigned = indicator.signed || onMap.some(({ transform }) => transform !== undefined);
  if (isSigned) return null;
  const countries = (of: readonly Cell[]): number => new Set(of.map(({ area }) => area)).size;
  const chosen = latestFull(onMap, countries);
  if (countries(chosen) < FEWEST) return null;
  const rank = sourceRank(indicator.sources);
  return [...group(chosen, ({ area }) => area).values()].flatMap(
    (of) => of.toSorted((a, b) => rank(a.source) - rank(b.source))[0] ?? [],
  );
}
