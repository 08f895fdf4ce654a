/** The SDMX 2.1 REST interface below `/sdmx/2.1`: read only, pinned, in the formats of the standard. */
import { ERROR_WORDS } from '#app/_words/errors.ts';
import type { AnswerContext } from '../context.ts';
import { unavailable } from '../../errors/problem-document.ts';
import { CORS_HEADERS, ONE_MINUTE } from '../../http/headers.ts';
import type { AnswerRequest, UnencodedAnswer } from '../../http/request.ts';
import { join } from '../../http/url.ts';
import { parseSdmx, withVersion } from './address.ts';
import { answerSdmxData } from './data.ts';
import { answerAvailable, answerStructure } from './structures.ts';

/** Answers a request; `segments` are those after the base. @throws BadQuery, NotFound */
export async function answerSdmx(
  segments: readonly string[],
  request: AnswerRequest,
  context: AnswerContext,
): Promise<UnencodedAnswer> {
  const address = parseSdmx(segments);
  if (address.version === 'latest') {
    const newest = (await context.data.loadReleases()).at(-1);
    if (!newest) return unavailable(request, ERROR_WORDS.nothingPublished);
    return {
      status: 302,
      headers: {
        ...CORS_HEADERS,
        'cache-control': ONE_MINUTE,
        location: join(withVersion(address, newest.version), request.search),
        'x-data-version': newest.version,
      },
      body: '',
    };
  }
  switch (address.kind) {
    case 'data':
      return answerSdmxData(address, request, context);
    case 'availableconstraint':
      return answerAvailable(address, request, context);
    default:
      return answerStructure(address, request, context);
  }
}
