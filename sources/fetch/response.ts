/**
 * A question and its answer over HTTP, as bytes. Redirects are followed only to the same host and never from
 * https to http: data from another host are accepted only if the user gives it with --base.
 */
import { FetchFault } from './fault.ts';
import { networkFault } from './network-words.ts';

export interface Web {
  /** Identifies this program, so that a publisher knows whom to contact. */
  readonly userAgent: string;
  /** For an answer, from the first byte sent to the last byte received. */
  readonly timeoutMs: number;
  /** Bytes of one answer, after unpacking. */
  readonly mostBytes: number;
  readonly stop?: AbortSignal;
}

export interface PublisherResponse {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly retryAfter: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const MB = 1024 * 1024;
const MOST_REDIRECTS = 5;

const tooLarge = (web: Web): FetchFault =>
  new FetchFault(
    `the answer is larger than ${Number((web.mostBytes / MB).toFixed(1))} MB`,
    'use a smaller --page-rows, or fewer areas and years',
  );

/** The target of a redirect. @throws FetchFault if it leaves the publisher */
function follow(from: URL, location: string | null): URL {
  const to = location !== null && URL.canParse(location, from) ? new URL(location, from) : null;
  if (to === null) {
    throw new FetchFault(
      `${from.host} redirects without an address`,
      'try later, or look at the address in a browser',
    );
  }
  const same = to.hostname === from.hostname && (to.protocol === from.protocol || to.protocol === 'https:');
  if (same) return to;
  throw new FetchFault(
    `${from.host} redirects to another site, ${to.origin}${to.pathname}`,
    'if the publisher moved there, give the new address with --base; if it is a login page of your network, log in first',
  );
}

async function readBody(response: Response, web: Web): Promise<Uint8Array> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  const body = response.body;
  if (announced > web.mostBytes) {
    await body?.cancel();
    throw tooLarge(web);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > web.mostBytes) throw tooLarge(web);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** 304 is not a redirect: it answers a conditional request (RFC 9110, 15.4.5). */
const isRedirect = (status: number): boolean => status >= 300 && status <= 399 && status !== 304;

/**
 * Sends a request once. Any status except a redirect is returned; the caller decides what it means.
 *
 * @param asked headers of the request: what is accepted, and conditions
 * @throws FetchFault for everything below HTTP; the reason of `web.stop` when interrupted
 */
export async function askPublisher(
  address: URL,
  web: Web,
  asked: Readonly<Record<string, string>> = { accept: 'application/json' },
): Promise<PublisherResponse> {
  const limit = AbortSignal.timeout(web.timeoutMs);
  const signal = web.stop ? AbortSignal.any([web.stop, limit]) : limit;
  const headers = { ...asked, 'user-agent': web.userAgent };
  let at = address;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    try {
      const response = await fetch(at, { headers, redirect: 'manual', signal });
      if (!isRedirect(response.status)) {
        const bytes = await readBody(response, web);
        const header = (name: string): string | null => response.headers.get(name);
        return {
          status: response.status,
          bytes,
          retryAfter: header('retry-after'),
          etag: header('etag'),
          lastModified: header('last-modified'),
        };
      }
      await response.body?.cancel();
      at = follow(at, response.headers.get('location'));
    } catch (error) {
      if (web.stop?.aborted) throw web.stop.reason;
      throw error instanceof FetchFault ? error : networkFault(error, at.host);
    }
  }
  throw new FetchFault(
    `${address.host} redirects in a circle`,
    'try later, or look at the address in a browser',
  );
}
