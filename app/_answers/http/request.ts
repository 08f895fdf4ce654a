/**
 * Requests and answers that do not depend on a framework: `server.ts` writes an Answer to its socket, and a
 * Next route wraps it in a Response.
 */
export interface AnswerRequest {
  readonly method: string;
  /** The path as sent, with its percent escapes. */
  readonly path: string;
  /** The query as sent, without `?`. */
  readonly search: string;
  /** A header by its lower-case name. */
  readonly headers: { get(name: string): string | null | undefined };
  /**
   * The public origin of the site. Pinned bytes have it only where a format says so (`usesOrigin`), and then
   * their ETag too.
   */
  readonly origin: string;
  /** The body of a POST as text; null if it has more bytes. */
  readonly readBody?: (most: number) => Promise<string | null>;
}

export interface Answer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array>;
}

/** An answer before content negotiation: not compressed, and the same for every client. */
export type UnencodedAnswer = WholeAnswer | PinnedAnswer;

/** An answer whose address decides its bytes: its ETag is known before its body is made. */
export interface PinnedAnswer extends Omit<Answer, 'body'> {
  readonly headers: Answer['headers'] & { readonly etag: string };
  /**
   * Makes the body. An iterable body is too long to keep: it is sent while it is made, and each iterator
   * starts from the beginning.
   */
  readonly makeBody: () => Promise<Answer['body']>;
  /** About what the body costs (`_data/weight.ts`), where its question is planned already. */
  readonly weigh?: () => Promise<number>;
}

/** An answer that is made before its headers are known. */
export interface WholeAnswer extends Answer {
  readonly body: string | Uint8Array;
  /** For how many seconds the server may send the same bytes again; absent: not at all. */
  readonly keep?: number;
}
