/** Addresses that no page can read: a broken escape, a control character, something that is no path. */
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { BadQuery, malformed } from '#stats/problem.ts';
import { refusal } from './problem-document.ts';

function isReadable(text: string): boolean {
  try {
    return !/[\u0000-\u001f\u007f]/.test(decodeURIComponent(text));
  } catch {
    return false;
  }
}

/** The refusal of an address that cannot be read; null for every other. The page itself judges its query. */
export function malformedAddress(request: AnswerRequest): WholeAnswer | null {
  if (request.path.startsWith('/') && isReadable(request.path)) return null;
  const problem = malformed(null, request.path, ['/'], {
    en: 'The address cannot be read.',
    es: 'La dirección no se puede leer.',
  });
  return refusal(request, new BadQuery(problem));
}
