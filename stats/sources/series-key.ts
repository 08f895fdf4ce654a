/**
 * Keys for the same subject in several sources (the parts of a series key other than the source), and the
 * order in which an indicator prefers its sources.
 */
import type { Cell, SeriesKey } from '../model/observation.ts';
import { formatPeriod } from '../time/period.ts';

/** The subject of a series: everything in its key except the source. */
export const subjectKey = (s: SeriesKey): string =>
  [s.indicator, s.area, s.counterpart, s.breakdown, s.definition, s.basis].join(' | ');

/** The same, with the period. */
export const subjectPeriodKey = (cell: SeriesKey & Pick<Cell, 'period'>): string =>
  `${subjectKey(cell)} | ${formatPeriod(cell.period)}`;

/** Whether two series have the same subject, possibly from different sources. */
export const isSameSubject = (a: SeriesKey, b: SeriesKey): boolean =>
  a.area === b.area &&
  a.counterpart === b.counterpart &&
  a.breakdown === b.breakdown &&
  a.definition === b.definition &&
  a.basis === b.basis &&
  a.indicator === b.indicator;

/** What is ranked, or rises and falls: an area, an origin, a breakdown. */
export const memberKey = (cell: Pick<Cell, 'area' | 'counterpart' | 'breakdown'>): string =>
  [cell.area, cell.counterpart, cell.breakdown].join(' | ');

/**
 * The rank of a source in an indicator's order of preference, from 0; a source that is not listed comes last.
 */
export function sourceRank(sources: readonly string[]): (source: string) => number {
  const rank = new Map(sources.map((id, i) => [id, i]));
  return (source) => rank.get(source) ?? sources.length;
}
