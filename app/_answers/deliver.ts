/**
 * Dresses a whole answer for one asker: encoding, the ETag of that encoding, 304 where the asker has those
 * bytes, no body for HEAD.
 */
import { chooseEncoding, encode, isCompressible, type Encoding } from './encoding.ts';
import type { Answer, AnswerRequest, WholeAnswer } from './message.ts';

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

const SUFFIX: Readonly<Record<Encoding, string>> = { identity: '', gzip: '.gz', br: '.br' };

/** The ETag of an encoding of what `etag` names. */
const etagFor = (etag: string, encoding: Encoding): string => `${etag.slice(0, -1)}${SUFFIX[encoding]}"`;

const unmarked = (tag: string): string => tag.replace(/^W\//, '');

/** Whether `If-None-Match` names this ETag; weak marks make no difference here. */
function matches(header: string | null | undefined, etag: string): boolean {
  if (!header) return false;
  return header.split(',').some((one) => {
    const tag = unmarked(one.trim());
    return tag === '*' || tag === unmarked(etag);
  });
}

const bytesOf = (body: string | Uint8Array): Uint8Array =>
  typeof body === 'string' ? Buffer.from(body, 'utf8') : body;

/**
 * The answer for one asker. `encoded` may come from a cache; it is called only when the bytes are needed.
 */
export async function deliver(
  whole: WholeAnswer,
  request: AnswerRequest,
  encoded: (body: Uint8Array, encoding: Encoding) => Promise<Uint8Array> = encode,
): Promise<Answer> {
  const body = bytesOf(whole.body);
  const headers: Record<string, string> = { ...whole.headers };
  const compressible = isCompressible(headers['content-type'], body.byteLength);
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
  const bytes = await encoded(body, encoding);
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  headers['content-length'] = String(bytes.byteLength);
  return { status: whole.status, headers, body: request.method === 'HEAD' ? '' : bytes };
}
