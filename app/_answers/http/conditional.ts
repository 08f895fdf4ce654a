/** Conditional requests (RFC 9110, 13): which representation a client already has. */
import { CONTENT_ENCODINGS, type ContentEncoding } from './content-encoding.ts';
import type { AnswerRequest } from './request.ts';

const SUFFIX: Readonly<Record<ContentEncoding, string>> = { identity: '', gzip: '.gz', br: '.br' };

/** The ETag of an encoding of the bytes that `etag` names. @example etagFor('"a"', 'gzip') === '"a.gz"' */
export const etagFor = (etag: string, encoding: ContentEncoding): string =>
  `${etag.slice(0, -1)}${SUFFIX[encoding]}"`;

const withoutWeakMark = (tag: string): string => tag.trim().replace(/^W\//, '');

/** Whether `If-None-Match` names this ETag; a weak mark makes no difference here. */
export function matches(request: AnswerRequest, etag: string): boolean {
  const header = request.headers.get('if-none-match');
  if (!header) return false;
  return header
    .split(',')
    .map(withoutWeakMark)
    .some((tag) => tag === '*' || tag === withoutWeakMark(etag));
}

/**
 * The encoding in which the client has the bytes that `etag` names: the one that it would get, or the plain one,
 * which every client takes. Null where it has neither, or asks with `*`, which says nothing of bytes.
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
