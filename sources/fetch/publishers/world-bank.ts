/**
 * The World Bank's Indicators API, version 2. An answer is a list of two: its metadata (page, pages, total,
 * lastupdated) and the rows. An error has status 200 and is a list of one that contains a message. With
 * `all`, about fifty groups of countries (WLD, LCN, HIC) are among the countries.
 */
import { z } from 'zod';
import { FetchFault, oneLine } from '../fault.ts';
import type { PageRead, Publisher, PublisherRequest } from '../publisher.ts';
import { below, refuseOptions, yearsOf } from '../wish.ts';

const BASE = new URL('https://api.worldbank.org/v2');
const FIRST_YEAR = 1960;
const PAGE_ROWS = 2_000;
/** The recipes for what the API answers, by indicator. */
const RECIPES: Readonly<Record<string, string>> = {
  'VC.IHR.PSRC.P5': 'sources/fetch/recipes/world-bank-homicide.yaml',
  'BX.TRF.PWKR.CD.DT': 'sources/fetch/recipes/world-bank-remittances.yaml',
  'BX.TRF.PWKR.DT.GD.ZS': 'sources/fetch/recipes/world-bank-remittances-gdp.yaml',
};
/** Ids of messages about a temporary error. */
const PASSING = new Set(['105', '199']);

const count = z.coerce.number().int().min(0);
const error = z.object({
  message: z.array(z.object({ id: z.coerce.string(), key: z.string().optional(), value: z.string() })).min(1),
});
const about = z.object({ page: count, pages: count, total: count, lastupdated: z.string().nullish() });
const row = z.looseObject({ indicator: z.looseObject({ id: z.string() }) });

const ODD = 'it may have changed; look at the address in a browser, and tell us';

function refusal(id: string, said: string, code: string): FetchFault {
  if (PASSING.has(id))
    return new FetchFault(`the World Bank says: ${said} (${id})`, 'try later', { passing: true });
  const advice =
    id === '175'
      ? `look ${code} up at https://data.worldbank.org/indicator; codes are written exactly so, capitals included`
      : `correct the code ${code}, the areas or the years`;
  return new FetchFault(`the World Bank says: ${oneLine(said)} (${id})`, advice);
}

function readPage(document: unknown, page: number, code: string): PageRead {
  const parts: unknown[] = Array.isArray(document) ? document : [document];
  const failed = error.safeParse(parts[0]);
  const said = failed.success ? failed.data.message[0] : undefined;
  if (said) throw refusal(said.id, said.value, code);
  const found = about.safeParse(parts[0]);
  const rows = parts[1] ?? [];
  if (!found.success || !Array.isArray(rows)) {
    throw new FetchFault('this is JSON, but not a page from the World Bank (a list of two parts)', ODD);
  }
  const { page: number, pages, total, lastupdated } = found.data;
  if (rows.length > 0 && number !== page) {
    throw new FetchFault(`the World Bank sent page ${number} for page ${page}`, ODD, { spoils: true });
  }
  const first = row.safeParse(rows[0]);
  if (first.success && first.data.indicator.id !== code) {
    throw new FetchFault(
      `the World Bank sent ${first.data.indicator.id} for ${code}`,
      'write the code as it is there',
    );
  }
  const dated = /^\d{4}-\d{2}-\d{2}$/.test(lastupdated ?? '');
  return { pages, total, rows, vintage: dated ? (lastupdated ?? null) : null };
}

export const worldBank: Publisher = {
  id: 'worldbank',
  name: 'World Bank, Indicators API',
  base: BASE,
  documentation: 'https://datahelpdesk.worldbank.org/knowledgebase/articles/898581',
  usage: [
    'worldbank INDICATOR [--area HND,SLV] [--from 2000] [--to 2024]',
    'e.g. VC.IHR.PSRC.P5 (intentional homicides), SP.POP.TOTL (population); without --area: all',
  ],
  question(wish, thisYear): PublisherRequest {
    refuseOptions({ '--origin': wish.origins, '--asylum': wish.asylums }, 'worldbank');
    const code = wish.what;
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(code)) {
      throw new FetchFault(`"${code}" is not an indicator code`, 'write one such as VC.IHR.PSRC.P5');
    }
    const areas = wish.areas.length > 0 ? wish.areas.join(';') : 'all';
    const dated = wish.from !== null || wish.to !== null;
    const date = dated ? yearsOf(wish.from, wish.to, FIRST_YEAR, thisYear).join(':') : null;
    const query = { indicator: code, area: areas, ...(date === null ? {} : { date }) };
    return {
      name: ['worldbank', code, ...wish.areas, ...(date === null ? [] : [date.replace(':', '-')])].join('-'),
      publisher: 'World Bank',
      query,
      path: '1',
      whenEmpty: 'look at the areas and years: the World Bank has no row for them',
      address(page) {
        const url = below(wish.base ?? BASE, `country/${areas}/indicator/${code}`);
        url.searchParams.set('format', 'json');
        if (date !== null) url.searchParams.set('date', date);
        url.searchParams.set('per_page', String(wish.pageRows ?? PAGE_ROWS));
        url.searchParams.set('page', String(page));
        return url;
      },
      recipe: RECIPES[code] ?? null,
      read: (document, page) => readPage(document, page, code),
    };
  },
};
