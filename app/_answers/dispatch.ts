/** From a request to an answer before content negotiation. Every error becomes a problem document. */
import { isOurs, parseAddress, type RouteAddress } from './http/routes.ts';
import { answerChanges } from './data/history/changes.ts';
import { answerCompare } from './data/compare.ts';
import { answerCheckEmbed, answerClaimEmbed } from './embed/claim.ts';
import { answerCompareEmbed } from './embed/compare.ts';
import { answerData } from './data/series.ts';
import { answerBoardCode } from './embed/board-code.ts';
import { answerCompareEmbedCode, answerEmbedCode } from './embed/code.ts';
import { answerEmbed } from './embed/embed.ts';
import { answerBoard } from './embed/board.ts';
import { answerOembed } from './embed/oembed.ts';
import { answerValue } from './embed/value.ts';
import { answerFigure } from './embed/figures.ts';
import { answerBoardRevised, answerCompareRevised, answerRevised } from './embed/revised.ts';
import { answerFont } from './shell/font.ts';
import type { AnswerContext } from './data/context.ts';
import { METHODS, PREFLIGHT } from './http/headers.ts';
import { answerHealth } from './data/health.ts';
import { answerLatest } from './data/latest.ts';
import { answerPageAsOf, refuseAsOf } from './data/as-of.ts';
import { answerBulk } from './data/bulk/bulk.ts';
import { answerCitation } from './data/citation.ts';
import { answerCatalogue, answerFeed, answerSitemap } from './data/discovery.ts';
import { answerLlms } from './data/llms.ts';
import { answerOpenApi } from './openapi/document.ts';
import {
  answerCodebook,
  answerConfig,
  answerDimensions,
  answerIndicators,
  answerReleases,
} from './data/listings.ts';
import type { AnswerRequest, UnencodedAnswer } from './http/request.ts';
import { answerPxWeb } from './data/pxweb/pxweb.ts';
import { answerPxWebOne } from './data/pxweb/version-one.ts';
import { answerSdmx } from './data/sdmx/sdmx.ts';
import { answerRevisions } from './data/history/revisions.ts';
import { answerCheck, answerClaim, answerClaims, answerDoubts } from './data/history/claims.ts';
import { answerVintages, answerWhich } from './data/history/series-vintages.ts';
import { answerDiff } from './data/history/diff.ts';
import { answerCellEvidence, answerObservation } from './data/history/evidence.ts';
import { answerChecksums } from './data/checksums.ts';
import { methodRefusal } from './errors/problem-document.ts';
import { errorResponse } from './errors/error-response.ts';

/** Long because each kind of address has its line. */
function answerAt(
  address: RouteAddress,
  request: AnswerRequest,
  context: AnswerContext,
): UnencodedAnswer | Promise<UnencodedAnswer> {
  switch (address.kind) {
    case 'health':
      return answerHealth(context);
    case 'releases':
      return answerReleases(request, context);
    case 'config':
      return answerConfig(request, context);
    case 'openapi':
      return answerOpenApi(request);
    case 'catalogue':
      return answerCatalogue(request, context);
    case 'feed':
      return answerFeed(request, context);
    case 'sitemap':
      return answerSitemap(request, context);
    case 'codebook':
      return answerCodebook(request);
    case 'citation':
      return answerCitation(address, request, context);
    case 'sdmx':
      return answerSdmx(address.segments, request, context);
    case 'pxweb':
      return (address.api === 'v1' ? answerPxWebOne : answerPxWeb)(address, request, context);
    case 'llms':
      return answerLlms(request, context);
    case 'sums':
      return answerChecksums(address, request, context);
    case 'indicators':
      return answerIndicators(address, request, context);
    case 'bulk':
      return answerBulk(address, request, context);
    case 'dimensions':
      return answerDimensions(address, request, context);
    case 'revisions':
      return answerRevisions(address, request, context);
    case 'vintages':
      return answerVintages(address, request, context);
    case 'which':
      return answerWhich(request, context);
    case 'changes':
      return answerChanges(address, request, context);
    case 'doubts':
      return answerDoubts(address, request, context);
    case 'diff':
      return answerDiff(address, request, context);
    case 'claims':
      return answerClaims(address, request, context);
    case 'claim':
      return answerClaim(address, request, context);
    case 'check':
      return answerCheck(address, request, context);
    case 'observation':
      return answerObservation(address, request, context);
    case 'evidence':
      return answerCellEvidence(address, request, context);
    case 'data':
      return answerData(address, request, context);
    case 'compare':
      return answerCompare(address, request, context);
    case 'compare-embed':
      return answerCompareEmbed(address, request, context);
    case 'claim-embed':
      return answerClaimEmbed(address, request, context);
    case 'check-embed':
      return answerCheckEmbed(address, request, context);
    case 'embed':
      return answerEmbed(address, request, context);
    case 'value':
      return answerValue(address, request, context);
    case 'board':
      return answerBoard(address, request, context);
    case 'oembed':
      return answerOembed(request, context);
    case 'embed-code':
      return answerEmbedCode(address, request, context);
    case 'compare-embed-code':
      return answerCompareEmbedCode(address, request, context);
    case 'board-code':
      return answerBoardCode(address, request, context);
    case 'embed-revised':
      return answerRevised(address, request, context);
    case 'compare-embed-revised':
      return answerCompareRevised(address, request, context);
    case 'board-revised':
      return answerBoardRevised(address, request, context);
    case 'embed-figure':
      return answerFigure(address, request, context);
    case 'font':
      return answerFont(address);
    case 'latest':
      return answerLatest(address, request, context);
  }
}

/** The redirect of a page with `asOf=`; null for every other page. */
async function pageAsOf(request: AnswerRequest, context: AnswerContext): Promise<UnencodedAnswer | null> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  try {
    return await answerPageAsOf(request, context);
  } catch (error) {
    return errorResponse(error, request);
  }
}

/** Answers a request for data, an embed or health; null for every other address. Never throws. */
export async function dispatch(
  request: AnswerRequest,
  context: AnswerContext,
): Promise<UnencodedAnswer | null> {
  if (!isOurs(request.path)) return pageAsOf(request, context);
  if (request.method === 'OPTIONS') {
    return { status: 204, headers: { ...PREFLIGHT, allow: METHODS }, body: '' };
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return methodRefusal(request, METHODS);
  try {
    const address = parseAddress(request.path);
    refuseAsOf(address, request);
    return await answerAt(address, request, context);
  } catch (error) {
    return errorResponse(error, request);
  }
}
