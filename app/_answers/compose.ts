/**
 * From a request to an answer that is not dressed for its asker yet. What goes wrong becomes a problem.
 */
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
import type { AnswerRequest, Undressed } from './message.ts';
import { answerRevisions } from './revisions.ts';
import { answerSums } from './sums.ts';
import { methodRefusal } from './problem-document.ts';
import { trouble } from './trouble.ts';

function answerAt(address: Address, request: AnswerRequest): Undressed | Promise<Undressed> {
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

/** The answer to a request at one of our addresses; null for every other address. Never throws. */
export async function compose(request: AnswerRequest): Promise<Undressed | null> {
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
