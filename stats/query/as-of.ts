/** `asOf=2026-11-25`: the release of that day, instead of the number of a release (docs/rules.md#as-of-a-day). */
import type { Release } from '../model/catalogue.ts';
import { BadQuery, malformed } from '../problem.ts';
import { daysInMonth } from '../time/calendar.ts';
import { QUERY_PROBLEMS } from '../wording/problems.ts';

export const AS_OF = 'asOf';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const isDay = (text: string): boolean => DAY.test(text) && Number(text.slice(8)) <= daysInMonth(text);

/**
 * The newest release that was published on a day or before it. Releases are in the order of their publication.
 * @throws BadQuery for a text that is no day, and for a day before the first release
 */
export function releaseAsOf<R extends Pick<Release, 'date'>>(releases: readonly R[], day: string): R {
  const first = releases[0]?.date ?? '';
  if (!isDay(day)) throw new BadQuery(malformed(AS_OF, day, [`${AS_OF}=${first}`], QUERY_PROBLEMS.noDay));
  const release = releases.filter(({ date }) => date <= day).at(-1);
  if (release) return release;
  throw new BadQuery(malformed(AS_OF, day, [`${AS_OF}=${first}`], QUERY_PROBLEMS.beforeFirst(first)));
}

/** A query string as it was written, without `asOf`. */
export const withoutAsOf = (search: string): string =>
  search
    .split('&')
    .filter((part) => part !== AS_OF && !part.startsWith(`${AS_OF}=`))
    .join('&');
