/**
 * A publisher that answers questions over the network, page by page. A question knows the address of each of
 * its pages and how to read a page; everything else (requests, waiting, keeping, joining) is the same for all
 * publishers.
 */
/** What a page states about itself and about the whole. */
export interface PageRead {
  /** The number of all pages, according to this page. */
  readonly pages: number;
  /** The number of all rows, if the publisher states it. */
  readonly total: number | null;
  readonly rows: readonly unknown[];
  /** The publisher's own date of the data, `2026-10-07`, if it gives a date. */
  readonly vintage: string | null;
}

export interface PublisherRequest {
  /** For users and for the name of the file: `worldbank-VC.IHR.PSRC.P5`. */
  readonly name: string;
  readonly publisher: string;
  /** The question in the user's terms. */
  readonly query: Readonly<Record<string, string>>;
  address(page: number): URL;
  /** The path of the rows in a page, as `format.path` in a recipe. */
  readonly path: string;
  /** What to check if the publisher has no data for the question. */
  readonly whenEmpty: string;
  /** The recipe that reads the answer, if there is a recipe. */
  readonly recipe: string | null;
  /** The sources whose whole newest edition the answer is; absent if it may be a part. */
  readonly sources?: readonly string[];
  /** Reads a page that is JSON. @throws FetchFault if it is an error, or not the requested data */
  read(document: unknown, page: number): PageRead;
}

/** The options of the user, before a publisher makes a question from them. */
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
  /** The possible questions and their options: lines for the list of publishers. */
  readonly usage: readonly string[];
  /** The address of its API. */
  readonly base: URL;
  /** The publisher's own documentation. */
  readonly documentation: string;
  /** @throws FetchFault if the options make no sense for this publisher */
  question(wish: Wish, thisYear: number): PublisherRequest;
}
