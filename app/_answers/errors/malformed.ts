/** Addresses that no page can read: a broken escape, a control character, something that is no path. */
import { ERROR_WORDS } from '#app/_words/errors.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { BadQuery, malformed } from '#stats/problem.ts';
import { decodeEscapes } from '#stats/query-string.ts';
import { refusal } from './problem-document.ts';

function isReadable(text: string): boolean {
  const decoded = decodeEscapes(text);
  return decoded !== null && !/[\u0000-\u001f\u007f]/.test(decoded);
}

/**
 * The refusal of an address that cannot be read; null for every other address. The page itself checks its
 * query.
 */
export function malformedAddress(request: AnswerRequest): WholeAnswer | null {
  if (request.path.startsWith('/') && isReadable(request.path)) return null;
  const problem = malformed(null, request.path, ['/'], ERROR_WORDS.unreadable);
  return refusal(request, new BadQuery(problem));
}
