/**
 * The address of the evidence of a figure, without its language and release: of a published figure its permanent
 * page; of one that Cotejo computed the page of its cell in the answer to a question.
 */
import { memoizeByObject } from '../memoize.ts';
import type { Comparison } from '../model/comparison.ts';
import { cellId, formatObservationId, isObservation } from '../model/observation-id.ts';
import type { Cell } from '../model/observation.ts';
import { formatQuery } from '../query/query.ts';
import { encodeValue } from '../query-string.ts';

type Asked = Pick<Comparison, 'query' | 'indicator'>;

/** The page of a published figure, from its permanent id. */
export const observationAddress = (id: string): string => `/observations/${encodeValue(id)}`;

/** @example observationPath(Honduras 2012) === '/observations/homicide-rate~owid-homicide-rate~HND~2012' */
export const observationPath = (cell: Parameters<typeof formatObservationId>[0]): string =>
  observationAddress(formatObservationId(cell));

/** The question of an answer, which all its cells share. */
const questionOf = memoizeByObject(({ query, indicator }: Asked) => formatQuery(query, indicator));

/** The query of a cell's evidence. */
export const cellSearch = (cell: Cell, answer: Asked): string =>
  [questionOf(answer), `cell=${encodeValue(cellId(cell))}`].filter(Boolean).join('&');

/**
 * The address with its query; a gap has none.
 * @example evidenceAddress(cell, answer) === '/evidence/homicide-rate?group=northern-triangle&cell=...'
 */
export function evidenceAddress(cell: Cell, answer: Asked): string | null {
  if (!cell.stated) return null;
  if (isObservation(cell)) return observationPath(cell);
  return `/evidence/${answer.indicator.id}?${cellSearch(cell, answer)}`;
}
