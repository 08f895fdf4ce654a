/** Whether a file has spans of time of one series that overlap, such as a whole and some of its years. */
import { parsePrinted } from '../recipe/values/period.ts';
import type { Look } from './look.ts';
import type { Parts } from './parts.ts';

export function hasOverlaps({ table }: Pick<Look, 'table'>, parts: Parts): boolean {
  const { year, end, month, area, counterpart, which, breakdowns } = parts;
  if (year === null || month !== null) return false;
  const keys = [area, counterpart, which, ...breakdowns].filter((column) => column !== null);
  const ends = new Map<string, [start: string, end: string][]>();
  for (const { cells } of table.body) {
    const text = cells[year.at] ?? '';
    const period = parsePrinted(end === null ? text : `${text}/${cells[end.at] ?? ''}`);
    if (period?.basis !== 'interval' || period.start === null || period.end === null) continue;
    const key = keys.map((column) => cells[column.at] ?? '').join('\u0000');
    ends.set(key, [...(ends.get(key) ?? []), [period.start, period.end]]);
  }
  return [...ends.values()].some((spans) => {
    const sorted = spans.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return sorted.some(([start, last], i) => {
      const before = sorted[i - 1];
      return before !== undefined && start <= before[1] && `${start} ${last}` !== before.join(' ');
    });
  });
}
