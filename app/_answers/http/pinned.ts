/**
 * Pinned answers: their bytes are decided by the address and never change. One rule makes their ETag, from
 * everything that decides the bytes: the seal of the release (its rows and its catalogue), the canonical address
 * (indicator, question, language, format) and the version of our formats. So a client that has the bytes gets its
 * 304 before anything is counted or read.
 */
import { CORS_HEADERS, etagOf, PINNED } from './headers.ts';
import type { Answer, AnswerRequest, PinnedAnswer } from './request.ts';
import { join } from './url.ts';

interface PinnedParts {
  /** The release that answers. */
  readonly version: string;
  /** What decides the bytes beside the canonical address. */
  readonly seal: string;
  /** The one address of this question, with its query. */
  readonly canonical: string;
  /** Media type and the like. */
  readonly headers: Readonly<Record<string, string>>;
  readonly makeBody: () => Promise<Answer['body']>;
}

export function pinnedAnswer(
  request: AnswerRequest,
  { version, seal, canonical, headers, makeBody }: PinnedParts,
): PinnedAnswer {
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      ...headers,
      'cache-control': PINNED,
      etag: etagOf(`${seal} ${canonical}`),
      'x-data-version': version,
      ...(join(request.path, request.search) !== canonical && { link: `<${canonical}>; rel="canonical"` }),
    },
    makeBody,
  };
}
