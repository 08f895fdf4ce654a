/**
 * May two indicators be laid beside one another? That they measure different things, in different units and from
 * different sources, is the point of it: each has its own axis. What is left to judge is time, people and breaks
 * between the two, and whatever divides the figures of one side among themselves.
 */
import type { Comparability } from '../comparability/verdict.ts';
import { comparabilityOf } from '../comparability/verdict.ts';
import type { Reason, ReasonCode } from '../comparability/reasons.ts';
import { REASON_CODES } from '../comparability/reasons.ts';
import type { Subject } from '../comparability/subject.ts';
import { subjectsOf } from '../comparability/subject.ts';
import type { PairHalf, CellPair } from './pairs.ts';

/** Reasons that hold between two sides too; the others hold within one. */
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

/** The verdict on pairs; without pairs, on all the figures that found none. */
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
