/** Parts of an answer (RFC 9110, 14): one range of bytes of a file whose bytes are all known. */
import type { AnswerRequest } from './request.ts';

export type RequestedRange =
  /** Both ends are included. */
  { readonly first: number; readonly last: number } | 'unsatisfiable' | null;

const RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * The range that a client asks for; null if it gets everything: without a range, with one that is malformed or
 * one of several, and if what it has is of other bytes (`If-Range`).
 */
export function requestedRange(
  request: AnswerRequest,
  etag: string | undefined,
  length: number,
): RequestedRange {
  const header = request.headers.get('range');
  if (request.method !== 'GET' || !header) return null;
  const held = request.headers.get('if-range');
  // Only a strong ETag says that the bytes are the same.
  if (held && held.trim() !== etag) return null;
  const [, from = '', to = ''] = RANGE.exec(header.trim()) ?? [];
  if (from === '' && to === '') return null;
  if (from === '') {
    const last = Number(to);
    return last === 0 || length === 0
      ? 'unsatisfiable'
      : { first: Math.max(0, length - last), last: length - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return null;
  if (first >= length) return 'unsatisfiable';
  return { first, last: to === '' ? length - 1 : Math.min(Number(to), length - 1) };
}
