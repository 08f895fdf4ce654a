/**
 * One thing in several sources: what two series share that differ in nothing but their source, and which of the
 * sources an indicator prefers.
 */
import type { Cell, SeriesKey } from '../model/observation.ts';
import { formatPeriod } from '../time/period.ts';

/** What a series is of, whoever publishes it: everything in its key but the source. */
export const subjectKey = (s: SeriesKey): string =>
  [s.indicator, s.area, s.counterpart, s.breakdown, s.definition, s.basis].join(' | ');

/** The same, in one period. */
export const subjectPeriodKey = (cell: SeriesKey & Pick<Cell, 'period'>): string =>
  `${subjectKey(cell)} | ${formatPeriod(cell.period)}`;

/** Whether two series are of the same thing, perhaps by different sources. */
export const isSameSubject = (a: SeriesKey, b: SeriesKey): boolean =>
  a.area === b.area &&
  a.counterpart === b.counterpart &&
  a.breakdown === b.breakdown &&
  a.definition === b.definition &&
  a.basis === b.basis &&
  a.indicator === b.indicator;

/** What is ranked, and what rises or falls: an area, an origin, a breakdown. */
export const memberKey = (cell: Pick<Cell, 'area' | 'counterpart' | 'breakdown'>): string =>
  [cell.area, cell.counterpart, cell.breakdown].join(' | ');

/** The rank of a source in an indicator's order of preference, from 0; one that is not listed comes last. */
export function sourceRank(sources: readonly string[]): (source: string) => number {
  const rank = new Map(sources.map((id, i) => [id, i]));
  return (source) => rank.get(source) ?? sources.length;
}
