/** What there is to ask for, as data (ruling 12): releases, indicators, dimensions, and the limits of a request. */
import { loadReleases } from '#app/_data/catalogue.ts';
import { loadDimensions } from '#app/_data/dimensions.ts';
import { LANGUAGES } from '#stats/language.ts';
import { LIMITS } from '#stats/limits.ts';
import { QUERY_PARAMETERS } from '#stats/query/query.ts';
import { ENDINGS, OPENAPI_ADDRESS, type RouteAddress } from '../http/routes.ts';
import { etagOf, FIVE_MINUTES, ONE_MINUTE, CORS_HEADERS, PINNED } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { findCatalogue, findIndicator, refuseParameters } from './read-query.ts';

function list(document: object, cacheControl: string, version?: string): WholeAnswer {
  const body = `${JSON.stringify(document, null, 1)}\n`;
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': cacheControl,
      etag: etagOf(body),
      ...(version !== undefined && { 'x-data-version': version }),
    },
    body,
    ...(cacheControl === PINNED && { keep: Infinity }),
  };
}

/** `/data/releases.json`: every published release, oldest first. */
export async function answerReleases(request: AnswerRequest): Promise<WholeAnswer> {
  refuseParameters(request);
  const releases = await loadReleases();
  const latest = releases.at(-1)?.version ?? null;
  return list({ latest, releases }, ONE_MINUTE, latest ?? undefined);
}

/** `/data/config.json`: what every request may ask for, and in which forms answers come. */
export function answerConfig(request: AnswerRequest): WholeAnswer {
  refuseParameters(request);
  return list(
    {
      limits: LIMITS,
      languages: LANGUAGES,
      defaultLanguage: LANGUAGES[0],
      formats: ENDINGS,
      defaultFormat: ENDINGS[0],
      parameters: QUERY_PARAMETERS,
      openapi: OPENAPI_ADDRESS,
    },
    FIVE_MINUTES,
  );
}

/** `/data/{release}/indicators.json`: the indicators of a release, in both languages. */
export async function answerIndicators(
  { release }: Extract<RouteAddress, { kind: 'indicators' }>,
  request: AnswerRequest,
): Promise<WholeAnswer> {
  refuseParameters(request);
  const { indicators } = await findCatalogue(release);
  return list({ release, indicators }, PINNED, release);
}

/** `/data/{release}/{indicator}/dimensions.json`: what the query's parameters accept, with counts of observations. */
export async function answerDimensions(
  address: Extract<RouteAddress, { kind: 'dimensions' }>,
  request: AnswerRequest,
): Promise<WholeAnswer> {
  refuseParameters(request);
  const catalogue = await findCatalogue(address.release);
  const { id } = findIndicator(catalogue, address.indicator);
  const { areas, origins, sources, ...rest } = await loadDimensions(address.release, id);
  const nameOf = (code: string) => catalogue.areas.find((area) => area.code === code)?.name ?? null;
  const titleOf = (code: string) => catalogue.sources.find((source) => source.id === code)?.title ?? null;
  return list(
    {
      release: address.release,
      indicator: id,
      areas: areas.map(({ code, count }) => ({ code, name: nameOf(code), count })),
      origins: origins.map(({ code, count }) => ({ code, name: nameOf(code), count })),
      sources: sources.map(({ code, count }) => ({ code, name: titleOf(code), count })),
      ...rest,
    },
    PINNED,
    address.release,
  );
}
