/** The periods within the time of a question: whole periods, one interval, or only the last on file. */
import type { Cell, Period, Question } from '../book.ts';
import { collected, seriesName } from '../book.ts';
import { intervalAsked } from './months.ts';
import { periodNamed } from './periods.ts';

type Time = Question['time'];

/** First and last day; null if the time is not bounded. */
export function daysOf({ from, to }: Time): { readonly first: string | null; readonly last: string | null } {
  return { first: periodNamed(from)?.start ?? null, last: periodNamed(to)?.end ?? null };
}

const endYear = ({ end }: Period): number => Number((end ?? '').slice(0, 4));

/**
 * Whether a fiscal year is among the named ones. Its name is the year in which it ends, whatever its days.
 */
function isAmong(time: Time): (period: Period) => boolean {
  const [from, to] = [periodNamed(time.from), periodNamed(time.to)];
  const { first, last } = daysOf(time);
  const follows = (period: Period): boolean =>
    from?.basis === 'us-fiscal-year'
      ? endYear(period) >= endYear(from)
      : first === null || (period.start ?? '') >= first;
  const precedes = (period: Period): boolean =>
    to?.basis === 'us-fiscal-year'
      ? endYear(period) <= endYear(to)
      : last === null || (period.end ?? '') <= last;
  return (period) => follows(period) && precedes(period);
}

/** Whether a period lies completely within the time. If one end is open, the other decides. */
export function isWithin(time: Time): (period: Period) => boolean {
  const interval = intervalAsked({ time });
  if (interval) return ({ start, end }) => start === interval.start && end === interval.end;
  const { first, last } = daysOf(time);
  const isNamed = isAmong(time);
  return ({ basis, start, end }) =>
    basis === 'us-fiscal-year'
      ? isNamed({ basis, start, end })
      : (first === null || (start ?? end ?? '') >= first) && (last === null || (end ?? start ?? '') <= last);
}

/**
 * The latest period of each series, or the earliest; or the latest that all series have. A group that was published
 * and computed has two series.
 */
export function onlyLatest(cells: readonly Cell[], { from, to }: Time): Cell[] {
  if (from !== to || !['latest', 'earliest', 'latest-common'].includes(from)) return [...cells];
  const lines = collected(cells, (cell) => `${seriesName(cell)} ${cell.computed === null}`);
  if (from === 'latest-common') {
    const isCommon = (end: string): boolean =>
      [...lines.values()].every((line) => line.some(({ period }) => period.end === end));
    const ends = cells.flatMap(({ period }) => period.end ?? []).sort();
    const last = ends.findLast(isCommon);
    return cells.filter(({ period }) => period.end !== null && period.end === last);
  }
  return [...lines.values()].flatMap((line) => {
    const ends = line.flatMap(({ period }) => period.end ?? []).sort();
    const end = from === 'latest' ? ends.at(-1) : ends[0];
    return line.filter(({ period }) => (end === undefined ? period.end === null : period.end === end));
  });
}

export const ALL_TIME: Time = { from: 'earliest', to: 'latest' };
