/**
 * All pages of a question, one at a time, with a pause between. The pages must belong together: what the
 * first says of the whole, every other must say too; no page may stand twice; the rows must be as many as
 * announced; and at the end the first page is asked for again, because rows that came in meanwhile move
 * others across the border of a page.
 */
import { askPublisher, type Web } from './response.ts';
import type { Clock } from './clock.ts';
import { FetchFault } from './fault.ts';
import type { KeptPages } from './page-store.ts';
import { pageOf, readPage, type Page } from './page.ts';
import { withPatience, type TellWait } from './patience.ts';
import type { PublisherRequest } from './publisher.ts';

export interface ReportedTotal {
  /** A page is there. */
  page(done: number, of: number, rows: number, bytes: number, kept: boolean): void;
  wait: TellWait;
}

export interface Fetching {
  readonly question: PublisherRequest;
  readonly kept: KeptPages;
  readonly web: Web;
  readonly clock: Clock;
  readonly pauseMs: number;
  /** Bytes of all pages: more than a recipe reads is no use. */
  readonly mostBytes: number;
  readonly tell: ReportedTotal;
}

export interface Whole {
  readonly pages: number;
  readonly rows: number;
  readonly vintage: string | null;
}

const MB = 1024 * 1024;
const changed = (rule: string): FetchFault =>
  new FetchFault(`the data changed while it was being fetched (${rule})`, 'run the same command again', {
    spoils: true,
  });

/** What a page says of the whole. */
const says = ({ pages, total, vintage }: Page): string =>
  [`${pages} pages`, total === null ? '' : `${total} rows`, vintage ?? ''].filter(Boolean).join(', ');

/** What does not fit between a page and the first. */
function checkFits(first: Page, page: Page): void {
  if (says(first) !== says(page))
    throw changed(`page 1 says ${says(first)}; page ${page.number} ${says(page)}`);
  const last = page.number === first.pages;
  const [had, most] = [page.rows.length, first.rows.length];
  if (last ? had < 1 || had > most : had !== most) {
    throw new FetchFault(
      `page ${page.number} of ${first.pages} has ${had} rows, but page 1 has ${most}`,
      'run the same command again; if it happens again, tell the publisher',
      { spoils: true },
    );
  }
}

/** What has come so far, held to be whole: no page twice, and not more than a recipe reads. */
class PageTally {
  rows = 0;
  anyKept = false;
  private bytes = 0;
  private readonly seen = new Map<string, number>();

  constructor(private readonly fetching: Fetching) {}

  /** Counts a page and keeps it. @throws FetchFault */
  take({ page, wasKept }: { page: Page; wasKept: boolean }, of: number): void {
    const { question, kept, clock, tell, mostBytes } = this.fetching;
    const same = this.seen.get(page.fingerprint);
    if (same !== undefined) {
      throw new FetchFault(
        `page ${page.number} is page ${same} again`,
        'a cache between you and the publisher may ignore the page number; try another network',
        { spoils: true },
      );
    }
    this.seen.set(page.fingerprint, page.number);
    this.rows += page.rows.length;
    this.bytes += page.bytes.length;
    this.anyKept ||= wasKept;
    if (this.bytes > mostBytes) {
      throw new FetchFault(
        `all pages together are larger than ${Number((mostBytes / MB).toFixed(1))} MB, the limit for a JSON recipe`,
        'narrow the areas or the years',
        { spoils: true },
      );
    }
    if (!wasKept) kept.keep(page.number, question.address(page.number), clock.now(), page.bytes);
    tell.page(page.number, of, this.rows, this.bytes, wasKept);
  }
}

/** Fetches what is not kept yet. @throws FetchFault; the reason of `web.stop` when interrupted */
export async function fetchPages(fetching: Fetching): Promise<Whole> {
  const { question, kept, web, clock, tell } = fetching;
  let asked = 0;
  const request = async (number: number): Promise<Page> => {
    if (asked++ > 0) await clock.pause(fetching.pauseMs, web.stop);
    const address = question.address(number);
    return withPatience(
      async () => pageOf(question, number, await askPublisher(address, web), clock),
      clock,
      tell.wait,
      web.stop,
    );
  };
  const get = async (number: number): Promise<{ page: Page; wasKept: boolean }> => {
    const bytes = kept.read(number);
    if (bytes) return { page: readPage(question, number, bytes), wasKept: true };
    return { page: await request(number), wasKept: false };
  };

  const tally = new PageTally(fetching);
  const start = await get(1);
  const first = start.page;
  if (first.rows.length === 0) {
    throw new FetchFault(`${question.publisher} has no data for this query`, question.whenEmpty, {
      spoils: true,
    });
  }
  tally.take(start, Math.max(1, first.pages));
  for (let number = 2; number <= first.pages; number++) {
    const next = await get(number);
    checkFits(first, next.page);
    tally.take(next, first.pages);
  }
  if (first.total !== null && first.total !== tally.rows) {
    throw new FetchFault(
      `${question.publisher} announced ${first.total} rows but sent ${tally.rows}`,
      'run the same command again; if it happens again, tell the publisher',
      { spoils: true },
    );
  }
  if (first.pages > 1 || tally.anyKept) {
    const again = await request(1);
    if (again.fingerprint !== first.fingerprint || says(again) !== says(first)) {
      throw changed('page 1 is another at the end than at the beginning');
    }
  }
  return { pages: Math.max(1, first.pages), rows: tally.rows, vintage: first.vintage };
}
