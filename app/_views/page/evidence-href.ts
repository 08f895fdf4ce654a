/**
 * The address of the evidence of a figure: of a published one its permanent page; of one that Cotejo computed
 * the page of its cell in the answer to a question.
 */
import type { Comparison } from '#stats/model/comparison.ts';
import { cellId, formatObservationId, isObservation } from '#stats/model/observation-id.ts';
import { ALL, NONE, type Cell, type SeriesKey } from '#stats/model/observation.ts';
import { formatQuery } from '#stats/query/query.ts';
import { encodeValue } from '#stats/query-string.ts';
import { pageHref, type PageContext } from './page-context.ts';

type Linked = Omit<PageContext, 'origin'>;

/** @example observationPath(Honduras 2012) === '/observations/homicide-rate~owid-homicide-rate~HND~2012' */
export const observationPath = (cell: Parameters<typeof formatObservationId>[0]): string =>
  `/observations/${encodeValue(formatObservationId(cell))}`;

/** The query of a cell's evidence, without `release`. */
export const cellSearch = (
  cell: Cell,
  { query, indicator }: Pick<Comparison, 'query' | 'indicator'>,
): string => [formatQuery(query, indicator), `cell=${encodeValue(cellId(cell))}`].filter(Boolean).join('&');

/** The address of a figure's evidence; a gap has none. */
export function evidenceHref(
  cell: Cell,
  answer: Pick<Comparison, 'query' | 'indicator'>,
  place: Linked,
): string | null {
  if (!cell.stated) return null;
  if (isObservation(cell)) return pageHref(place, observationPath(cell));
  return pageHref(place, `/evidence/${answer.indicator.id}`, cellSearch(cell, answer));
}

/** The address of all vintages of a figure's series. */
export function vintagesHref(series: Omit<SeriesKey, 'source'>, place: Linked): string {
  const { indicator, area, counterpart, breakdown, definition, basis } = series;
  const search = [
    `area=${encodeValue(area)}`,
    `basis=${basis}`,
    breakdown === ALL ? '' : `breakdown=${encodeValue(breakdown)}`,
    definition === 'main' ? '' : `definition=${encodeValue(definition)}`,
    counterpart === NONE ? '' : `origin=${encodeValue(counterpart)}`,
  ];
  return pageHref(place, `/vintages/${indicator}`, search.filter(Boolean).join('&'));
}
