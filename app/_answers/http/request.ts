/**
 * What is asked and what is answered, without a framework: `server.ts` writes an Answer to its socket, a
 * Next route wraps it in a Response.
 */
export interface AnswerRequest {
  readonly method: string;
  /** The path as it came: percent escapes and all. */
  readonly path: string;
  /** The query as it came, without `?`. */
  readonly search: string;
  /** A header by its lower-case name. */
  readonly headers: { get(name: string): string | null | undefined };
  /** Where the site is reached. Used in snippets only: it never reaches pinned bytes. */
  readonly origin: string;
}

export interface Answer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array>;
}

/** An answer before it is dressed for one asker: uncompressed. */
export type UnencodedAnswer = WholeAnswer | StreamedAnswer;

/** One that is sent while it is made, and never kept. */
export interface StreamedAnswer extends Omit<Answer, 'body'> {
  /** Its bytes, from the start for each who asks. */
  readonly stream: () => AsyncIterable<Uint8Array>;
}

/** One that is whole before it is sent. */
export interface WholeAnswer extends Answer {
  readonly body: string | Uint8Array;
  /** For how many seconds a server may give the same bytes again; absent: not at all. */
  readonly keep?: number;
}
