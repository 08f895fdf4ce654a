/**
 * A publisher that answers questions over the network, page by page. A question knows the address of each of
 * its pages and how to read one; everything else (asking, waiting, keeping, joining) is the same for all.
 */
/** What one page says of itself and of the whole. */
export interface PageRead {
  /** Pages of the whole, as this page says. */
  readonly pages: number;
  /** Rows of the whole, where the publisher says so. */
  readonly total: number | null;
  readonly rows: readonly unknown[];
  /** The publisher's own date of the data, `2026-10-07`, where it gives one. */
  readonly vintage: string | null;
}

export interface PublisherRequest {
  /** For people and for the name of the file: `worldbank-VC.IHR.PSRC.P5`. */
  readonly name: string;
  readonly publisher: string;
  /** What was asked, as a person would say it again. */
  readonly query: Readonly<Record<string, string>>;
  address(page: number): URL;
  /** Where the rows are in a page, in a recipe's `format.path`. */
  readonly path: string;
  /** What to look at when the publisher has nothing: it cannot know what was meant. */
  readonly whenEmpty: string;
  /** Our recipe that reads the answer, where there is one. */
  readonly recipe: string | null;
  /** Reads a page that is JSON. @throws FetchFault where it is an error, or not what was asked for */
  read(document: unknown, page: number): PageRead;
}

/** What a person may ask, before a publisher makes a question of it. */
export interface Wish {
  readonly what: string;
  readonly areas: readonly string[];
  readonly origins: readonly string[];
  readonly asylums: readonly string[];
  readonly from: number | null;
  readonly to: number | null;
  readonly pageRows: number | null;
  readonly base: URL | null;
}

export interface Publisher {
  readonly id: string;
  readonly name: string;
  /** What can be asked, and with which options: lines for the list of publishers. */
  readonly usage: readonly string[];
  /** The publisher's own documentation. */
  readonly documentation: string;
  /** @throws FetchFault where the wish makes no sense for this publisher */
  question(wish: Wish, thisYear: number): PublisherRequest;
}
