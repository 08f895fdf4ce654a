/**
 * Content negotiation for a client: the encoding, the ETag of that encoding, 304 if the client has those
 * bytes, no body for HEAD.
 */
import {
  chooseEncoding,
  encode,
  encodeStream,
  isCompressible,
  type ContentEncoding,
} from './content-encoding.ts';
import { etagFor, heldEncoding, matches } from './conditional.ts';
import { requestedRange } from './range.ts';
import type { Answer, AnswerRequest, PinnedAnswer, UnencodedAnswer } from './request.ts';

/** The headers of the 200 that its 304 repeats (RFC 9110, 15.4.5), and those that a page needs to read it. */
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

/** Where bodies come from; a cache can replace it. */
export interface BodySource {
  readonly bodyOf?: (answer: PinnedAnswer) => Promise<Answer['body']>;
  readonly encoded?: (body: Uint8Array, encoding: ContentEncoding) => Promise<Uint8Array>;
}

const bytesOf = (body: string | Uint8Array): Uint8Array =>
  typeof body === 'string' ? Buffer.from(body, 'utf8') : body;

const isStream = (body: Answer['body']): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && Symbol.asyncIterator in body;

function notModified(headers: Answer['headers']): Answer {
  const repeated = WITH_304.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]));
  return { status: 304, headers: Object.fromEntries(repeated) as Record<string, string>, body: '' };
}

const varied = (headers: Answer['headers']): string =>
  [headers['vary'], 'Accept-Encoding'].filter(Boolean).join(', ');

/** 304 for a client that has the bytes of a pinned answer, before its body is made. */
function heldAnswer({ headers }: PinnedAnswer, request: AnswerRequest): Answer | null {
  const compressible = isCompressible(headers['content-type']);
  const encoding = compressible ? chooseEncoding(request.headers.get('accept-encoding')) : 'identity';
  const held = heldEncoding(request, headers.etag, encoding);
  if (held === null) return null;
  return notModified({
    ...headers,
    etag: etagFor(headers.etag, held),
    ...(compressible && { vary: varied(headers) }),
  });
}

/** The answer for a client. @throws any error of `makeBody` */
export async function negotiate(
  answer: UnencodedAnswer,
  request: AnswerRequest,
  { bodyOf = ({ makeBody }) => makeBody(), encoded = encode }: BodySource = {},
): Promise<Answer> {
  const held = 'makeBody' in answer ? heldAnswer(answer, request) : null;
  if (held) return held;
  const made = 'makeBody' in answer ? await bodyOf(answer) : answer.body;
  const body = isStream(made) ? made : bytesOf(made);
  const { status } = answer;
  const headers: Record<string, string> = { ...answer.headers };
  const compressible = isCompressible(headers['content-type'], isStream(body) ? undefined : body.byteLength);
  const encoding = compressible ? chooseEncoding(request.headers.get('accept-encoding')) : 'identity';
  if (compressible) headers['vary'] = varied(headers);
  if (headers['etag']) {
    headers['etag'] = etagFor(headers['etag'], encoding);
    if (status === 200 && matches(request, headers['etag'])) return notModified(headers);
  }
  if (status === 204) return { status, headers, body: '' };
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  const isHead = request.method === 'HEAD';
  if (isStream(body)) {
    return { status, headers, body: isHead ? '' : encodeStream(await begun(body), encoding) };
  }
  const bytes = await encoded(body, encoding);
  const whole: WholeBytes = { status, headers, body: bytes };
  if (status === 200 && headers['accept-ranges'] === 'bytes') return partOf(whole, request);
  headers['content-length'] = String(bytes.byteLength);
  return { status, headers, body: isHead ? '' : bytes };
}

type WholeBytes = Omit<Answer, 'body'> & { readonly body: Uint8Array };

/** The part of a file that was asked for: 206, 416 for a part that is not there, or the whole file. */
function partOf({ status, headers, body }: WholeBytes, request: AnswerRequest): Answer {
  const length = body.byteLength;
  const range = requestedRange(request, headers['etag'], length);
  if (range === 'unsatisfiable') {
    const unsatisfied = { ...headers, 'content-range': `bytes */${length}`, 'content-length': '0' };
    return { status: 416, headers: { ...unsatisfied, 'cache-control': 'no-store' }, body: '' };
  }
  if (range === null) {
    const sized = { ...headers, 'content-length': String(length) };
    return { status, headers: sized, body: request.method === 'HEAD' ? '' : body };
  }
  const part = body.subarray(range.first, range.last + 1);
  const described = {
    'content-range': `bytes ${range.first}-${range.last}/${length}`,
    'content-length': String(part.byteLength),
  };
  return { status: 206, headers: { ...headers, ...described }, body: part };
}

/**
 * The same bytes after the first chunk has been read: an error before it can still be answered with a problem
 * document.
 */
async function begun(bytes: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const chunks = bytes[Symbol.asyncIterator]();
  let first: Promise<IteratorResult<Uint8Array>> | null = Promise.resolve(await chunks.next());
  const next = (): Promise<IteratorResult<Uint8Array>> => {
    const chunk = first ?? chunks.next();
    first = null;
    return chunk;
  };
  const end = async (): Promise<IteratorResult<Uint8Array>> =>
    (await chunks.return?.()) ?? { done: true, value: undefined };
  return { [Symbol.asyncIterator]: () => ({ next, return: end }) };
}
