/**
 * From a request to a whole answer. What the asker got wrong becomes a problem that says so; what we got
 * wrong becomes one line in the log and an answer without a stack.
 */
import { LIMITS } from '#stats/limits.ts';
import { BadQuery } from '#stats/problem.ts';
import { isOurs, parseAddress, type Address } from './address.ts';
import { answerCompare } from './compare.ts';
import { answerCompareEmbed } from './compare-embed.ts';
import { answerData } from './data.ts';
import { answerEmbed } from './embed.ts';
import { answerFont } from './font.ts';
import { METHODS, PREFLIGHT } from './headers.ts';
import { answerHealth } from './health.ts';
import { answerLatest } from './latest.ts';
import { answerOpenApi } from './openapi.ts';
import { answerConfig, answerDimensions, answerIndicators, answerReleases } from './listings.ts';
import type { AnswerRequest, WholeAnswer } from './message.ts';
import { answerRevisions } from './revisions.ts';
import { answerSums } from './sums.ts';
import { join } from './question.ts';
import { failure, methodRefusal, refusal, unavailable } from './problem-document.ts';

/** Codes of PostgreSQL and its driver that say: not now. */
const STATEMENT_TIMEOUT = '57014';
const AWAY = /^(?:ECONN\w+|ENOENT|EPIPE|CONNECT\w*|CONNECTION_\w+|57P0\d|53\d{3})$/;

function answerAt(address: Address, request: AnswerRequest): WholeAnswer | Promise<WholeAnswer> {
  switch (address.kind) {
    case 'health':
      return answerHealth();
    case 'releases':
      return answerReleases(request);
    case 'config':
      return answerConfig(request);
    case 'openapi':
      return answerOpenApi(request);
    case 'sums':
      return answerSums(address, request);
    case 'indicators':
      return answerIndicators(address, request);
    case 'dimensions':
      return answerDimensions(address, request);
    case 'revisions':
      return answerRevisions(address, request);
    case 'data':
      return answerData(address, request);
    case 'compare':
      return answerCompare(address, request);
    case 'compare-embed':
      return answerCompareEmbed(address, request);
    case 'embed':
      return answerEmbed(address, request);
    case 'font':
      return answerFont(address);
    case 'latest':
      return answerLatest(address, request);
  }
}

function trouble(error: unknown, request: AnswerRequest): WholeAnswer {
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

/** The whole answer to a request at one of our addresses; null for every other address. Never throws. */
export async function compose(request: AnswerRequest): Promise<WholeAnswer | null> {
  if (!isOurs(request.path)) return null;
  if (request.method === 'OPTIONS') {
    return { status: 204, headers: { ...PREFLIGHT, allow: METHODS }, body: '' };
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return methodRefusal(request, METHODS);
  try {
    return await answerAt(parseAddress(request.path), request);
  } catch (error) {
    return trouble(error, request);
  }
}
