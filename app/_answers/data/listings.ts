/**
 * The lists of a site as data: releases, indicators, dimensions, and the limits of a request
 * (docs/rules.md#what-there-is-as-data).
 */
import { jsonOf } from '../http/json.ts';
import { findIndicator } from '#app/_data/catalogue.ts';
import { releaseSeal } from '#app/_data/answer-plan.ts';
import type { Dimensions } from '#app/_data/dimensions.ts';
import { formatCodebook } from '#app/_downloads/codebook/codebook.ts';
import { LANGUAGES } from '#stats/language.ts';
import { LIMITS } from '#stats/limits.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { QUERY_PARAMETERS } from '#stats/query/query.ts';
import type { AnswerContext } from './context.ts';
import { FORMAT_NAMES, JSON_TYPE } from '../http/formats.ts';
import { etagOf, FIVE_MINUTES, ONE_MINUTE, CORS_HEADERS } from '../http/headers.ts';
import { pinnedAnswer } from '../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer, WholeAnswer } from '../http/request.ts';
import { OPENAPI_ADDRESS, type RouteAddress } from '../http/routes.ts';
import { findReleaseIndex, refuseParameters } from './read-query.ts';

function list(document: object, cacheControl: string, version?: string): WholeAnswer {
  const body = jsonOf(document);
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      'content-type': JSON_TYPE,
      'cache-control': cacheControl,
      etag: etagOf(body),
      ...(version !== undefined && { 'x-data-version': version }),
    },
    body,
  };
}

/** `/data/releases.json`: every published release, oldest first. */
export async function answerReleases(request: AnswerRequest, { data }: AnswerContext): Promise<WholeAnswer> {
  refuseParameters(request);
  const releases = await data.loadReleases();
  const latest = releases.at(-1)?.version ?? null;
  return list({ latest, releases }, ONE_MINUTE, latest ?? undefined);
}

/** `/data/config.json`: the limits of a request, and the formats and languages of answers. */
export function answerConfig(request: AnswerRequest, { limits }: AnswerContext): WholeAnswer {
  refuseParameters(request);
  return list(
    {
      limits: { ...LIMITS, ...limits },
      languages: LANGUAGES,
      defaultLanguage: LANGUAGES[0],
      formats: FORMAT_NAMES,
      defaultFormat: FORMAT_NAMES[0],
      parameters: QUERY_PARAMETERS,
      openapi: OPENAPI_ADDRESS,
    },
    FIVE_MINUTES,
  );
}

/** `/data/codebook.json`: every column and code of the files, in both languages. */
export function answerCodebook(request: AnswerRequest): WholeAnswer {
  refuseParameters(request);
  const body = formatCodebook();
  const headers = { 'content-type': JSON_TYPE, 'cache-control': FIVE_MINUTES, etag: etagOf(body) };
  return { status: 200, headers: { ...CORS_HEADERS, ...headers }, body };
}

/** `/data/{release}/indicators.json`: the indicators of a release, in both languages. */
export async function answerIndicators(
  { release }: Extract<RouteAddress, { kind: 'indicators' }>,
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<PinnedAnswer> {
  refuseParameters(request);
  const index = await findReleaseIndex(data, release);
  return pinnedAnswer(request, {
    version: release,
    seal: releaseSeal(index),
    canonical: `/data/${release}/indicators.json`,
    headers: { 'content-type': JSON_TYPE },
    makeBody: () => Promise.resolve(jsonOf({ release, indicators: index.catalogue.indicators })),
  });
}

/** The codes of each axis, with their names in the catalogue. */
function dimensionsDocument(
  release: string,
  indicator: string,
  { areas, origins, sources, ...rest }: Dimensions,
  catalogue: Catalogue,
): object {
  const nameOf = (code: string) => catalogue.areas.find((area) => area.code === code)?.name ?? null;
  const titleOf = (code: string) => catalogue.sources.find((source) => source.id === code)?.title ?? null;
  return {
    release,
    indicator,
    areas: areas.map(({ code, count }) => ({ code, name: nameOf(code), count })),
    origins: origins.map(({ code, count }) => ({ code, name: nameOf(code), count })),
    sources: sources.map(({ code, count }) => ({ code, name: titleOf(code), count })),
    ...rest,
  };
}

/**
 * `/data/{release}/{indicator}/dimensions.json`: the values that the query's parameters accept, with counts
 * of observations.
 */
export async function answerDimensions(
  { release, indicator }: Extract<RouteAddress, { kind: 'dimensions' }>,
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<PinnedAnswer> {
  refuseParameters(request);
  const index = await findReleaseIndex(data, release);
  const { id } = findIndicator(index.catalogue, indicator);
  return pinnedAnswer(request, {
    version: release,
    seal: releaseSeal(index),
    canonical: `/data/${release}/${id}/dimensions.json`,
    headers: { 'content-type': JSON_TYPE },
    makeBody: async () =>
      jsonOf(dimensionsDocument(release, id, await data.loadDimensions(release, id), index.catalogue)),
  });
}
