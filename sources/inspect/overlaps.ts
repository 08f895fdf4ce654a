/** Whether a file has spans of time of one series that overlap, such as a whole and some of its years. */
import { Overlaps } from '../recipe/rows/overlaps.ts';
import { parsePrinted } from '../recipe/values/period.ts';
import type { Look } from './look.ts';
import type { Parts } from './parts.ts';

export function hasOverlaps({ table }: Pick<Look, 'table'>, parts: Parts): boolean {
  const { year, end, month, area, counterpart, which, breakdowns } = parts;
  if (year === null || month !== null) return false;
  const keys = [area, counterpart, ...(which?.columns ?? []), ...breakdowns].filter(
    (column) => column !== null,
  );
  const overlaps = new Overlaps();
  for (const { cells, line } of table.body) {
    const text = cells[year.at] ?? '';
    const period = parsePrinted(end === null ? text : `${text}/${cells[end.at] ?? ''}`);
    const series = keys.map((column) => cells[column.at] ?? '').join('\u0000');
    if (period) overlaps.see(series, period, line);
  }
  let overlap = false;
  overlaps.finish(() => (overlap = true));
  return overlap;
}
