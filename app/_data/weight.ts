/**
 * What a question costs, told before it runs from what is in memory: about how many rows are read and cells written.
 * Not exact, and need not be: it only decides in which lane a question waits.
 */
import type { Query } from '#stats/model/query.ts';

/**
 * From here on a question is heavy. Measured on two cores: a thousand rows cost some 20 to 100 milliseconds of this
 * process and as much of the database, so that this is about half a second of both.
 */
export const HEAVY = 5_000;

/** An area that is asked for is about this part of an indicator's rows; two are two of them. */
const PART_OF_AN_AREA = 1 / 20;

/** About the rows and cells of a question about an indicator that has so many `rows`. */
export function questionWeight(query: Query, rows: number, isPublished: boolean): number {
  const read = rows * partOf(query);
  if (isPublished) return read;
  // Each group is added up over every area on the other axes; a transform reads what it does not show.
  const groups = 1 + query.group.length * 2;
  return read * groups * (query.transform ? 1.5 : 1);
}

/** Which part of the rows the areas and origins leave. A group may have them all. */
function partOf({ country, origin, group }: Query): number {
  const areas = [country, origin].flatMap((axis) => (axis.length > 0 ? [axis.length * PART_OF_AN_AREA] : []));
  return group.length > 0 ? 1 : Math.min(1, ...areas);
}
