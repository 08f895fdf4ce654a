/**
 * Requests and answers without a framework: `server.ts` writes an Answer to its socket, a Next route wraps it in a
 * Response.
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

/** An answer before content negotiation: not compressed, and the same for every client. */
export type UnencodedAnswer = WholeAnswer | PinnedAnswer;

/** An answer whose bytes are decided by its address: its ETag is known before its body is made. */
export interface PinnedAnswer extends Omit<Answer, 'body'> {
  readonly headers: Answer['headers'] & { readonly etag: string };
  /**
   * Makes the body. One that is iterated is too long to keep: it is sent while it is made, and starts anew with
   * every iterator.
   */
  readonly makeBody: () => Promise<Answer['body']>;
}

/** An answer that is made before its headers are known. */
export interface WholeAnswer extends Answer {
  readonly body: string | Uint8Array;
  /** For how many seconds a server may give the same bytes again; absent: not at all. */
  readonly keep?: number;
}
