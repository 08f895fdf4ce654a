/**
 * UNHCR's Refugee Statistics API. An answer is an object with page, maxPages and items; numbers are numbers
 * or texts ("0"), and "-" if there is no number. The API ignores errors in a request: a code of the wrong
 * kind finds another country or nothing, a first year alone is ignored, and an area that is not named is
 * summed over. Every question therefore has `cf_type=ISO` (UNHCR's own AUS is Austria), both years, and
 * `coo_all` or `coa_all` for a side that is not named.
 */
import { z } from 'zod';
import { suggest } from '../../validation/nearest.ts';
import { FetchFault, oneLine } from '../fault.ts';
import type { PageRead, Publisher, PublisherRequest } from '../publisher.ts';
import { below, refuseOptions, yearsOf } from '../wish.ts';

const BASE = new URL('https://api.unhcr.org/population/v1');
const DATASETS = ['asylum-decisions', 'asylum-applications', 'population', 'solutions', 'demographics'];
/** The data sets with a recipe for what the API answers. */
const RECIPES: Readonly<Record<string, string>> = {
  'asylum-decisions': 'sources/fetch/recipes/unhcr-asylum-decisions.yaml',
  'asylum-applications': 'sources/fetch/recipes/unhcr-asylum-applications.yaml',
};
const FIRST_YEAR = 1951;
const PAGE_ROWS = 5_000;

const count = z.coerce.number().int().min(0);
const envelope = z.looseObject({ page: count.optional(), maxPages: count, items: z.array(z.unknown()) });
const error = z.looseObject({ message: z.string().optional(), error: z.unknown().optional() });

const ODD = 'it may have changed; look at the address in a browser, and tell us';

function readPage(document: unknown, page: number): PageRead {
  const found = envelope.safeParse(document);
  if (!found.success) {
    const failed = error.safeParse(document);
    const said = failed.success ? (failed.data.message ?? failed.data.error) : undefined;
    if (said === undefined)
      throw new FetchFault('this is JSON, but not a page from UNHCR (it has no items)', ODD);
    const words = oneLine(typeof said === 'string' ? said : JSON.stringify(said));
    throw new FetchFault(
      `UNHCR says: ${words}`,
      'correct the data set, the areas or the years; else try later',
    );
  }
  const { page: number = page, maxPages, items } = found.data;
  if (items.length > 0 && number !== page) {
    throw new FetchFault(`UNHCR sent page ${number} for page ${page}`, ODD, { spoils: true });
  }
  return { pages: maxPages, total: null, rows: items, vintage: null };
}

export const unhcr: Publisher = {
  id: 'unhcr',
  name: 'UNHCR, Refugee Statistics API',
  base: BASE,
  documentation: 'https://api.unhcr.org/docs/refugee-statistics.html',
  usage: [
    `unhcr DATASET [--origin HND,SLV] [--asylum USA] [--from 2000] [--to 2024]`,
    `DATASET: ${DATASETS.join(', ')}`,
  ],
  question(wish, thisYear): PublisherRequest {
    refuseOptions({ '--area': wish.areas }, 'unhcr');
    if (!DATASETS.includes(wish.what)) {
      const hint = suggest(wish.what, DATASETS, `take one of ${DATASETS.join(', ')}`);
      throw new FetchFault(`UNHCR has no data set "${wish.what}"`, hint);
    }
    const [from, to] = yearsOf(wish.from, wish.to, FIRST_YEAR, thisYear).map(String) as [string, string];
    const side = (codes: readonly string[], name: string): Record<string, string> =>
      codes.length > 0 ? { [name]: codes.join(',') } : { [`${name}_all`]: 'true' };
    const query = {
      ...side(wish.origins, 'coo'),
      ...side(wish.asylums, 'coa'),
      yearFrom: from,
      yearTo: to,
      cf_type: 'ISO',
    };
    const dated = wish.from !== null || wish.to !== null;
    return {
      name: [
        'unhcr',
        wish.what,
        ...wish.origins,
        ...(wish.asylums.length > 0 ? ['in', ...wish.asylums] : []),
        ...(dated ? [from, to] : []),
      ].join('-'),
      publisher: 'UNHCR',
      query: { dataset: wish.what, ...query },
      path: 'items',
      whenEmpty: 'look at the codes and years: UNHCR answers a code it does not know with an empty list',
      address(page) {
        const url = below(wish.base ?? BASE, `${wish.what}/`);
        const pairs = { ...query, limit: String(wish.pageRows ?? PAGE_ROWS), page: String(page) };
        for (const [key, value] of Object.entries(pairs)) url.searchParams.set(key, value);
        return url;
      },
      recipe: RECIPES[wish.what] ?? null,
      read: readPage,
    };
  },
};
