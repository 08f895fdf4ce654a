/**
 * The answer for a page in a frame: its values are pinned; its HTML is valid for five minutes, because it
 * mentions later revisions.
 */
import { oembedLinks } from '#app/_downloads/discovery/oembed-links.ts';
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
  }: {
    readonly version: string;
    readonly language: Language;
    readonly self: string;
    readonly request: AnswerRequest;
  },
): WholeAnswer {
  const body = Buffer.from(page);
  const isCanonical = join(request.path, request.search) === self;
  // oEmbed 1.0, section 4: a header says it in fewer bytes than the page.
  const links = [
    ...(isCanonical ? [] : [`<${self}>; rel="canonical"`]),
    ...oembedLinks(request.origin, request.origin + self).map(
      ({ type, href }) => `<${href}>; rel="alternate"; type="${type}"`,
    ),
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
      link: links.join(', '),
    },
    body,
    keep: KEEP_SECONDS,
  };
}
