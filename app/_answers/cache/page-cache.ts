/**
 * The cache of the pages that Next makes. Pages are compressed here, once for each encoding. A page that is
 * the same for every client is kept for a few seconds, so that a popular link costs one rendering; a client
 * may cache it for five minutes, and it has an ETag of its bytes. Files with a hash in their name are kept as
 * long as there is room. A page for a single client, or an error page, is sent as Next made it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { currentAsking, inTime, NotNow } from '#app/_data/asking.ts';
import { bufferResponse } from './buffered-response.ts';
import { negotiate } from '../http/negotiate.ts';
import { encode, type ContentEncoding } from '../http/content-encoding.ts';
import { etagOf, FIVE_MINUTES } from '../http/headers.ts';
import type { Answer, AnswerRequest, WholeAnswer } from '../http/request.ts';
import { secured } from '../http/secured.ts';
import { errorResponse } from '../errors/error-response.ts';
import { pagePolicy } from './page-policy.ts';
import { LruCache } from './lru.ts';

export type PageHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** Long enough to serve many clients, short enough that a new release is seen at once. */
const PAGE_SECONDS = 5;
const MEMORY = 64 * 1024 * 1024;
const LONGEST_ADDRESS = 1024;
const HASHED = '/_next/static/';

/** Headers of requests that Next answers with a part of a page. */
const PARTIAL = ['rsc', 'next-url', 'next-action'];
/** Next sees only these headers of a client: nothing else may change a page. */
const TOLD = /^(?:rsc|next-(?:url|action|router-[a-z-]+))$/;
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length']);

interface Kept {
  readonly whole: WholeAnswer;
  /** Milliseconds of the clock: when it was made, and until when it may be served. */
  readonly made: number;
  readonly until: number;
  readonly encoded: Map<ContentEncoding, Uint8Array>;
}

const isShared = ({ method, url = '', headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  url.length <= LONGEST_ADDRESS &&
  !/[?&]_rsc=/.test(url) &&
  !PARTIAL.some((name) => name in headers) &&
  !Object.keys(headers).some((name) => name.startsWith('next-router-'));

/**
 * Removes everything about the client from a request: Next writes another page for some robots, copies a
 * nonce from the request, and trusts forwarded headers. Encodings and conditions are handled later, with the
 * finished bytes.
 */
function takeIdentity(req: IncomingMessage): void {
  for (const name of Object.keys(req.headers)) if (!TOLD.test(name)) delete req.headers[name];
  req.headers.host = 'localhost';
}

/** For how many seconds the answer to a shared request may be served again; 0 if it may not. */
function secondsOf(url: string, whole: WholeAnswer): number {
  if (whole.status !== 200 || 'set-cookie' in whole.headers) return 0;
  if (url.startsWith(HASHED)) return Infinity;
  return whole.headers['content-type']?.startsWith('text/html') ? PAGE_SECONDS : 0;
}

/**
 * Headers that let a client cache a page that is the same for every client: Next marks its pages as private
 * and gives them no ETag. It also says that they vary by headers of its own, which no shared page does.
 */
function held(whole: WholeAnswer): WholeAnswer {
  const { vary: _vary, ...headers } = whole.headers;
  const release = currentAsking()?.release;
  return {
    ...whole,
    headers: {
      etag: etagOf(whole.body),
      ...headers,
      'cache-control': FIVE_MINUTES,
      ...(release && { 'x-data-version': release }),
    },
  };
}

/**
 * RFC 9111, 5.1: an answer from a cache states its age in seconds. A file with a hash in its name never
 * becomes stale, so its age is not counted.
 */
const ageOf = ({ made, until }: Kept, now: number): Record<string, string> =>
  until === Infinity ? {} : { age: String(Math.floor((now - made) / 1000)) };

const encodedBy =
  (known: Map<ContentEncoding, Uint8Array>) => async (body: Uint8Array, encoding: ContentEncoding) => {
    const bytes = known.get(encoding) ?? (await encode(body, encoding));
    known.set(encoding, bytes);
    return bytes;
  };

function headersOf(res: ServerResponse): Record<string, string> {
  const entries = Object.entries(res.getHeaders()).flatMap(([name, value]) =>
    value === undefined || HOP_BY_HOP.has(name)
      ? []
      : [[name, Array.isArray(value) ? value.join(', ') : String(value)]],
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

/**
 * Next gives every page that it renders the status 200. An error page contains a mark
 * (`app/[lang]/_reading/page.tsx`), which decides the status here.
 */
function statusOf(status: number, body: Buffer): number {
  if (status !== 200) return status;
  const mark = /<meta name="cotejo-status" content="(400|404)"/.exec(body.toString('latin1'));
  return mark ? Number(mark[1]) : status;
}

/** A page with a policy for its own scripts; Next only sets which sites may frame it. */
function guarded(whole: WholeAnswer): WholeAnswer {
  if (!whole.headers['content-type']?.startsWith('text/html')) return whole;
  const policy = pagePolicy(Buffer.from(whole.body).toString());
  return { ...whole, headers: { ...whole.headers, 'content-security-policy': policy } };
}

/** Sends an answer through a response whose headers may already have several values. */
function send(res: ServerResponse, answer: Answer): void {
  res.statusCode = answer.status;
  for (const [name, value] of Object.entries(secured(answer.status, answer.headers))) {
    if (name !== 'set-cookie') res.setHeader(name, value);
  }
  if (answer.status === 304) res.removeHeader('content-length');
  res.end(answer.body);
}

/** Answers with the error, if it is known, when Next could not make the page. */
async function sendProblem(res: ServerResponse, request: AnswerRequest, error: unknown): Promise<void> {
  const answer = await negotiate(errorResponse(error, request), request);
  if (res.headersSent || res.destroyed) return;
  for (const name of res.getHeaderNames()) res.removeHeader(name);
  send(res, answer);
}

/** Lets a page be made when there is capacity for it, and throws NotNow otherwise. */
type AdmitPage = (url: string, render: () => Promise<void>) => Promise<void>;

/** Wraps a page handler. */
// Long because the steps share one memory and one response, in the order in which Next needs them.
export function cachePages(
  handle: PageHandler,
  now: () => number = Date.now,
  admit: AdmitPage = (_url, render) => render(),
): PageHandler {
  const kept = new LruCache<Kept>(MEMORY);
  const underWay = new Map<string, Promise<void>>();

  /**
   * @param key under which the page is kept; null if it is for this client only
   */
  async function make(
    req: IncomingMessage,
    res: ServerResponse,
    request: AnswerRequest,
    key: string | null,
  ): Promise<void> {
    const { url = '/' } = req;
    takeIdentity(req);
    // A shared page is made once for both GET and HEAD requests.
    if (key !== null) req.method = 'GET';
    const captured = bufferResponse(res);
    const handled = admit(url, () => handle(req, res));
    const ended = handled.then(() => captured.body);
    const body = await inTime(Promise.race([captured.body, ended])).catch(async (error: unknown) => {
      const answer = await negotiate(errorResponse(error, request), request);
      captured.takeOver(() => {
        for (const name of res.getHeaderNames()) res.removeHeader(name);
        send(res, answer);
      });
      return null;
    });
    if (body === null) return;
    const asking = currentAsking();
    if (res.statusCode >= 500 && asking?.trouble) return sendProblem(res, request, asking.trouble);
    res.statusCode = statusOf(res.statusCode, body);
    const plain = guarded({ status: res.statusCode, headers: headersOf(res), body });
    const encoded = new Map<ContentEncoding, Uint8Array>();
    const seconds = key !== null ? secondsOf(url, plain) : 0;
    const whole = seconds === PAGE_SECONDS ? held(plain) : plain;
    if (key !== null && seconds > 0) {
      const made = now();
      kept.set(key, { whole, made, until: made + seconds * 1000, encoded }, body.byteLength * 2);
    }
    // If Next left out the body for HEAD, its length is not known.
    if (request.method === 'HEAD' && body.byteLength === 0) res.end();
    else send(res, await negotiate(whole, request, { encoded: encodedBy(encoded) }));
    await handled;
  }

  return async (req, res) => {
    const { url = '/', method = 'GET' } = req;
    const asked = { encoding: req.headers['accept-encoding'], match: req.headers['if-none-match'] };
    const request: AnswerRequest = {
      method,
      path: url,
      search: '',
      headers: {
        get: (name) => {
          if (name === 'accept-encoding') return Array.isArray(asked.encoding) ? null : asked.encoding;
          return name === 'if-none-match' ? asked.match : null;
        },
      },
      origin: '',
    };
    if (!isShared(req)) return make(req, res, request, null);
    const key = url;
    await inTime(underWay.get(key) ?? Promise.resolve()).catch((error: unknown) => {
      if (error instanceof NotNow) throw error;
    });
    const known = kept.get(key);
    if (known && known.until > now()) {
      const answer = await negotiate(known.whole, request, { encoded: encodedBy(known.encoded) });
      return send(res, { ...answer, headers: { ...answer.headers, ...ageOf(known, now()) } });
    }
    const making = make(req, res, request, key);
    underWay.set(key, making);
    try {
      await making;
    } finally {
      if (underWay.get(key) === making) underWay.delete(key);
    }
  };
}
