/**
 * The link to the newest file on a publisher's page. The address of such a file changes with each edition, and
 * its folder is named after the month: `files/2025-12/encounters.csv`, `documents/2023-Nov/encounters.csv`.
 */
import { decodeEscapes } from '#stats/query-string.ts';
import { FetchFault } from '../fault.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2025-12` from the folders of an address; an empty text if none is a month. */
function monthOf(address: URL): string {
  const match = /\/(\d{4})-(\d{2}|[A-Za-z]{3})\//.exec(address.pathname);
  if (!match) return '';
  const [, year, month = ''] = match;
  const number = /^\d/.test(month) ? month : String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
  return `${year}-${number}`;
}

const decoded = (text: string): string => decodeEscapes(text) ?? text;

/** The name of the file at an address. */
export const fileNameOf = (address: URL): string => decoded(address.pathname.split('/').at(-1) ?? '');

/** The addresses of a page's links, without the part after `#`. */
function linksOf(html: string, page: URL): URL[] {
  const links = new Map<string, URL>();
  for (const [, quoted, bare] of html.matchAll(/<a\b[^>]*?\bhref\s*=\s*(?:["']([^"']*)["']|([^\s"'>]+))/gi)) {
    const text = (quoted ?? bare ?? '').trim().replaceAll('&amp;', '&');
    if (!URL.canParse(text, page)) continue;
    const address = new URL(text, page);
    address.hash = '';
    if (/^https?:$/.test(address.protocol)) links.set(address.href, address);
  }
  return [...links.values()];
}

/**
 * The file whose name has the pattern; of several, the one in the folder of the latest month.
 *
 * @param byHand what to do if the page does not lead to one file
 * @throws FetchFault
 */
export function newestLink(html: string, page: URL, pattern: string, byHand: string): URL {
  const links = linksOf(html, page);
  const named = links.filter((link) => new RegExp(pattern, 'i').test(fileNameOf(link)));
  const months = named.map(monthOf).sort();
  const newest = named.filter((link) => monthOf(link) === months.at(-1));
  const [link, ...more] = newest;
  if (link === undefined) {
    throw new FetchFault(`none of the ${links.length} links of the page is named like ${pattern}`, byHand);
  }
  if (more.length > 0) {
    const names = newest.slice(0, 4).map((address) => address.href);
    throw new FetchFault(`the page links to several files like ${pattern} (${names.join(', ')})`, byHand);
  }
  if (link.hostname !== page.hostname) {
    throw new FetchFault(`the page links to a file on another site, ${link.href}`, byHand);
  }
  return link;
}
