/**
 * Estimates the cost of a question before it runs, from data in memory: about how many rows are read and
 * cells written. It need not be exact, because it only decides in which queue a question waits.
 */
import type { Query } from '#stats/model/query.ts';

/**
 * A question of this weight or more is heavy. Measured on two cores: a thousand rows take about 20 to 100
 * milliseconds of this process and the same of the database, so this is about half a second of both.
 */
export const HEAVY = 5_000;

/** Computed answers of this weight or more are counted before they are made: they may be longer than is allowed. */
export const COUNTED_FIRST = 40_000;

/** A requested area has about this share of an indicator's rows; two areas have twice this share. */
const PART_OF_AN_AREA = 1 / 20;

/** About the rows and cells of a question about an indicator that has so many `rows`. */
export function questionWeight(query: Query, rows: number, isPublished: boolean): number {
  const read = rows * partOf(query);
  if (isPublished) return read;
  // Each group is summed over every area on the other axes; a transform also reads figures that it does not
  // show.
  const groups = 1 + query.group.length * 2;
  return read * groups * (query.transform ? 1.5 : 1);
}

/** The share of rows that the requested areas and origins select. A group may have them all. */
function partOf({ country, origin, group }: Query): number {
  const areas = [country, origin].flatMap((axis) => (axis.length > 0 ? [axis.length * PART_OF_AN_AREA] : []));
  return group.length > 0 ? 1 : Math.min(1, ...areas);
}
