/**
 * Pinned answers: the address decides their bytes, which never change. Their ETag is made from everything
 * that decides the bytes: the seal of the release (its rows and its catalogue), the canonical address
 * (indicator, question, language, format) and the version of the formats. A client that has the bytes
 * therefore gets a 304 before anything is counted or read.
 */
import { CORS_HEADERS, etagOf, PINNED } from './headers.ts';
import type { Answer, AnswerRequest, PinnedAnswer } from './request.ts';
import { join } from './url.ts';

interface PinnedParts {
  /** The release that answers. */
  readonly version: string;
  /** What decides the bytes besides the canonical address. */
  readonly seal: string;
  /** The canonical address of this question, with its query. */
  readonly canonical: string;
  /** Links to other resources, each as in a Link header. */
  readonly links?: readonly string[];
  /** Headers such as the media type. */
  readonly headers: Readonly<Record<string, string>>;
  /** For an answer that something besides its release decides; without it, for ever. */
  readonly cacheControl?: string;
  readonly makeBody: () => Promise<Answer['body']>;
  readonly weigh?: () => Promise<number>;
}

export function pinnedAnswer(
  request: AnswerRequest,
  { version, seal, canonical, links = [], headers, cacheControl = PINNED, makeBody, weigh }: PinnedParts,
): PinnedAnswer {
  const isCanonical = join(request.path, request.search) === canonical;
  const all = [...(isCanonical ? [] : [`<${canonical}>; rel="canonical"`]), ...links];
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      ...headers,
      'cache-control': cacheControl,
      etag: etagOf(`${seal} ${canonical}`),
      'x-data-version': version,
      ...(all.length > 0 && { link: all.join(', ') }),
    },
    makeBody,
    ...(weigh && { weigh }),
  };
}
