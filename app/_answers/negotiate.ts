/**
 * Dresses an answer for one asker: encoding, the ETag of that encoding, 304 where the asker has those bytes, no
 * body for HEAD.
 */
import {
  chooseEncoding,
  encode,
  CONTENT_ENCODINGS,
  encodeStream,
  isCompressible,
  type ContentEncoding,
} from './http/content-encoding.ts';
import type { Answer, AnswerRequest, StreamedAnswer, UnencodedAnswer } from './http/request.ts';
import { errorResponse } from './errors/error-response.ts';

/** What a 304 repeats of the answer it stands for (RFC 9110, 15.4.5), and what reading it needs. */
const WITH_304 = [
  'cache-control',
  'etag',
  'vary',
  'x-data-version',
  'link',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'cross-origin-resource-policy',
];

const SUFFIX: Readonly<Record<ContentEncoding, string>> = { identity: '', gzip: '.gz', br: '.br' };

/** The ETag of an encoding of what `etag` names. */
const etagFor = (etag: string, encoding: ContentEncoding): string =>
  `${etag.slice(0, -1)}${SUFFIX[encoding]}"`;

const unmarked = (tag: string): string => tag.replace(/^W\//, '');

/** Whether `If-None-Match` names this ETag; weak marks make no difference here. */
function matches(header: string | null | undefined, etag: string): boolean {
  if (!header) return false;
  return header.split(',').some((one) => {
    const tag = unmarked(one.trim());
    return tag === '*' || tag === unmarked(etag);
  });
}

/** Whether the asker has what `etag` names, in one encoding or another. */
export const isHeld = (request: AnswerRequest, etag: string): boolean => {
  const held = request.headers.get('if-none-match');
  return held !== '*' && CONTENT_ENCODINGS.some((encoding) => matches(held, etagFor(etag, encoding)));
};

const bytesOf = (body: string | Uint8Array): Uint8Array =>
  typeof body === 'string' ? Buffer.from(body, 'utf8') : body;

/**
 * The answer for one asker. `encoded` may come from a cache; it is called only when the bytes are needed.
 */
export async function negotiate(
  whole: UnencodedAnswer,
  request: AnswerRequest,
  encoded: (body: Uint8Array, encoding: ContentEncoding) => Promise<Uint8Array> = encode,
): Promise<Answer> {
  const body = 'stream' in whole ? null : bytesOf(whole.body);
  const headers: Record<string, string> = { ...whole.headers };
  const compressible = isCompressible(headers['content-type'], body?.byteLength);
  const encoding = compressible ? chooseEncoding(request.headers.get('accept-encoding')) : 'identity';
  if (compressible) headers['vary'] = [headers['vary'], 'Accept-Encoding'].filter(Boolean).join(', ');
  if (headers['etag']) {
    headers['etag'] = etagFor(headers['etag'], encoding);
    if (whole.status === 200 && matches(request.headers.get('if-none-match'), headers['etag'])) {
      const kept = WITH_304.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]));
      return { status: 304, headers: Object.fromEntries(kept) as Record<string, string>, body: '' };
    }
  }
  if (whole.status === 204) return { status: 204, headers, body: '' };
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  if ('stream' in whole) return deliverStream({ ...whole, headers }, request, encoding);
  const bytes = await encoded(bytesOf(whole.body), encoding);
  headers['content-length'] = String(bytes.byteLength);
  return { status: whole.status, headers, body: request.method === 'HEAD' ? '' : bytes };
}

/** A stream has begun before its head is sent: what fails until then is still told as a problem. */
async function deliverStream(
  { status, headers, stream }: StreamedAnswer,
  request: AnswerRequest,
  encoding: ContentEncoding,
): Promise<Answer> {
  if (request.method === 'HEAD') return { status, headers, body: '' };
  try {
    return { status, headers, body: encodeStream(await begun(stream()), encoding) };
  } catch (error) {
    return negotiate(errorResponse(error, request), request);
  }
}

/** The same bytes, the first of them there already. */
async function begun(bytes: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const all = bytes[Symbol.asyncIterator]();
  let first: Promise<IteratorResult<Uint8Array>> | null = Promise.resolve(await all.next());
  const next = (): Promise<IteratorResult<Uint8Array>> => {
    const taken = first ?? all.next();
    first = null;
    return taken;
  };
  const end = async (): Promise<IteratorResult<Uint8Array>> =>
    (await all.return?.()) ?? { done: true, value: undefined };
  return { [Symbol.asyncIterator]: () => ({ next, return: end }) };
}
