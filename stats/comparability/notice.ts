/**
 * The comparability verdict of an answer, for formats without a margin. The list is empty if there is no
 * reason against comparing its figures.
 */
import type { Comparison } from '../model/comparison.ts';
import { subjectsOf } from './subject.ts';
import { comparabilityOf, verdictText, type Comparability } from './verdict.ts';

/** The verdict on an answer; null with fewer than two figures, because nothing is compared. */
export function verdictOn(comparison: Comparison): Comparability | null {
  const subjects = subjectsOf(comparison);
  const figures = subjects.reduce((sum, { cells }) => sum + cells.length, 0);
  return figures < 2 ? null : comparabilityOf(subjects, comparison.breaks);
}

export function verdictNotice(comparison: Comparison): string[] {
  const found = verdictOn(comparison);
  return !found || found.reasons.length === 0 ? [] : [verdictText(found, comparison.language)];
}
