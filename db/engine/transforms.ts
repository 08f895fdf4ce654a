/**
 * What a transform and a preferred source need of the engine: the rows beside those shown, read in the same
 * statement, and the pure functions of `stats/transform` on the cells. There is no second arithmetic in SQL:
 * what a hedge becomes in a quotient is written once, and its rules are not those of sums.
 */
import { isPreferred } from '../../stats/sources/preferred.ts';
import type { Cell } from '../../stats/model/observation.ts';
import { PREFERRED } from '../../stats/query/values.ts';
import { applyTransform } from '../../stats/transform/apply.ts';
import { isShown, populationQuery, readsOtherTimes, rowsQuery } from '../../stats/query/widen.ts';
import { onlyEnd } from '../../stats/time/time-range.ts';
import type { ReleaseIndex } from '../releases.ts';
import { indicatorOf } from './plan/plan.ts';
import type { Query } from '../../stats/model/query.ts';

/** The questions whose rows answer a query: its own, widened, and that of the populations. */
export interface QueriesToRead {
  readonly rows: Query;
  readonly people: Query | null;
}

/** What is read for a query. */
export const queriesToRead = (query: Query, index: ReleaseIndex): QueriesToRead => ({
  rows: rowsQuery(query),
  people: populationQuery(query, indicatorOf(query, index), index.catalogue),
});

/** The cells that were asked for: of preferred sources, transformed, in the time asked for. */
export function shownCells(
  read: readonly Cell[],
  populations: readonly Cell[],
  query: Query,
  index: ReleaseIndex,
): readonly Cell[] {
  const { transform, source, time } = query;
  // What all series have in common, and the end of a series that is reached in two ways, is seen here.
  const isNarrowed = readsOtherTimes(transform) || onlyEnd(time) !== null;
  // A widened query reads only the rows of the time that is asked for and those that they need.
  const isInTime = isNarrowed ? isShown(read, time) : () => true;
  const indicator = indicatorOf(query, index);
  const cells = source.includes(PREFERRED)
    ? read.filter(isPreferred(read.filter(isInTime), indicator))
    : read;
  if (!transform) return isNarrowed ? cells.filter(isInTime) : cells;
  const transformed = applyTransform(cells, transform, {
    indicator,
    catalogue: index.catalogue,
    query,
    populations,
  });
  return isNarrowed ? transformed.filter(isInTime) : transformed;
}
