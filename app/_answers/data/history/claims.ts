/**
 * Claims as data. A claim may be added between releases, so these addresses are not immutable although they
 * name a release; the figures in them are.
 */
import { jsonOf } from '../../http/json.ts';
import { checkDocument, claimDocument, claimRow } from '#app/_downloads/claims/document.ts';
import { checkSentence } from '#app/_downloads/claims/sentence.ts';
import { doubtsDocument, formatDoubtsFeed } from '#app/_downloads/claims/doubts.ts';
import { formatRows } from '#app/_downloads/evidence/rows.ts';
import { CHECK_PARAMETERS, formatCheck, parseCheck } from '#stats/claims/parameters.ts';
import type { Language } from '#stats/language.ts';
import { parseParameters } from '#stats/query-string.ts';
import { LANG } from '../../http/format-parameters.ts';
import { FORMATS, JSON_TYPE } from '../../http/formats.ts';
import { attachment, CORS_HEADERS, etagOf, FIVE_MINUTES } from '../../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../../http/request.ts';
import type { RouteAddress } from '../../http/routes.ts';
import type { AnswerContext } from '../context.ts';
import { findReleaseIndex, languageIn, readOwn } from '../read-query.ts';

function whole(
  body: string,
  headers: Record<string, string>,
  version: string,
  language: Language,
): WholeAnswer {
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      ...headers,
      'content-language': language,
      'cache-control': FIVE_MINUTES,
      etag: etagOf(body),
      'x-data-version': version,
    },
    body,
    keep: 300,
  };
}

/** `/data/{release}/claims.json` and `.csv` */
export async function answerClaims(
  { release: version, format }: Extract<RouteAddress, { kind: 'claims' }>,
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<WholeAnswer> {
  const language = languageIn(readOwn(parseParameters(request.search), [LANG]));
  const { release } = await findReleaseIndex(data, version);
  const results = await data.loadClaims(version, language);
  if (format === 'csv') {
    const body = formatRows(results.map((result) => claimRow(result, release, language)));
    const headers = {
      'content-type': FORMATS.csv.type,
      'content-disposition': attachment(`claims-${version}.csv`),
    };
    return whole(body, headers, version, language);
  }
  const claims = results.map((result) => claimDocument(result, release, language));
  const document = { format: 'cotejo-claims', version: 1, release: version, claims };
  return whole(jsonOf(document), { 'content-type': JSON_TYPE }, version, language);
}

/** `/data/{release}/claims/{id}.json` */
export async function answerClaim(
  { release: version, id }: Extract<RouteAddress, { kind: 'claim' }>,
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<WholeAnswer> {
  const language = languageIn(readOwn(parseParameters(request.search), [LANG]));
  const { release } = await findReleaseIndex(data, version);
  const result = await data.loadClaim(version, language, id);
  const document = { format: 'cotejo-claim', version: 1, ...claimDocument(result, release, language) };
  return whole(jsonOf(document), { 'content-type': JSON_TYPE }, version, language);
}

/** `/data/{release}/check.json?a=...&b=...&expression=a / b&relation=at-least:3` */
export async function answerCheck(
  { release: version }: Extract<RouteAddress, { kind: 'check' }>,
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<WholeAnswer> {
  const parameters = parseParameters(request.search);
  const language = languageIn(readOwn(parameters, [LANG], [LANG.name, ...CHECK_PARAMETERS]));
  const { release } = await findReleaseIndex(data, version);
  const check = parseCheck(parameters);
  const checked = await data.checkClaim(version, language, check);
  const document = {
    format: 'cotejo-check',
    version: 1,
    release: version,
    question: formatCheck(check),
    sentence: checkSentence(checked, release, language),
    ...checkDocument(checked, language),
  };
  return whole(jsonOf(document), { 'content-type': JSON_TYPE }, version, language);
}

/** `/data/doubts.json` and `.atom` */
export async function answerDoubts(
  { format }: Extract<RouteAddress, { kind: 'doubts' }>,
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<WholeAnswer> {
  const language = languageIn(readOwn(parseParameters(request.search), [LANG]));
  const version = (await data.loadReleases()).at(-1)?.version ?? '';
  const doubts = await data.loadDoubts(version);
  if (format === 'json')
    return whole(
      jsonOf(doubtsDocument(doubts, version, language)),
      { 'content-type': JSON_TYPE },
      version,
      language,
    );
  const type = { 'content-type': 'application/atom+xml; charset=utf-8' };
  return whole(formatDoubtsFeed(doubts, request.origin, language), type, version, language);
}
