/**
 * Finished answers, kept in memory up to a limit. Answers are kept by the address as written; their bytes by
 * ETag and encoding, so that all spellings of a question share them. Pinned bytes stay valid for ever; an
 * embed is made again after a minute.
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
/** A long address is rarely requested twice. */
const LONGEST_ADDRESS = 1024;

interface CachedHead {
  readonly status: number;
  readonly headers: WholeAnswer['headers'];
  readonly etag: string;
  readonly keep: number;
  readonly until: number;
}

type Find = (request: AnswerRequest) => Promise<UnencodedAnswer | null>;
type Body = Answer['body'];

/** Lets work begin when there is capacity for it, and throws NotNow otherwise. */
export interface Admit {
  /** For an answer that may be made completely as soon as it is found. */
  whole(request: AnswerRequest, make: () => Promise<UnencodedAnswer | null>): Promise<UnencodedAnswer | null>;
  /** For the body of a pinned answer, once it is known that the client does not have it. */
  body(request: AnswerRequest, answer: PinnedAnswer): Promise<Body>;
}

const AT_ONCE: Admit = { whole: (_request, make) => make(), body: (_request, { makeBody }) => makeBody() };

interface AnswerMemory {
  /** Bytes by ETag and encoding. */
  readonly bodies: LruCache<Uint8Array>;
  /** Encodes the bytes of an ETag, each encoding once. */
  encodedBy(etag: string): (body: Uint8Array, encoding: ContentEncoding) => Promise<Uint8Array>;
  recall(address: string): WholeAnswer | null;
  remember(address: string, answer: WholeAnswer): void;
}

function answerMemory(bounds: CacheBounds, clock: () => number): AnswerMemory {
  const heads = new LruCache<CachedHead>(bounds.addresses);
  const bodies = new LruCache<Uint8Array>(bounds.bytes);
  return {
    bodies,
    encodedBy: (etag) => async (body, encoding) => {
      const key = `${etag} ${encoding}`;
      const cached = bodies.get(key);
      if (cached) return cached;
      const bytes = await encode(body, encoding);
      bodies.set(key, bytes, bytes.byteLength);
      return bytes;
    },
    recall: (address) => {
      const head = heads.get(address);
      if (!head || head.until <= clock()) return null;
      const body = bodies.get(`${head.etag} identity`);
      return body ? { status: head.status, headers: head.headers, body, keep: head.keep } : null;
    },
    remember: (address, { status, headers, keep, body }) => {
      const { etag } = headers;
      if (keep === undefined || etag === undefined || address.length > LONGEST_ADDRESS) return;
      const bytes = typeof body === 'string' ? Buffer.from(body) : body;
      bodies.set(`${etag} identity`, bytes, bytes.byteLength);
      heads.set(address, { status, headers, etag, keep, until: clock() + keep * 1000 }, 1);
    },
  };
}

/** What an answer depends on besides its address: SDMX sends the format that a client accepts. */
const variantOf = ({ path, headers }: AnswerRequest): string =>
  path.startsWith('/sdmx/') ? ` ${headers.get('accept') ?? ''}` : '';

/** Answers requests as `find` does, from memory if possible. @throws any error of `makeBody` */
export function cacheAnswers(
  find: Find,
  {
    clock,
    bounds = DEFAULT_BOUNDS,
    admit = AT_ONCE,
  }: {
    readonly clock: () => number;
    readonly bounds?: CacheBounds | undefined;
    readonly admit?: Admit | undefined;
  },
): (request: AnswerRequest) => Promise<Answer | null> {
  const { bodies, encodedBy, recall, remember } = answerMemory(bounds, clock);
  const findOnce = sharedWhileRunning<UnencodedAnswer | null>();
  const makeOnce = sharedWhileRunning<Body>();

  /** Returns the body of a pinned answer from memory, or makes it once for all clients that wait for it. */
  async function bodyOf(address: string, answer: PinnedAnswer, request: AnswerRequest): Promise<Body> {
    const { status, headers } = answer;
    const keep = (body: Body): Body => {
      // A stream is too long to keep, and its bytes are never in memory together.
      if (typeof body !== 'string' && !(body instanceof Uint8Array)) return body;
      remember(address, { status, headers, body, keep: Infinity });
      return body;
    };
    const cached = bodies.get(`${headers.etag} identity`);
    if (cached) return keep(cached);
    return makeOnce(headers.etag, async () => keep(await admit.body(request, answer)));
  }

  /** Returns the answer from memory, or makes it once for all clients that wait for it. */
  async function findCached(address: string, request: AnswerRequest): Promise<UnencodedAnswer | null> {
    const cached = recall(address);
    if (cached) return cached;
    return findOnce(address, async () => {
      const answer = await admit.whole(request, () => find(request));
      if (answer && !('makeBody' in answer)) remember(address, answer);
      return answer;
    });
  }

  return async (request) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const address = join(request.path, request.search) + variantOf(request);
    const answer = isRead ? await findCached(address, request) : await find(request);
    if (!answer) return null;
    const isKept = 'makeBody' in answer || answer.keep !== undefined;
    const etag = isKept ? answer.headers['etag'] : undefined;
    return negotiate(answer, request, {
      bodyOf: (pinned) => bodyOf(address, pinned, request),
      encoded: etag === undefined ? encode : encodedBy(etag),
    });
  };
}
