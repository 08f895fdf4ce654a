/** `asOf=` names a day instead of a release: it is answered with the address of that day's release. */
import { AS_OF, releaseAsOf, withoutAsOf } from '#stats/query/as-of.ts';
import { BadQuery, malformed } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { QUERY_PROBLEMS } from '#stats/wording/problems.ts';
import { CORS_HEADERS, ONE_MINUTE } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import type { AnswerContext } from './context.ts';

/** The day that a query names; null if it names none. */
const dayOf = (search: string): string | null =>
  search.includes(AS_OF) ? (parseParameters(search).get(AS_OF) ?? null) : null;

/** An address that names its release cannot also name a day. Throws BadQuery. */
export function refuseAsOf(address: RouteAddress, { search }: AnswerRequest): void {
  if (!('release' in address)) return;
  const day = dayOf(search);
  if (day === null) return;
  const accepted = [`/data/latest/…?${AS_OF}=${day}`];
  throw new BadQuery(malformed(AS_OF, day, accepted, QUERY_PROBLEMS.releaseAndDay(address.release)));
}

/** Pages that show figures of a release. */
const PAGE = /^\/(?:es\/?)?(?:(?:indicators\/[^/]+|compare|sources|releases)\/?)?$/;

const redirectTo = (location: string, version: string): WholeAnswer => ({
  status: 302,
  headers: { ...CORS_HEADERS, 'cache-control': ONE_MINUTE, location, 'x-data-version': version },
  body: '',
});

/** 302 to a page in the release of a day; null for every other request. Throws BadQuery. */
export async function answerPageAsOf(
  { path, search }: AnswerRequest,
  { data }: AnswerContext,
): Promise<WholeAnswer | null> {
  const day = PAGE.test(path) ? dayOf(search) : null;
  if (day === null) return null;
  const named = parseParameters(search).get('release');
  if (named !== undefined)
    throw new BadQuery(malformed(AS_OF, day, [`release=${named}`], QUERY_PROBLEMS.releaseAndDay(named)));
  const { version } = releaseAsOf(await data.loadReleases(), day);
  const query = [withoutAsOf(search), `release=${version}`].filter(Boolean).join('&');
  return redirectTo(join(path, query), version);
}

/** 302 from `latest` to the release of a day; null if the query names no day. Throws BadQuery. */
export async function answerAsOf(
  { space, rest }: Extract<RouteAddress, { kind: 'latest' }>,
  { search }: AnswerRequest,
  { data }: AnswerContext,
): Promise<WholeAnswer | null> {
  const day = dayOf(search);
  if (day === null) return null;
  const { version } = releaseAsOf(await data.loadReleases(), day);
  return redirectTo(join(`/${space}/${version}/${rest}`, withoutAsOf(search)), version);
}
