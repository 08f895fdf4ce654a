/**
 * Finished answers, kept in memory within a bound: what is asked again is not made again. Answers are kept
 * by the address as it was asked; their bytes by ETag and encoding, so that all spellings of one question
 * share them. Pinned bytes are true for ever; an embed is made anew after a minute.
 */
import { dispatch } from '../dispatch.ts';
import { negotiate } from '../negotiate.ts';
import { encode, type ContentEncoding } from '../http/content-encoding.ts';
import type { Answer, AnswerRequest, UnencodedAnswer, WholeAnswer } from '../http/request.ts';
import { join } from '../data/read-query.ts';
import { LruCache } from './lru.ts';

interface Bounds {
  /** Bytes of bodies, all encodings together. */
  readonly bytes: number;
  /** Spellings of addresses. */
  readonly addresses: number;
}

const USUAL: Bounds = { bytes: 128 * 1024 * 1024, addresses: 10_000 };
/** A long address is rarely asked twice. */
const LONGEST_ADDRESS = 1024;

interface Kept {
  readonly status: number;
  readonly headers: WholeAnswer['headers'];
  readonly etag: string;
  readonly keep: number;
  readonly until: number;
}

/** Answers requests as `answer` does, from memory where it can. */
export function cacheAnswers(
  bounds: Bounds = USUAL,
  now: () => number = Date.now,
): (request: AnswerRequest) => Promise<Answer | null> {
  const kept = new LruCache<Kept>(bounds.addresses);
  const bodies = new LruCache<Uint8Array>(bounds.bytes);
  const underWay = new Map<string, Promise<UnencodedAnswer | null>>();

  const bytesIn = (etag: string) => async (body: Uint8Array, encoding: ContentEncoding) => {
    const key = `${etag} ${encoding}`;
    const known = bodies.get(key);
    if (known) return known;
    const made = await encode(body, encoding);
    bodies.set(key, made, made.byteLength);
    return made;
  };

  function recall(key: string): WholeAnswer | null {
    const known = kept.get(key);
    if (!known || known.until <= now()) return null;
    const body = bodies.get(`${known.etag} identity`);
    return body ? { status: known.status, headers: known.headers, body, keep: known.keep } : null;
  }

  function remember(key: string, whole: UnencodedAnswer | null): void {
    // What is streamed is too long to be kept, and its bytes are never all here.
    if (!whole || 'stream' in whole) return;
    const etag = whole.headers['etag'];
    if (whole.keep === undefined || etag === undefined || key.length > LONGEST_ADDRESS) return;
    const body = typeof whole.body === 'string' ? Buffer.from(whole.body) : whole.body;
    bodies.set(`${etag} identity`, body, body.byteLength);
    const { status, headers, keep } = whole;
    kept.set(key, { status, headers, etag, keep, until: now() + keep * 1000 }, 1);
  }

  /** The answer from memory, or made once for all who ask for it now. */
  async function find(key: string, request: AnswerRequest): Promise<UnencodedAnswer | null> {
    const known = recall(key);
    if (known) return known;
    const started = underWay.get(key);
    if (started) return started;
    const making = dispatch(request);
    underWay.set(key, making);
    try {
      const whole = await making;
      remember(key, whole);
      return whole;
    } finally {
      underWay.delete(key);
    }
  }

  return async (request) => {
    const readable = request.method === 'GET' || request.method === 'HEAD';
    const whole = readable
      ? await find(join(request.path, request.search), request)
      : await dispatch(request);
    if (!whole) return null;
    const etag = 'stream' in whole || whole.keep === undefined ? undefined : whole.headers['etag'];
    return negotiate(whole, request, etag === undefined ? encode : bytesIn(etag));
  };
}
