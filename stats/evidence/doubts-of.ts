/** Doubts about figures of an answer: a doubt names the permanent ids of the figures that it is about. */
import type { Comparison, FigureDoubt } from '../model/comparison.ts';
import { formatObservationId, isObservation } from '../model/observation-id.ts';
import type { Cell } from '../model/observation.ts';

/** The doubts about a cell. @example doubtsOf(Mexico 2014 of the report, answer)[0].id === 'mexico-21-5' */
export function doubtsOf(cell: Cell, { doubts = [] }: Pick<Comparison, 'doubts'>): readonly FigureDoubt[] {
  if (doubts.length === 0 || !isObservation(cell)) return [];
  const id = formatObservationId(cell);
  return doubts.filter(({ figures }) => figures.includes(id));
}
