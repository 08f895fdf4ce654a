/**
 * Finished answers, kept in memory within a bound. Answers are kept by the address as it was written; their bytes
 * by ETag and encoding, so that all spellings of one question share them. Pinned bytes are true for ever; an embed
 * is made anew after a minute.
 */
import { encode, type ContentEncoding } from '../http/content-encoding.ts';
import { negotiate } from '../http/negotiate.ts';
import type { Answer, AnswerRequest, PinnedAnswer, UnencodedAnswer, WholeAnswer } from '../http/request.ts';
import { join } from '../http/url.ts';
import { LruCache } from './lru.ts';
import { sharedWhileRunning } from './shared-run.ts';

export interface CacheBounds {
  /** Bytes of bodies, all encodings together. */
  readonly bytes: number;
  /** Spellings of addresses. */
  readonly addresses: number;
}

const DEFAULT_BOUNDS: CacheBounds = { bytes: 128 * 1024 * 1024, addresses: 10_000 };
/** A long address rarely comes twice. */
const LONGEST_ADDRESS = 1024;

interface CachedHead {
  readonly status: number;
  readonly headers: WholeAnswer['headers'];
  readonly etag: string;
  readonly keep: number;
  readonly until: number;
}

type Find = (request: AnswerRequest) => Promise<UnencodedAnswer | null>;

/** Answers requests as `find` does, from memory where it can. @throws what the making of a body throws */
export function cacheAnswers(
  find: Find,
  {
    clock,
    bounds = DEFAULT_BOUNDS,
  }: { readonly clock: () => number; readonly bounds?: CacheBounds | undefined },
): (request: AnswerRequest) => Promise<Answer | null> {
  const heads = new LruCache<CachedHead>(bounds.addresses);
  const bodies = new LruCache<Uint8Array>(bounds.bytes);
  const findOnce = sharedWhileRunning<UnencodedAnswer | null>();
  const makeOnce = sharedWhileRunning<Answer['body']>();

  const encodedBy = (etag: string) => async (body: Uint8Array, encoding: ContentEncoding) => {
    const key = `${etag} ${encoding}`;
    const cached = bodies.get(key);
    if (cached) return cached;
    const bytes = await encode(body, encoding);
    bodies.set(key, bytes, bytes.byteLength);
    return bytes;
  };

  function recall(key: string): WholeAnswer | null {
    const head = heads.get(key);
    if (!head || head.until <= clock()) return null;
    const body = bodies.get(`${head.etag} identity`);
    return body ? { status: head.status, headers: head.headers, body, keep: head.keep } : null;
  }

  function remember(key: string, { status, headers, keep, body }: WholeAnswer): void {
    const { etag } = headers;
    if (keep === undefined || etag === undefined || key.length > LONGEST_ADDRESS) return;
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    bodies.set(`${etag} identity`, bytes, bytes.byteLength);
    heads.set(key, { status, headers, etag, keep, until: clock() + keep * 1000 }, 1);
  }

  /** The body of a pinned answer from memory, or made once for every client that waits for it. */
  async function bodyOf(key: string, { status, headers, makeBody }: PinnedAnswer): Promise<Answer['body']> {
    const cached = bodies.get(`${headers.etag} identity`);
    const body = cached ?? (await makeOnce(headers.etag, makeBody));
    // A stream is too long to be kept, and its bytes are never all here.
    if (typeof body !== 'string' && !(body instanceof Uint8Array)) return body;
    remember(key, { status, headers, body, keep: Infinity });
    return body;
  }

  /** The answer from memory, or made once for every client that waits for it. */
  async function findCached(key: string, request: AnswerRequest): Promise<UnencodedAnswer | null> {
    const cached = recall(key);
    if (cached) return cached;
    const answer = await findOnce(key, () => find(request));
    if (answer && !('makeBody' in answer)) remember(key, answer);
    return answer;
  }

  return async (request) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const key = join(request.path, request.search);
    const answer = isRead ? await findCached(key, request) : await find(request);
    if (!answer) return null;
    const isKept = 'makeBody' in answer || answer.keep !== undefined;
    const etag = isKept ? answer.headers['etag'] : undefined;
    return negotiate(answer, request, {
      bodyOf: (pinned) => bodyOf(key, pinned),
      encoded: etag === undefined ? encode : encodedBy(etag),
    });
  };
}
