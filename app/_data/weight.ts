/**
 * What a question costs, told before it runs from what is in memory: about how many rows are read and cells written.
 * Not exact, and need not be: it only decides in which lane a question waits.
 */
import { publishedPlan } from '#db/engine/lines.ts';
import type { Query } from '#stats/query.ts';
import { loadIndex } from './catalogue.ts';
import { loadRowCount } from './count.ts';

/**
 * From here on a question is heavy. Measured on two cores: a thousand rows cost some 20 to 100 milliseconds of this
 * process and as much of the database, so that this is about half a second of both.
 */
export const HEAVY = 5_000;

/** A place asked for is about this part of an indicator's rows; two are two of them. */
const PART_OF_A_PLACE = 1 / 20;

/**
 * About the rows and cells of a question; 0 where it is refused before any statement, and where it `streams`: rows
 * as they were published are then sent piece by piece.
 */
export async function weightOf(
  version: string,
  query: Query,
  { streams = false }: { readonly streams?: boolean } = {},
): Promise<number> {
  const index = await loadIndex(version);
  if (!index) return 0;
  const rows = await loadRowCount(version, query);
  if (publishedPlan(query, index)) return streams ? 0 : rows * partOf(query);
  // Each group is added up over every place on the other axes; a transform reads what it does not show.
  const groups = 1 + query.group.length * 2;
  return rows * partOf(query) * groups * (query.transform ? 1.5 : 1);
}

/** Which part of the rows the areas and origins leave. A group may have them all. */
function partOf({ country, origin, group }: Query): number {
  const places = [country, origin].flatMap((axis) =>
    axis.length > 0 ? [axis.length * PART_OF_A_PLACE] : [],
  );
  return group.length > 0 ? 1 : Math.min(1, ...places);
}
