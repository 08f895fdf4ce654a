/** The comparability verdict of an answer, for formats without a margin. */
import type { Comparison } from '../model/comparison.ts';
import { subjectsOf } from './subject.ts';
import { comparabilityOf, type Comparability } from './verdict.ts';

/** The verdict on an answer; null with fewer than two figures, because nothing is compared. */
export function verdictOn(comparison: Comparison): Comparability | null {
  const subjects = subjectsOf(comparison);
  const figures = subjects.reduce((sum, { cells }) => sum + cells.length, 0);
  return figures < 2 ? null : comparabilityOf(subjects, comparison.breaks);
}
