/**
 * Whether two indicators may be shown side by side. They measure different things, in different units and
 * from different sources, which is the purpose of the page: each has its own axis. What is checked is time,
 * people and breaks between the two, and every reason against comparing the figures within one side.
 */
import type { Comparability } from '../comparability/verdict.ts';
import { comparabilityOf } from '../comparability/verdict.ts';
import type { Reason, ReasonCode } from '../comparability/reasons.ts';
import { REASON_CODES } from '../comparability/reasons.ts';
import type { Subject } from '../comparability/subject.ts';
import { subjectsOf } from '../comparability/subject.ts';
import type { PairHalf, CellPair } from './pairs.ts';

/** Reasons that also apply between the two sides; the others apply within a side only. */
const BETWEEN: readonly ReasonCode[] = [
  'partial-year',
  'time-length',
  'break',
  'time-basis',
  'season',
  'unplaced',
  'dates',
  'assumed-period',
];

/** The verdict on the pairs; if there are none, on all the unpaired figures. */
export function pairComparability(
  halves: readonly [PairHalf, PairHalf],
  pairs: readonly CellPair[],
): Comparability {
  const sides = halves.map(({ comparison }, side) => {
    const paired = new Set(pairs.map(({ cells }) => cells[side === 0 ? 0 : 1]));
    const cells = pairs.length > 0 ? comparison.cells.filter((cell) => paired.has(cell)) : comparison.cells;
    return { subjects: subjectsOf({ ...comparison, cells }), breaks: comparison.breaks };
  });
  const subjects: Subject[] = sides.flatMap((side) => side.subjects);
  const breaks = sides.flatMap((side) => side.breaks);
  const between = comparabilityOf(subjects, breaks).reasons.filter(({ code }) => BETWEEN.includes(code));
  const within = sides.flatMap((side) => comparabilityOf(side.subjects, side.breaks).reasons);
  const reasons = [
    ...new Map([...between, ...within].map((reason): [string, Reason] => [reason.text.en, reason])).values(),
  ].sort((a, b) => REASON_CODES.indexOf(a.code) - REASON_CODES.indexOf(b.code));
  const apart = reasons.some((reason) => reason.severity === 'apart');
  return {
    verdict: apart ? 'not-comparable' : reasons.length > 0 ? 'comparable-with-notes' : 'comparable',
    reasons,
  };
}
