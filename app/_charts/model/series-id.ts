/**
 * The name of a series in a drawing, in the table beside it and in what connects the two. A published and a
 * computed group are two series.
 */
import { seriesKey, type Cell } from '#stats/model/observation.ts';

/** The id of the series of a figure. */
export const seriesIdOf = (cell: Cell): string =>
  cell.computed ? `${seriesKey(cell)} | ${cell.computed}` : seriesKey(cell);

/** What stands for every series of a place, where no single series is meant. */
export const placeId = (code: string): string => `place:${code}`;

/** Whether a series is meant by an id, or by the id of its area or its origin. */
export function isMeant(series: string, id: string): boolean {
  if (!id.startsWith('place:')) return series === id;
  const [, , area, counterpart] = series.split(' | ');
  const code = id.slice('place:'.length);
  return area === code || counterpart === code;
}
