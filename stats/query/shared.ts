import { unique } from '../text.ts';
import { ALL_TIME, formatTime, parseTime } from '../time/time-range.ts';
import type { Query } from '../model/query.ts';

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/** Whether a text for `time` gives each side its own time. */
function meansToAll(text: string, sides: readonly Pick<Query, 'time' | 'basis'>[]): boolean {
  try {
    return sides.every(({ time, basis }) => formatTime(parseTime(text, basis)) === formatTime(time));
  } catch {
    return false;
  }
}

/**
 * The one text of `time` for all sides; null if the time is not limited. A bare year means a year of each
 * side's own basis, so it is preferred; for months `FY2014` means its twelve months, so it is kept.
 *
 * @example fiscal years FY2014 beside calendar years 2014 -> '2014'
 * @example months of FY2014 beside fiscal years FY2014 -> 'FY2014'
 */
export function sharedTime(sides: readonly Pick<Query, 'time' | 'basis'>[]): string | null {
  const texts = sides.map(({ time }) => formatTime(time));
  if (texts.every((text) => text === formatTime(ALL_TIME))) return null;
  const bare = texts.map((text) => text.replace(/\bFY(?=\d)/g, ''));
  return unique([...bare, ...texts]).find((text) => meansToAll(text, sides)) ?? null;
}

/**
 * The areas that sides paired by origin have in common: the longest common end of their lists, because the
 * areas of one side alone come first.
 *
 * @example sharedPlaces([['HND', 'SLV'], ['HND', 'SLV']]) -> ['HND', 'SLV']
 * @example sharedPlaces([['MEX', 'HND'], ['HND']]) -> ['HND']
 */
export function sharedPlaces(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...rest] = lists;
  const at = first.findIndex((_, i) => {
    const end = first.slice(i);
    return rest.every((list) => isSame(list.slice(Math.max(0, list.length - end.length)), end));
  });
  return at < 0 ? [] : first.slice(at);
}

/**
 * The origins that a side names itself, before the shared ones: as few as are needed to restore its list.
 *
 * @example ownOrigins(['MEX', 'HND'], ['HND']) -> ['MEX']
 */
export function ownOrigins(origins: readonly string[], shared: readonly string[]): readonly string[] {
  const enough = origins.findIndex((_, i) => isSame(unique([...origins.slice(0, i), ...shared]), origins));
  return enough < 0 ? origins : origins.slice(0, enough);
}
