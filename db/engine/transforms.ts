/**
 * What transforms and preferred sources need from the engine: additional rows, read in the same statement,
 * and the pure functions of `stats/transform`, applied to the cells. SQL does not repeat this arithmetic: the
 * rules for hedges in quotients differ from those in sums and are written once.
 */
import { isPreferred } from '../../stats/sources/preferred.ts';
import type { Cell } from '../../stats/model/observation.ts';
import { PREFERRED } from '../../stats/query/values.ts';
import { applyTransform, divisorFor } from '../../stats/transform/apply.ts';
import { divisorOf, divisorQuery } from '../../stats/query/divisor.ts';
import { isShown, populationQuery, readsOtherTimes, rowsQuery } from '../../stats/query/widen.ts';
import { onlyEnd } from '../../stats/time/time-range.ts';
import type { ReleaseIndex } from '../releases.ts';
import { indicatorOf } from './plan/plan.ts';
import type { Query } from '../../stats/model/query.ts';

/** The queries to read for one query: itself, widened; the populations; the divisors. */
export interface QueriesToRead {
  readonly rows: Query;
  readonly people: Query | null;
  readonly divisors: Query | null;
}

/** The cells that were read in addition to the rows of a query. */
export interface ReadBeside {
  readonly populations: readonly Cell[];
  readonly divisors: readonly Cell[];
}

/** The queries to read for a query. */
export const queriesToRead = (query: Query, index: ReleaseIndex): QueriesToRead => ({
  rows: rowsQuery(query),
  people: populationQuery(query, indicatorOf(query, index), index.catalogue),
  divisors: divisorQuery(query, indicatorOf(query, index), index.catalogue),
});

/** The cells to show: of preferred sources, transformed, within the query's time. */
export function shownCells(
  read: readonly Cell[],
  { populations, divisors }: ReadBeside,
  query: Query,
  index: ReleaseIndex,
): { readonly cells: readonly Cell[]; readonly divisors?: readonly Cell[] } {
  const { transform, source, time } = query;
  // The latest common period, and the end of a series that was computed in two ways, are found here.
  const isNarrowed = readsOtherTimes(transform) || onlyEnd(time) !== null;
  // A widened query reads only the rows of the query's time and those that they need.
  const isInTime = isNarrowed ? isShown(read, time) : () => true;
  const indicator = indicatorOf(query, index);
  const cells = source.includes(PREFERRED)
    ? read.filter(isPreferred(read.filter(isInTime), indicator))
    : read;
  // A rank, a share or a ratio is among the cells that are shown; a change needs those before them.
  const used = isNarrowed && !readsOtherTimes(transform) ? cells.filter(isInTime) : cells;
  if (!transform) return { cells: used };
  const transformed = applyTransform(used, transform, {
    indicator,
    catalogue: index.catalogue,
    query,
    populations,
    divisors,
  });
  const shown = isNarrowed ? transformed.filter(isInTime) : transformed;
  const over = divisorOf(query);
  if (!over) return { cells: shown };
  const divisorOfCell = divisorFor(over, { indicator, catalogue: index.catalogue, divisors });
  return { cells: shown, divisors: [...new Set(cells.flatMap((cell) => divisorOfCell(cell) ?? []))] };
}
