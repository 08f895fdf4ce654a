/**
 * Turns an error into an answer. An error in the request becomes a problem document that names it; an error
 * of the server becomes a line in the log and an answer without a stack trace.
 */
import { ERROR_WORDS } from '#app/_words/errors.ts';
import { LIMITS } from '#stats/limits.ts';
import { BadQuery } from '#stats/problem.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { failure, refusal, unavailable } from './problem-document.ts';
import { join } from '../http/url.ts';

/** Codes of PostgreSQL, its driver and poolers for a temporary failure. A standby says 40001 when the primary overtakes it. */
const STATEMENT_TIMEOUT = '57014';
const AWAY =
  /^(?:ECONN\w+|ENOENT|EPIPE|CONNECT\w*|CONNECTION_\w+|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|57P0\d|53\d{3}|08\w{3}|40001)$/;

/** The site is too busy, the deadline passed, or the client disconnected. None of these is logged. */
const NOT_NOW = /^COTEJO_(?:BUSY|LATE|LEFT)$/;
/** There is no release yet, or this server does not have it yet: a few seconds are enough. */
const SOON_SECONDS = 5;
const NOT_YET = { COTEJO_BEHIND: ERROR_WORDS.behind, COTEJO_EMPTY: ERROR_WORDS.nothingPublished } as const;
const isNotYet = (code: string): code is keyof typeof NOT_YET => Object.hasOwn(NOT_YET, code);

export function errorResponse(error: unknown, request: AnswerRequest): WholeAnswer {
  if (error instanceof BadQuery) return refusal(request, error);
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (NOT_NOW.test(code)) return code === 'COTEJO_LATE' ? late(request) : busy(request);
  if (isNotYet(code)) return unavailable(request, NOT_YET[code], SOON_SECONDS);
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
