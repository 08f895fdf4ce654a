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

/** Whether a period lies completely within the time. If one end is open, the other decides. */
export function isWithin(time: Time): (period: Period) => boolean {
  const interval = intervalAsked({ time });
  if (interval) return ({ start, end }) => start === interval.start && end === interval.end;
  const { first, last } = daysOf(time);
  return ({ start, end }) =>
    (first === null || (start ?? end ?? '') >= first) && (last === null || (end ?? start ?? '') <= last);
}

/**
 * The latest period of each series, or the earliest. A group that was published and computed has two series.
 */
export function onlyLatest(cells: readonly Cell[], { from, to }: Time): Cell[] {
  if (from !== to || !['latest', 'earliest'].includes(from)) return [...cells];
  const lines = collected(cells, (cell) => `${seriesName(cell)} ${cell.computed === null}`);
  return [...lines.values()].flatMap((line) => {
    const ends = line.flatMap(({ period }) => period.end ?? []).sort();
    const end = from === 'latest' ? ends.at(-1) : ends[0];
    return line.filter(({ period }) => (end === undefined ? period.end === null : period.end === end));
  });
}

export const ALL_TIME: Time = { from: 'earliest', to: 'latest' };
