/** Conditional requests (RFC 9110, 13): which representation a client already has. */
import { CONTENT_ENCODINGS, type ContentEncoding } from './content-encoding.ts';
import type { AnswerRequest } from './request.ts';

const SUFFIX: Readonly<Record<ContentEncoding, string>> = { identity: '', gzip: '.gz', br: '.br' };

/** The ETag of an encoding of the bytes that `etag` names. @example etagFor('"a"', 'gzip') === '"a.gz"' */
export const etagFor = (etag: string, encoding: ContentEncoding): string =>
  `${etag.slice(0, -1)}${SUFFIX[encoding]}"`;

const withoutWeakMark = (tag: string): string => tag.trim().replace(/^W\//, '');

/** Whether `If-None-Match` names this ETag; weak and strong tags count as equal. */
export function matches(request: AnswerRequest, etag: string): boolean {
  const header = request.headers.get('if-none-match');
  if (!header) return false;
  return header
    .split(',')
    .map(withoutWeakMark)
    .some((tag) => tag === '*' || tag === withoutWeakMark(etag));
}

/**
 * The encoding in which the client already has the bytes that `etag` names: the encoding that it would get,
 * or identity, which every client accepts. Null if it has neither, or sends `*`, which names no bytes.
 */
export function heldEncoding(
  request: AnswerRequest,
  etag: string,
  encoding: ContentEncoding,
): ContentEncoding | null {
  if (request.headers.get('if-none-match')?.trim() === '*') return null;
  const usable = CONTENT_ENCODINGS.filter((known) => known === encoding || known === 'identity');
  return usable.find((known) => matches(request, etagFor(etag, known))) ?? null;
}
