/**
 * The answer for a page in a frame: its values are pinned; its HTML is valid for five minutes, because it
 * mentions later revisions.
 */
import { oembedHeaders } from '#app/_downloads/discovery/oembed-links.ts';
import type { Language } from '#stats/language.ts';
import { EMBED_SCRIPT, framePolicy } from '../shell/script.ts';
import { EMBED_STYLE } from '../shell/style.ts';
import { etagOf, FIVE_MINUTES, CORS_HEADERS } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { join } from '../http/url.ts';

const POLICY = framePolicy(EMBED_STYLE, EMBED_SCRIPT);
const KEEP_SECONDS = 60;

/** The answer with `page` as its body; `self` is its canonical address. */
export function embedResponse(
  page: string,
  {
    version,
    language,
    self,
    request,
    isEmbeddable = true,
  }: {
    readonly version: string;
    readonly language: Language;
    readonly self: string;
    readonly request: AnswerRequest;
    /** Whether `/oembed` has an answer for it; it has none for a list behind an embed. */
    readonly isEmbeddable?: boolean;
  },
): WholeAnswer {
  const body = Buffer.from(page);
  const isCanonical = join(request.path, request.search) === self;
  const links = [
    ...(isCanonical ? [] : [`<${self}>; rel="canonical"`]),
    ...(isEmbeddable ? oembedHeaders(request.origin, self) : []),
  ];
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': POLICY,
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cache-control': FIVE_MINUTES,
      etag: etagOf(body),
      'x-data-version': version,
      ...(links.length > 0 && { link: links.join(', ') }),
    },
    body,
    keep: KEEP_SECONDS,
  };
}
