/** `latest` answers with the address of the newest release and never with data (docs/rules.md#latest-is-a-redirect). */
import { answerAsOf } from './as-of.ts';
import { ERROR_WORDS } from '#app/_words/errors.ts';
import type { AnswerContext } from './context.ts';
import type { RouteAddress } from '../http/routes.ts';
import { ONE_MINUTE, CORS_HEADERS } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { unavailable } from '../errors/problem-document.ts';

/** 302 to the same address in the newest release, or in that of the day in `asOf=`, with the query as it was sent. */
export async function answerLatest(
  { space, rest }: Extract<RouteAddress, { kind: 'latest' }>,
  request: AnswerRequest,
  { data, limits }: AnswerContext,
): Promise<WholeAnswer> {
  const ofDay = await answerAsOf({ kind: 'latest', space, rest }, request, { data, limits });
  if (ofDay) return ofDay;
  const newest = (await data.loadReleases()).at(-1);
  if (!newest) {
    return unavailable(request, ERROR_WORDS.nothingPublished);
  }
  const query = request.search === '' ? '' : `?${request.search}`;
  return {
    // A POST stays a POST.
    status: space === 'pxweb' ? 307 : 302,
    headers: {
      ...CORS_HEADERS,
      'cache-control': ONE_MINUTE,
      location: `/${space}/${newest.version}/${rest}${query}`,
      'x-data-version': newest.version,
    },
    body: '',
  };
}
