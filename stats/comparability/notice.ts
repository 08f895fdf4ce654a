/** What an answer says of its own comparability where it has no margin: nothing, if nothing stands between its figures. */
import type { Comparison } from '../model/comparison.ts';
import { subjectsOf } from './subject.ts';
import { comparabilityOf, verdictText } from './verdict.ts';

export function verdictNotice(comparison: Comparison): string[] {
  const found = comparabilityOf(subjectsOf(comparison), comparison.breaks);
  return found.reasons.length === 0 ? [] : [verdictText(found, comparison.language)];
}
