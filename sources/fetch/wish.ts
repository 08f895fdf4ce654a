/** What a person may write on the command line, checked before anybody is asked. */
import type { AreaTable } from '../aliases/areas.ts';
import { FetchFault } from './fault.ts';

/**
 * Areas as three-letter codes. Names and two-letter codes go through our one table; three capitals that it
 * does not know are passed on, because publishers have codes of their own (WLD, XXA).
 *
 * @example areaCodes('Honduras, SLV', table, '--area') -> ['HND', 'SLV']
 */
export function areaCodes(text: string | undefined, table: AreaTable, option: string): string[] {
  if (text === undefined) return [];
  const codes = text.split(/[,;~]/).map((part) => {
    const word = part.trim();
    const found = table.resolve(word, 'any');
    if ('code' in found) return found.code;
    if (/^[A-Z]{3}$/.test(word)) return word;
    const hint = found.nearest === null ? '' : `did you mean ${found.nearest}? `;
    throw new FetchFault(
      `${option}: "${word}" ${found.problem}`,
      `${hint}write a three-letter code, such as HND`,
    );
  });
  return [...new Set(codes)];
}

/** A year, or null where none was given. */
export function yearOfWish(text: string | undefined, option: string): number | null {
  if (text === undefined) return null;
  if (/^(1[89]|20)\d\d$/.test(text)) return Number(text);
  throw new FetchFault(`${option} ${text} is not a year`, 'write four digits, such as 2014');
}

/** Rows of a page, or null where none were given. */
export function pageRowsOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const rows = Number(text);
  if (/^\d+$/.test(text) && rows >= 1 && rows <= 10_000) return rows;
  throw new FetchFault(`--page-rows ${text} is not accepted`, 'write a number from 1 to 10000');
}

/** An address to ask instead of the publisher's own. */
export function baseOf(text: string | undefined): URL | null {
  if (text === undefined) return null;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text);
  throw new FetchFault(`--base ${text} is not an address`, 'write it with https:// in front');
}

/** An address below a base, whether or not the base ends with a slash. */
export const below = (base: URL, path: string): URL =>
  new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}/${path}`);

/** Refuses options that a publisher has no use for: silently ignoring one would fetch something else. */
export function refuseOptions(given: Readonly<Record<string, readonly string[]>>, publisher: string): void {
  for (const [option, values] of Object.entries(given)) {
    if (values.length > 0) {
      throw new FetchFault(
        `${publisher} does not accept ${option}`,
        'npm run fetch lists what each publisher accepts',
      );
    }
  }
}

/** First and last year, in order. */
export function yearsOf(
  from: number | null,
  to: number | null,
  first: number,
  last: number,
): [number, number] {
  const [start, end] = [from ?? Math.min(first, to ?? first), to ?? Math.max(last, from ?? last)];
  if (start <= end) return [start, end];
  throw new FetchFault(`--from ${start} is after --to ${end}`, 'swap them');
}
