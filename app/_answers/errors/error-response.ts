/**
 * An error as an answer. A fault in the request becomes a problem that names it; a fault of ours becomes one line in
 * the log and an answer without a stack.
 */
import { ERROR_WORDS } from '#app/_words/errors.ts';
import { LIMITS } from '#stats/limits.ts';
import { BadQuery } from '#stats/problem.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { failure, refusal, unavailable } from './problem-document.ts';
import { join } from '../http/url.ts';

/** Codes of PostgreSQL and its driver that say: not now. */
const STATEMENT_TIMEOUT = '57014';
const AWAY = /^(?:ECONN\w+|ENOENT|EPIPE|CONNECT\w*|CONNECTION_\w+|57P0\d|53\d{3})$/;

/** Not begun, because of too much else; not ready in time; nobody there to read it. None is worth a line of the log. */
const NOT_NOW = /^COTEJO_(?:BUSY|LATE|LEFT)$/;

/** The answer that an error becomes. */
export function errorResponse(error: unknown, request: AnswerRequest): WholeAnswer {
  if (error instanceof BadQuery) return refusal(request, error);
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (NOT_NOW.test(code)) return code === 'COTEJO_LATE' ? late(request) : busy(request);
  const message = error instanceof Error ? error.message : String(error);
  console.error(
    `${request.method} ${join(request.path, request.search)}: ${message}`.replace(/\s+/g, ' ').slice(0, 2000),
  );
  if (code === STATEMENT_TIMEOUT) return late(request);
  if (AWAY.test(code)) {
    return unavailable(request, ERROR_WORDS.databaseAway);
  }
  return failure(request);
}

const late = (request: AnswerRequest): WholeAnswer =>
  unavailable(request, ERROR_WORDS.timeout(LIMITS.statementTimeoutSeconds));

const busy = (request: AnswerRequest): WholeAnswer => unavailable(request, ERROR_WORDS.busy);
