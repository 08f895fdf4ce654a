/**
 * The pair that opens the catalogue: asylum grants to people from the Northern Triangle as a share of
 * petitions, as printed in a report, and as a share of the cases that courts decided on the merits. Both
 * figures are read from the answer.
 */
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { yearOf } from '#stats/time/period.ts';

/** The question whose answer contains both. */
export const PAIR_QUESTION = {
  indicator: 'asylum-grant-share',
  search: 'basis=calendar-year~us-fiscal-year&origin=northern-triangle&time=2013-10-01..2014-12-31',
} as const;

export interface AsylumPairFigures {
  readonly printed: Cell;
  readonly merits: Cell;
  /** The share of all cases closed: the third denominator, if it is on file. */
  readonly closed: Cell | null;
}

/** The pair in an answer; null if a release does not have it. */
export function asylumPairOf(comparison: Comparison): AsylumPairFigures | null {
  const shares = comparison.cells.filter(
    (cell) =>
      cell.counterpart === 'northern-triangle' &&
      cell.stated !== null &&
      cell.numerator !== null &&
      cell.denominator !== null,
  );
  const printed = shares.find((cell) => cell.definition === 'of-petitions');
  const find = (definition: string): Cell | undefined =>
    shares.find(
      (cell) => cell.definition === definition && printed && yearOf(cell.period) === yearOf(printed.period),
    );
  const merits = find('of-decided-on-merits');
  if (!printed || !merits) return null;
  return { printed, merits, closed: find('of-all-closed') ?? null };
}
