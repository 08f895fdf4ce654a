/**
 * A page for any frame, as an answer: its values are pinned, its HTML holds for five minutes, because later
 * revisions are mentioned in it.
 */
import type { Language } from '#stats/language.ts';
import { EMBED_SCRIPT, framePolicy } from '../shell/script.ts';
import { EMBED_STYLE } from '../shell/style.ts';
import { etagOf, FIVE_MINUTES, CORS_HEADERS } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { join } from '../http/url.ts';

const POLICY = framePolicy(EMBED_STYLE, EMBED_SCRIPT);
const KEEP_SECONDS = 60;

/** The answer that holds `page`; `self` is its canonical address. */
export function embedResponse(
  page: string,
  {
    version,
    language,
    self,
    request,
  }: {
    readonly version: string;
    readonly language: Language;
    readonly self: string;
    readonly request: AnswerRequest;
  },
): WholeAnswer {
  const body = Buffer.from(page);
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
      ...(join(request.path, request.search) !== self && { link: `<${self}>; rel="canonical"` }),
    },
    body,
    keep: KEEP_SECONDS,
  };
}
