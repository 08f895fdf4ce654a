/**
 * An error as an answer. A fault in the request becomes a problem that names it; a fault of ours becomes one line in
 * the log and an answer without a stack.
 */
import { LIMITS } from '#stats/limits.ts';
import { BadQuery } from '#stats/problem.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { failure, refusal, unavailable } from './problem-document.ts';
import { join } from '../http/url.ts';

/** Codes of PostgreSQL and its driver that say: not now. */
const STATEMENT_TIMEOUT = '57014';
const AWAY = /^(?:ECONN\w+|ENOENT|EPIPE|CONNECT\w*|CONNECTION_\w+|57P0\d|53\d{3})$/;

/** The answer that an error becomes. */
export function errorResponse(error: unknown, request: AnswerRequest): WholeAnswer {
  if (error instanceof BadQuery) return refusal(request, error);
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const message = error instanceof Error ? error.message : String(error);
  console.error(
    `${request.method} ${join(request.path, request.search)}: ${message}`.replace(/\s+/g, ' ').slice(0, 2000),
  );
  if (code === STATEMENT_TIMEOUT) {
    return unavailable(request, {
      en: `This took longer than ${LIMITS.statementTimeoutSeconds} seconds. Ask for fewer areas or years.`,
      es: `Esto tardó más de ${LIMITS.statementTimeoutSeconds} segundos. Pida menos zonas o años.`,
    });
  }
  if (AWAY.test(code)) {
    return unavailable(request, {
      en: 'The database does not answer. Try again in a moment.',
      es: 'La base de datos no responde. Inténtelo de nuevo en un momento.',
    });
  }
  return failure(request);
}
